import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { OverlapTable } from '../../coordination/OverlapTable.tsx'
import { ButtonLink } from '../../layout/links.ts'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { Section } from '../../ui/Section.tsx'

/** The pairs that wait for one's agency; nothing when none does. */
export function InboxOverlaps() {
  const t = useTranslations('overlaps.inbox')
  const { data: waiting } = useSuspenseQuery(trpc.overlaps.inbox.queryOptions())
  if (waiting.total === 0) return null
  return (
    <Section
      title={t('title')}
      lead={t('lead', { count: waiting.total })}
      actions={<ButtonLink to={paths.overlaps}>{t('all')}</ButtonLink>}
    >
      <OverlapTable pairs={waiting.rows} />
    </Section>
  )
}
