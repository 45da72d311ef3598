import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { CoordinationNavigation } from '../../coordination/CoordinationNavigation.tsx'
import { OverlapReasons } from '../../coordination/OverlapReasons.tsx'
import { OverlapVerdicts } from '../../coordination/OverlapVerdicts.tsx'
import { SettleOverlap } from '../../coordination/SettleOverlap.tsx'
import { paths } from '../../paths.ts'
import { type Answers, trpc } from '../../trpc.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { JoinForm } from './JoinForm.tsx'
import { SideBySide } from './SideBySide.tsx'
import { EarlierJoins, StandingJoin } from './StandingJoin.tsx'

export type OnePair = Answers['overlaps']['pair']

/** A pair to judge: both records side by side, the verdicts so far, and the way to one joint activity. */
export function OverlapPairPage() {
  const t = useTranslations('overlaps')
  const { one, other } = useParams({ from: paths.overlapPair })
  const { data } = useSuspenseQuery(trpc.overlaps.pair.queryOptions({ references: [one, other] }))
  const { pair, may } = data
  return (
    <Page title={t('pair.title', { one, other })} lead={t('pair.lead')} above={<CoordinationNavigation />}>
      <Verdict data={data} />
      <Section title={t('pair.side')}>
        <SideBySide sides={data.sides} />
      </Section>
      <Section title={t('pair.why')}>
        <div className="max-w-2xl">
          <p className="figures mb-2 font-medium">{t('score', { score: pair.score })}</p>
          <OverlapReasons reasons={pair.reasons} />
        </div>
      </Section>
      {may.propose && (
        <Section title={t('join.title')} lead={t('join.lead')}>
          <Disclosure title={t(pair.join ? 'join.again' : 'join.start')}>
            <JoinForm key={data.sides.map(({ version }) => version).join(' ')} sides={data.sides} />
          </Disclosure>
        </Section>
      )}
      {data.earlierJoins.length > 0 && (
        <Section title={t('join.earlier')}>
          <EarlierJoins joins={data.earlierJoins} />
        </Section>
      )}
    </Page>
  )
}

function Verdict({ data: { pair, sides, may, hasMoved } }: { data: OnePair }) {
  const t = useTranslations('overlaps')
  const [one, other] = pair.activities.map(({ reference }) => reference)
  return (
    <Section title={t('pair.verdict')}>
      <div className="grid justify-items-start gap-4">
        <Badge tone={pair.state === 'open' ? 'warning' : 'success'}>{t(`states.${pair.state}`)}</Badge>
        {pair.join && <StandingJoin join={pair.join} sides={sides} may={may} hasMoved={hasMoved} />}
        <OverlapVerdicts verdicts={pair.verdicts} changed={pair.changed} />
        {pair.state === 'open' && pair.maySettle && one && other && (
          <SettleOverlap references={[one, other]} reasons={pair.reasons} />
        )}
      </div>
    </Section>
  )
}
