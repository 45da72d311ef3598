import { type LetterRow, letterKinds } from '@concert/domain/letter'
import { locales } from '@concert/domain/locales'
import { formatDate } from '@concert/messages/format'
import { useTranslations } from 'use-intl/react'
import { ownNames, useReader } from '../../locale.tsx'
import type { Option } from '../../ui/option.ts'

export const languageOptions: Option[] = locales.map((locale) => ({ id: locale, name: ownNames[locale] }))

export function useKindOptions(): Option[] {
  const t = useTranslations('letters')
  return letterKinds.map((kind) => ({ id: kind, name: t(`kinds.${kind}`), description: t(`kindLeads.${kind}`) }))
}

/** What a letter is about, in words: a pledge, a payment, a period or a year. */
export function useAbout(): (letter: LetterRow) => string {
  const t = useTranslations('letters.list')
  const reader = useReader()
  return ({ kind, pledge, payment, from, until }) => {
    const record = pledge ?? payment
    if (record !== null) return record
    if (from === null || until === null) return ''
    if (kind === 'yearly_report') return from.slice(0, 4)
    return t('period', { from: formatDate(reader, from, 'short'), until: formatDate(reader, until, 'short') })
  }
}
