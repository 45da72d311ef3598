import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { paths } from '../paths.ts'

/** The way from what was recorded to the entry of the journal that it made. */
export function EntryLink({ number }: { number: number }) {
  const t = useTranslations('journal')
  return (
    <Link to={paths.journal} search={{ number }} className="link figures whitespace-nowrap">
      {t('entryLink', { number: String(number) })}
    </Link>
  )
}
