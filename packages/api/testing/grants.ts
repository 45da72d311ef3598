import { randomUUID } from 'node:crypto'
import type { GrantCallOpening, GrantProposal } from '@concert/domain/grant'
import type { Money } from '@concert/domain/money'
import { aFund, aPayment, type FundWorld, usd } from './fund.ts'
import type { World } from './world.ts'

export const kes = (amountMinor: number): Money => ({ amountMinor, currency: 'KES' })

/** What `grants.openCall` is called with. */
export function aCall(over: Partial<GrantCallOpening> = {}): GrantCallOpening {
  return {
    cycle: '7',
    title: { en: 'Seventh cycle' },
    year: 2026,
    openedOn: '2026-01-10',
    closedOn: '2026-03-10',
    theme: null,
    received: 120,
    eligible: 80,
    shortlisted: 20,
    boardAdvisedOn: null,
    decidedOn: null,
    source: 'Test',
    idempotencyKey: randomUUID(),
    ...over,
  }
}

/** What `grants.propose` is called with: USD 1,000 in Kenya on 1 September 2026, public, unless said otherwise. */
export function aProposal(over: Partial<GrantProposal> & { callId: string; granteeId: string }): GrantProposal {
  return {
    placeCode: '404',
    aidKinds: ['legal'],
    title: 'Legal aid for survivors',
    amount: usd(100_000),
    proposedOn: '2026-09-01',
    from: null,
    until: null,
    visibility: 'public',
    doNoHarmNote: null,
    idempotencyKey: randomUUID(),
    ...over,
  }
}

export interface GrantWorld extends FundWorld {
  callId: string
  granteeId: string
  /** Advised, approved: only the award is missing. */
  anApprovedGrant(over?: Partial<GrantProposal>): Promise<{ id: string; reference: string; amount: Money }>
  /** Asked for by one fund manager and confirmed by another one. */
  anAward(over?: Partial<GrantProposal>, on?: string): Promise<{ id: string; reference: string; amount: Money }>
}

/** The fund of `aFund` with USD 10,000 at the bank since 1 October 2026, a call and a grantee. */
export async function someGrants(world: World): Promise<GrantWorld> {
  const { fundManager } = world
  const fund = await aFund(world)
  await fundManager.rates.record({
    currency: 'KES',
    on: '2026-10-01',
    unitsPerUsd: '130',
    source: 'Test',
    idempotencyKey: randomUUID(),
  })
  const { donorId, dollars: bankAccountId } = fund
  const payment = await fundManager.payments.record(aPayment({ donorId, bankAccountId, amount: usd(1_000_000) }))
  await fundManager.payments.giveOverpayment({
    paymentId: payment.id,
    on: '2026-10-01',
    amount: usd(1_000_000),
    reason: 'A gift',
    idempotencyKey: randomUUID(),
  })
  const { id: callId } = await fundManager.grants.openCall(aCall())
  const { id: granteeId } = await fundManager.grants.registerGrantee({
    kind: 'non_governmental',
    names: [
      { name: 'Shelter Association', language: 'en' },
      { name: 'Association du refuge', language: 'fr' },
    ],
    placeCode: '404',
    idempotencyKey: randomUUID(),
  })
  const second = world.as('fund_manager')
  const anApprovedGrant: GrantWorld['anApprovedGrant'] = async (over = {}) => {
    const proposal = aProposal({ callId, granteeId, ...over })
    const { id, reference } = await fundManager.grants.propose(proposal)
    const { amount } = proposal
    const step = () => ({ grantId: id, on: '2026-10-01', note: null, idempotencyKey: randomUUID() })
    await fundManager.grants.recordAdvice({ ...step(), advice: 'recommended' })
    await fundManager.grants.decide({ ...step(), decision: 'approved', amount })
    return { id, reference, amount }
  }
  const anAward: GrantWorld['anAward'] = async (over = {}, on = '2026-10-05') => {
    const grant = await anApprovedGrant(over)
    const { id } = await fundManager.grants.award(anAwardOf(grant, { on }))
    await second.signatures.confirm({ id, idempotencyKey: randomUUID() })
    return grant
  }
  return { ...fund, callId, granteeId, anApprovedGrant, anAward }
}

/** What `grants.award` is called with. */
export function anAwardOf(grant: { id: string; amount: Money }, over: { on?: string; amount?: Money } = {}) {
  return {
    grantId: grant.id,
    on: '2026-10-05',
    amount: grant.amount,
    instalments: [],
    reason: 'Agreement 1',
    idempotencyKey: randomUUID(),
    ...over,
  }
}
