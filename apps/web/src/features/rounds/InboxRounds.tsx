import { formatDate, formatMonthRange } from '@concert/messages/format'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { ButtonLink } from '../../layout/links.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { Section } from '../../ui/Section.tsx'

/** The open round: for an agency how far its report is, for the coordinator what is received and awaited. */
export function InboxRounds() {
  const t = useTranslations('rounds')
  const reader = useReader()
  const { data } = useSuspenseQuery(trpc.rounds.show.queryOptions({}))
  const { round, own, standings, counts } = data
  if (round === null || round.closedAt !== null) return null
  if (!standings && (own === null || own.report?.state === 'cleared')) return null
  const total = own?.activities.length ?? 0
  const answered = own?.activities.filter(({ answer }) => answer !== null).length ?? 0
  return (
    <Section
      title={t('inbox.title', { period: formatMonthRange(reader, round.fromOn, round.untilOn) })}
      lead={t('deadline', { date: formatDate(reader, round.deadline) })}
    >
      <p>{standings ? t('inbox.counts', { ...counts }) : t('answered', { answered, total })}</p>
      <p className="mt-3">
        <ButtonLink to={paths.round}>{t('inbox.go')}</ButtonLink>
      </p>
    </Section>
  )
}
