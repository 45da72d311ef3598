import type { GrantStory } from '@concert/domain/grant-views'

export const grantActions = ['advise', 'decide', 'award', 'disburse', 'refund', 'cut', 'visibility'] as const
export type GrantAction = (typeof grantActions)[number]

/** What can happen next to a grant, the likeliest first; whether its terms hold is the server's to say. */
export function actionsFor({ advice, decision, standing, awaitsSignature }: GrantStory): GrantAction[] {
  const { awarded, payable, disbursed, refunded } = standing
  if (awarded.amountMinor > 0) {
    return [
      ...(payable.amountMinor > 0 ? (['disburse', 'cut'] as const) : []),
      ...(disbursed.amountMinor > refunded.amountMinor ? (['refund'] as const) : []),
      'visibility',
    ]
  }
  if (awaitsSignature) return ['visibility']
  if (decision?.decision === 'approved') return ['award', 'decide', 'visibility']
  if (decision) return ['decide', 'visibility']
  return advice ? ['decide', 'advise', 'visibility'] : ['advise', 'visibility']
}
