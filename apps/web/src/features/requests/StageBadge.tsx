import type { RequestStage } from '@concert/domain/request'
import { useTranslations } from 'use-intl/react'
import { Badge } from '../../ui/Badge.tsx'

const tones = {
  received: 'warning',
  acknowledged: 'warning',
  matched: 'accent',
  in_delivery: 'accent',
  answered: 'success',
  declined: 'neutral',
  withdrawn: 'neutral',
} as const satisfies Record<RequestStage, string>

export function StageBadge({ stage }: { stage: RequestStage }) {
  const t = useTranslations('requests.stages')
  return <Badge tone={tones[stage]}>{t(stage)}</Badge>
}
