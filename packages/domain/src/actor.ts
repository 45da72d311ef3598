export const roles = ['contributor', 'focal_point', 'fund_manager', 'coordinator', 'administrator'] as const
export type Role = (typeof roles)[number]

/** Who asks. A person belongs to one agency at a time; the system is the terminal and the seed. */
export type Actor =
  | { kind: 'anonymous' }
  | { kind: 'person'; userId: string; name: string; agencyId: string | null; roles: readonly Role[] }
  | { kind: 'system'; name: string }

/** Policy → who may. The database's row-level security is the second gate behind this one. */
export const policies = {
  public: 'anyone',
  signed_in: 'signed_in',
  'activities.read_group': 'signed_in',
  'activities.write': ['contributor', 'focal_point'],
  'activities.publish': ['focal_point'],
  'imports.write': ['focal_point', 'fund_manager', 'coordinator'],
  'fund.read': ['fund_manager'],
  'fund.write': ['fund_manager'],
  'group.read': 'signed_in',
  'rounds.report': ['contributor', 'focal_point'],
  'rounds.clear': ['focal_point'],
  'overlaps.settle': ['focal_point', 'coordinator'],
  'requests.offer': ['focal_point'],
  'coordination.write': ['coordinator'],
  'agencies.mailbox': ['focal_point', 'coordinator', 'administrator'],
  'users.write': ['administrator'],
  'checks.run': ['fund_manager', 'administrator'],
  'audit.read': ['administrator'],
} as const satisfies Record<string, 'anyone' | 'signed_in' | readonly Role[]>

export type Policy = keyof typeof policies

/** Whether `actor` may use a procedure with this policy. */
export function mayUse(actor: Actor, policy: Policy): boolean {
  const who: 'anyone' | 'signed_in' | readonly Role[] = policies[policy]
  if (who === 'anyone' || actor.kind === 'system') return true
  if (actor.kind === 'anonymous') return false
  return who === 'signed_in' || who.some((role) => actor.roles.includes(role))
}
