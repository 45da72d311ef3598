import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { trpc } from '../trpc.ts'
import { Section } from '../ui/Section.tsx'
import { OverlapTable } from './OverlapTable.tsx'

/** The pairs in which an activity takes part; nothing when there is none. */
export function OverlapsOfActivity({ reference }: { reference: string }) {
  const t = useTranslations('overlaps.ofActivity')
  const { data: pairs } = useSuspenseQuery(trpc.overlaps.ofActivity.queryOptions({ reference }))
  if (pairs.length === 0) return null
  return (
    <Section title={t('title')} lead={t('lead')}>
      <OverlapTable pairs={pairs} />
    </Section>
  )
}
