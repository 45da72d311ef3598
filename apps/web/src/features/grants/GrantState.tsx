import type { AidKind, GrantVisibility } from '@concert/domain/codelists'
import type { GrantLife } from '@concert/domain/grant'
import { useTranslations } from 'use-intl/react'
import { Badge } from '../../ui/Badge.tsx'

const tones = {
  proposed: 'neutral',
  advised: 'neutral',
  approved: 'accent',
  declined: 'neutral',
  awarded: 'accent',
  part_disbursed: 'accent',
  disbursed: 'success',
  cancelled: 'neutral',
} as const satisfies Record<GrantLife, string>

/** Where a grant stands, and whether it is hidden from the public. */
export function GrantState({ life, visibility }: { life: GrantLife; visibility: GrantVisibility }) {
  const t = useTranslations('grants')
  const tCodes = useTranslations('codes')
  return (
    <span className="flex flex-wrap gap-2">
      <Badge tone={tones[life]}>{t(`lives.${life}`)}</Badge>
      {visibility !== 'public' && <Badge tone="warning">{tCodes(`grantVisibilities.${visibility}`)}</Badge>}
    </span>
  )
}

/** Kinds of aid, one after the other. */
export function AidKinds({ kinds }: { kinds: readonly AidKind[] }) {
  const tCodes = useTranslations('codes')
  return (
    <ul>
      {kinds.map((kind) => (
        <li key={kind}>{tCodes(`aidKinds.${kind}`)}</li>
      ))}
    </ul>
  )
}
