import { narrativeIn } from '@concert/domain/activity'
import { mayUse } from '@concert/domain/actor'
import type { OverlapQuestion, RadarHit } from '@concert/domain/overlap-verdict'
import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { ButtonLink } from '../layout/links.ts'
import { useReader } from '../locale.tsx'
import { paths } from '../paths.ts'
import { trpc } from '../trpc.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { OverlapReasons } from './OverlapReasons.tsx'
import { OverlapVerdicts } from './OverlapVerdicts.tsx'
import { SettleOverlap } from './SettleOverlap.tsx'

/** Other agencies' work that may be the same as what is being typed. Quiet when there is none, or nothing to ask yet. */
export function OverlapRadar({ question }: { question: OverlapQuestion | null }) {
  const t = useTranslations('overlaps')
  const { data: session } = useSuspenseQuery(trpc.session.me.queryOptions())
  const { data: hits = [] } = useQuery({
    ...trpc.overlaps.radar.queryOptions(question ?? { reference: null, facts: nothing }, {
      trpc: { abortOnUnmount: true },
    }),
    enabled: question !== null,
    placeholderData: keepPreviousData,
  })
  const maySettle = mayUse(session.actor, 'overlaps.settle')
  return (
    <aside aria-label={t('radar.title')} className="xl:sticky xl:top-4 xl:max-h-[90dvh] xl:overflow-y-auto">
      <Disclosure title={t('radar.title')} isOpen>
        <p role="status" className={hits.length > 0 ? 'mb-3 font-medium' : 'text-sm text-ink-soft'}>
          {hits.length > 0 ? t('radar.count', { count: hits.length }) : t('radar.lead')}
        </p>
        <ul className="grid gap-4">
          {hits.map((hit) => (
            <Hit key={hit.activity.reference} hit={hit} own={question?.reference ?? null} maySettle={maySettle} />
          ))}
        </ul>
        {hits.some(({ pair }) => pair === null) && maySettle && (
          <p className="mt-3 text-sm text-ink-soft">{t('radar.whenShared')}</p>
        )}
      </Disclosure>
    </aside>
  )
}

function Hit({ hit, own, maySettle }: { hit: RadarHit; own: string | null; maySettle: boolean }) {
  const t = useTranslations('overlaps')
  const words = useTranslations('activities')
  const reader = useReader()
  const { activity, score, reasons, pair } = hit
  return (
    <li className="grid gap-2 rounded border border-line bg-surface p-3">
      <p className="flex flex-wrap items-baseline justify-between gap-2 text-sm text-ink-soft">
        <bdi className="font-medium text-ink">
          {[activity.lead, ...activity.partners].flatMap((agency) => agency?.acronym ?? []).join(' · ')}
        </bdi>
        <span className="figures">{t('score', { score })}</span>
      </p>
      <Link to={paths.activity} params={{ reference: activity.reference }} className="link break-words" dir="auto">
        {narrativeIn(activity.title, reader)?.text ?? words('untitled')}
      </Link>
      <OverlapReasons reasons={reasons} />
      {pair?.verdict && <OverlapVerdicts verdicts={[pair.verdict]} />}
      {pair && own && (
        <div>
          <ButtonLink size="small" to={paths.overlapPair} params={{ one: own, other: activity.reference }}>
            {t(pair.state === 'open' && maySettle ? 'settle.join' : 'settle.compare')}
          </ButtonLink>
        </div>
      )}
      {pair?.state === 'open' && own && maySettle && (
        <SettleOverlap references={[own, activity.reference]} reasons={reasons} />
      )}
    </li>
  )
}

const nothing: OverlapQuestion['facts'] = {
  partnerAgencyIds: [],
  status: 'planned',
  titles: [],
  places: [],
  kind: null,
  pillars: [],
  forms: [],
  audiences: [],
  sdgTargets: [],
  startOn: null,
  endOn: null,
}
