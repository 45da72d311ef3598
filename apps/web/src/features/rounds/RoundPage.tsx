import { mayUse } from '@concert/domain/actor'
import { formatDate, formatInstant, formatMonthRange } from '@concert/messages/format'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { CoordinationNavigation } from '../../coordination/CoordinationNavigation.tsx'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { Callout } from '../../ui/Callout.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { OpenRound } from './OpenRound.tsx'
import { OwnReport } from './OwnReport.tsx'
import { Standings } from './Standings.tsx'

const route = getRouteApi(paths.round)

/** One round: for an agency its activities, for the coordinator what is received and awaited. */
export function RoundPage() {
  const t = useTranslations('rounds')
  const reader = useReader()
  const { round: roundId } = route.useSearch()
  const { data: session } = useSuspenseQuery(trpc.session.me.queryOptions())
  const { data } = useSuspenseQuery(trpc.rounds.show.queryOptions({ roundId }))
  const { data: all } = useSuspenseQuery(trpc.rounds.list.queryOptions())
  const { round, own, standings, counts, proposed } = data
  const { actor } = session
  const isCoordinator = actor.kind === 'person' && mayUse(actor, 'coordination.write')
  const mayOpen = isCoordinator && all.every(({ closedAt }) => closedAt !== null)
  const opening = mayOpen && <OpenRound proposed={proposed} />
  if (round === null) {
    return (
      <Page title={t('title')} lead={t('lead')} above={<CoordinationNavigation />}>
        <EmptyState title={t('none')} action={opening}>
          {t('noneLead')}
        </EmptyState>
      </Page>
    )
  }
  const note = round.note[reader] ?? round.note.en ?? Object.values(round.note)[0]
  const dates =
    round.closedAt === null
      ? t('deadline', { date: formatDate(reader, round.deadline) })
      : t('closedOn', { at: formatInstant(reader, round.closedAt) })
  const past = all.filter(({ id }) => id !== round.id)
  const lead = (
    <>
      <p className="text-ink">
        {formatMonthRange(reader, round.fromOn, round.untilOn)} · {dates}
      </p>
      <p className="mt-1">{t('lead')}</p>
    </>
  )
  return (
    <Page title={t('title')} lead={lead} above={<CoordinationNavigation />} actions={opening}>
      {note && (
        <Callout>
          <span dir="auto">{note}</span>
        </Callout>
      )}
      {standings && <Standings round={round} standings={standings} counts={counts} />}
      {own && actor.kind === 'person' && mayUse(actor, 'rounds.report') && (
        <OwnReport key={round.id} round={round} {...own} actor={actor} />
      )}
      {own === null && !standings && <Callout>{t('nobody')}</Callout>}
      {past.length > 0 && (
        <Section title={t('past')}>
          <ul className="flex flex-col gap-1">
            {past.map(({ id, fromOn, untilOn }) => (
              <li key={id}>
                <Link to={paths.round} search={{ round: id }} className="link">
                  {formatMonthRange(reader, fromOn, untilOn)}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}
