import type { PledgeRow } from '@concert/domain/fund-views'
import type { PledgeLife } from '@concert/domain/pledge'
import { useTranslations } from 'use-intl/react'
import { Badge } from '../ui/Badge.tsx'

const tones = {
  announced: 'neutral',
  formalised: 'accent',
  part_received: 'accent',
  received: 'success',
  withdrawn: 'neutral',
  closed_partly_fulfilled: 'neutral',
} as const satisfies Record<PledgeLife, string>

/** Where a pledge stands, and what is to be said beside it. */
export function PledgeState({ pledge }: { pledge: Pick<PledgeRow, 'kind' | 'life' | 'flags'> }) {
  const t = useTranslations('pledges')
  const { kind, life, flags } = pledge
  return (
    <span className="inline-flex flex-wrap gap-1.5">
      <Badge tone={tones[life]}>{kind === 'money' ? t(`lives.${life}`) : t(`beside.${kind}.${life}`)}</Badge>
      {flags.map((flag) => (
        <Badge key={flag} tone={flag === 'overdue' ? 'danger' : 'warning'}>
          {t(`flags.${flag}`)}
        </Badge>
      ))}
    </span>
  )
}
