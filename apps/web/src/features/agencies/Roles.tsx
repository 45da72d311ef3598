import { codeKey, type MembershipRole } from '@concert/domain/codelists'
import { useTranslations } from 'use-intl/react'
import type { Answers } from '../../trpc.ts'
import { Badge } from '../../ui/Badge.tsx'
import { usePeriod } from './period.ts'

type Membership = Answers['agencies']['get']['memberships'][number]

/** What an agency has been in the group, one role a line, beside it the periods that a source dates. */
export function Roles({ memberships }: { memberships: readonly Membership[] }) {
  const t = useTranslations('agencies')
  const tCodes = useTranslations('codes')
  const period = usePeriod()
  const byRole = new Map<MembershipRole, Membership[]>()
  for (const membership of memberships) {
    byRole.set(membership.role, [...(byRole.get(membership.role) ?? []), membership])
  }
  return (
    <ul className="space-y-0.5">
      {[...byRole].map(([role, periods]) => (
        <li key={role}>
          {tCodes(codeKey('membershipRoles', role))}{' '}
          {periods.some(isDated) && (
            <span className="text-ink-soft">({periods.filter(isDated).map(period).join('; ')})</span>
          )}{' '}
          {periods.some(isUnverified) && <Badge tone="warning">{t('unverified')}</Badge>}
        </li>
      ))}
    </ul>
  )
}

function isDated({ fromOn, untilOn }: Membership): boolean {
  return fromOn !== null || untilOn !== null
}

/** Whether only coordinators see it so far. */
export function isUnverified(row: { basis: string; confirmed: boolean }): boolean {
  return row.basis === 'unverified' && !row.confirmed
}
