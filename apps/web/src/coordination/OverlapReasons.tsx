import type { OverlapReason } from '@concert/domain/overlap'
import { formatDate } from '@concert/messages/format'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { useReader } from '../locale.tsx'
import { trpc } from '../trpc.ts'
import { useWordsAt } from '../words.ts'

const codelistOf = {
  kind: 'activityKinds',
  form: 'exploitationForms',
  audience: 'audiences',
  pillar: 'pillars',
  sdg: 'sdgTargets',
} as const

/** Why two activities may be the same work, in the reader's words, each reason with its points. */
export function OverlapReasons({ reasons }: { reasons: readonly OverlapReason[] }) {
  const t = useTranslations('overlaps')
  const shared = useSharedWords()
  return (
    <ul className="grid gap-1 text-sm">
      {reasons.map((reason) => (
        <li key={reason.fact} className="flex justify-between gap-3">
          <span>{t('reason', { fact: t(`facts.${reason.fact}`), shared: shared(reason) })}</span>
          <span className="figures shrink-0 text-ink-soft">{t('points', { points: reason.points })}</span>
        </li>
      ))}
    </ul>
  )
}

function useSharedWords(): (reason: OverlapReason) => string {
  const t = useTranslations('overlaps')
  const reader = useReader()
  const wordsAt = useWordsAt()
  const { data: places = [] } = useQuery(trpc.places.list.queryOptions({ locale: reader }))
  return ({ fact, shared }) => {
    if (fact === 'words') return t('similarWords')
    if (fact === 'place')
      return shared.map((code) => places.find((place) => place.code === code)?.name ?? code).join(', ')
    if (fact === 'period') {
      const [from = '', until] = shared.map((day) => formatDate(reader, day, 'short'))
      return until === undefined ? t('periodOpen', { from }) : t('period', { from, until })
    }
    return shared.map((code) => wordsAt(`codes.${codelistOf[fact]}.${code.replace('.', '_')}`) ?? code).join(', ')
  }
}
