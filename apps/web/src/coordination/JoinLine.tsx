import type { ActivityJoin } from '@concert/domain/activity-join'
import { useTranslations } from 'use-intl/react'

/** In one line: who proposes to join a pair and who is awaited, or what rests in what. */
export function JoinLine({ join }: { join: ActivityJoin }) {
  const t = useTranslations('overlaps')
  const { kept, joined, state, byAgency, byName, parties } = join
  if (state === 'joined') return <p className="text-sm">{t('joinedInto', { kept, joined })}</p>
  const awaits = parties.flatMap(({ acronym, agreedAt }) => (agreedAt === null ? [acronym] : [])).join(', ')
  return <p className="text-sm font-medium">{t('proposalWaits', { agency: byAgency ?? byName, awaits })}</p>
}
