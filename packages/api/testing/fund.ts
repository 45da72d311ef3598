import { randomUUID } from 'node:crypto'
import type { AllocationRequest, PaymentRecord } from '@concert/domain/payment'
import type { PledgeAnnouncement } from '@concert/domain/pledge'
import type { World } from './callers.ts'

export const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' })
export const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' })
export const jpy = (amountMinor: number) => ({ amountMinor, currency: 'JPY' })

type MoneyAnnouncement = Extract<PledgeAnnouncement, { kind: 'money' }>

/** What `pledges.announce` is called with: USD 1,000 on 1 September 2026, unless said otherwise. */
export function anAnnouncement(over: Partial<MoneyAnnouncement> & { donorId: string }): MoneyAnnouncement {
  return {
    kind: 'money',
    announcedOn: '2026-09-01',
    meetingId: null,
    amount: usd(100_000),
    condition: { kind: 'none', matchPercent: null, note: null },
    instalments: [],
    earmarking: 'unearmarked',
    earmarkingNote: null,
    idempotencyKey: randomUUID(),
    ...over,
  }
}

/** What `payments.record` is called with: USD 500 on 1 October 2026, unless said otherwise. */
export function aPayment(over: Partial<PaymentRecord> & { donorId: string; bankAccountId: string }): PaymentRecord {
  const amount = over.amount ?? usd(50_000)
  return {
    receivedOn: '2026-10-01',
    amount,
    fee: { amountMinor: 0, currency: amount.currency },
    bankReference: `REF ${randomUUID()}`,
    document: null,
    lookAlikeReason: null,
    allocations: [],
    idempotencyKey: randomUUID(),
    ...over,
  }
}

export function allOf(pledgeId: string, amount: AllocationRequest['amount']): AllocationRequest {
  return { pledgeId, instalmentId: null, amount, settles: null }
}

export interface FundWorld {
  donorId: string
  otherDonorId: string
  /** An individual whose name nobody but fund managers may learn. */
  anonymousId: string
  dollars: string
  euros: string
}

export const secretName = 'Zebulon Secretname'

/** Rates of 1 August and 1 October 2026, two named donors and an anonymous one, two bank accounts. */
export async function aFund({ fundManager }: World): Promise<FundWorld> {
  for (const [currency, on, unitsPerUsd] of [
    ['EUR', '2026-08-15', '0.9'],
    ['EUR', '2026-10-01', '0.8'],
    ['JPY', '2026-09-01', '149.2'],
  ] as const) {
    await fundManager.rates.record({ currency, on, unitsPerUsd, source: 'Test', idempotencyKey: randomUUID() })
  }
  const register = async (kind: 'GOV' | 'IND', name: string, anonymous = false) => {
    const names = [{ name, language: 'en' as const, role: 'main' as const, since: null }]
    const registration = { kind, names, placeCode: null, anonymous, idempotencyKey: randomUUID() }
    return (await fundManager.donors.register(registration)).id
  }
  const open = async (name: string, currency: string) =>
    (await fundManager.payments.openBankAccount({ name, currency, idempotencyKey: randomUUID() })).id
  return {
    donorId: await register('GOV', 'Donor State A'),
    otherDonorId: await register('GOV', 'Donor State B'),
    anonymousId: await register('IND', secretName, true),
    dollars: await open('Main account', 'USD'),
    euros: await open('Euro account', 'EUR'),
  }
}
