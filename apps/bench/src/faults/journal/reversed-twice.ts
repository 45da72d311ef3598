import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { allOf, anAnnouncement, aPayment, eur, usd } from '@concert/api/testing/fund'
import { anOffice, type Officers } from '@concert/api/testing/fund-model/officers'
import { requireInvariants } from '@concert/api/testing/fund-model/run'
import { emptyFund } from '@concert/db/testing/empty-fund'
import { countEntries, findKeptBalances } from '@concert/db/testing/fund-balances'
import type { Fault } from '../fault.ts'
import { refusalIn } from './refusal.ts'

const entries = 500
const on = '2026-11-20'

/** One officer asks for a reversal, and two others confirm it at the same moment. */
export const reversedTwice: Fault = {
  what: `${entries} entries each reversed twice at once`,
  figure: () => `${entries} reversed, ${entries} refused, all balances as before`,
  async run({ world, note }) {
    await emptyFund(world.db)
    const office = await anOffice(world)
    const confirming = [office.other, world.as('fund_manager')]
    const booking = await aGround(office)
    const before = await findKeptBalances(world.db)
    const booked: number[] = []
    for (let index = 0; index < entries; index += 1) {
      await booking[index % booking.length]?.()
      booked.push(await countEntries(world.db))
    }
    let reversed = 0
    let refused = 0
    for (const number of booked.toReversed()) {
      const request = { number, on, reason: 'Booked by mistake', idempotencyKey: randomUUID() }
      const { id } = await office.one.journal.reverse(request)
      const outcomes = await Promise.allSettled(
        confirming.map((officer) => officer.signatures.confirm({ id, idempotencyKey: randomUUID() })),
      )
      for (const outcome of outcomes) {
        if (outcome.status === 'fulfilled') reversed += 1
        else if (refusalIn(outcome.reason)?.code === 'signatures.decided_already') refused += 1
        else note(`entry ${number}: ${String(outcome.reason)}`)
      }
    }
    const isAsBefore = isDeepStrictEqual(await findKeptBalances(world.db), before)
    await requireInvariants(world)
    return {
      reached: `${reversed} reversed, ${refused} refused, balances ${isAsBefore ? 'as before' : 'CHANGED'}`,
      isReached: reversed === entries && refused === entries && isAsBefore,
    }
  },
}

/** A fund with a pledge, a payment and cash, and what may be booked upon it again and again, one entry each. */
async function aGround({ one, donors, accounts }: Officers): Promise<(() => Promise<unknown>)[]> {
  const donorId = donors[0] ?? ''
  const [dollars, euros] = [accounts.USD ?? '', accounts.EUR ?? '']
  const pledge = await one.pledges.announce(anAnnouncement({ donorId, amount: eur(100_000_000) }))
  const payment = await one.payments.record(aPayment({ donorId, bankAccountId: euros, amount: eur(90_000_000) }))
  await one.payments.allocate({
    paymentId: payment.id,
    allocatedOn: '2026-10-02',
    allocations: [allOf(pledge.id, eur(20_000_000))],
    idempotencyKey: randomUUID(),
  })
  const key = () => ({ idempotencyKey: randomUUID() })
  const byDocument = () => ({ on, document: 'Statement of account', ...key() })
  const byLetter = () => ({ on, reason: 'Letter', ...key() })
  const formalising = { pledgeId: pledge.id, formalisedOn: '2026-10-10', evidence: 'Letters', instalments: null }
  return [
    () => one.pledges.announce(anAnnouncement({ donorId, amount: usd(12_345) })),
    () => one.pledges.formalise({ ...formalising, amount: eur(1_001), conditional: false, ...key() }),
    () => one.pledges.formalise({ ...formalising, amount: eur(777), conditional: true, ...key() }),
    () => one.pledges.reduce({ pledgeId: pledge.id, amount: eur(500), from: 'owed', ...byLetter() }),
    () => one.payments.record(aPayment({ donorId, bankAccountId: dollars, amount: usd(999) })),
    () => one.payments.giveOverpayment({ paymentId: payment.id, amount: eur(13), ...byLetter() }),
    () => one.payments.refund({ paymentId: payment.id, amount: eur(17), bankAccountId: euros, ...byLetter() }),
    () => one.treasury.recordInterest({ bankAccountId: euros, amount: eur(333), ...byDocument() }),
    () => one.treasury.recordSupportCost({ bankAccountId: euros, amount: eur(77), ...byDocument() }),
    () =>
      one.treasury.recordConversion({
        fromAccountId: euros,
        given: eur(101),
        intoAccountId: dollars,
        got: usd(113),
        ...byDocument(),
      }),
  ]
}
