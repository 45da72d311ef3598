import { randomUUID } from 'node:crypto'
import { allOf, anAnnouncement, aPayment, usd } from '@concert/api/testing/fund'
import { anOffice, type Officers } from '@concert/api/testing/fund-model/officers'
import { requireInvariants } from '@concert/api/testing/fund-model/run'
import { emptyFund } from '@concert/db/testing/empty-fund'
import { findKeptBalances } from '@concert/db/testing/fund-balances'
import type { Fault } from '../fault.ts'
import { refusalIn } from './refusal.ts'

const rounds = 500

/** Three payments of 60 % arrive for one pledge at the same moment, recorded with it or allocated to it afterwards. */
export const threePayments: Fault = {
  what: 'three payments of 60 % to one pledge at once',
  figure: () => `one allocated, two refused, never over 100 %, ${rounds} of ${rounds}`,
  async run({ world, note }) {
    await emptyFund(world.db)
    const office = await anOffice(world)
    let right = 0
    for (let round = 0; round < rounds; round += 1) {
      const announcement = anAnnouncement({ donorId: office.donors[0] ?? '', amount: usd(1_000) })
      const { id } = await office.one.pledges.announce(announcement)
      const pay = round % 2 === 0 ? await recordingFor(office, id) : await allocatingTo(office, id)
      const outcomes = await Promise.allSettled(pay.map((send) => send()))
      const refused = outcomes.flatMap((outcome) =>
        outcome.status === 'rejected' ? [refusalIn(outcome.reason)?.code ?? String(outcome.reason)] : [],
      )
      const received = (await findKeptBalances(world.db))[`received of pledge ${id}`]
      const isAllowed = refused.length === 2 && refused.every((code) => code === 'payments.more_than_pledged')
      if (isAllowed && received === '600 (600 US cents)') right += 1
      else note(`round ${round}: received ${received}, ${refused.join(', ')}`)
    }
    await requireInvariants(world)
    return { reached: `${right} of ${rounds}`, isReached: right === rounds }
  },
}

type Sending = (() => Promise<unknown>)[]

function threeReceipts({ donors, accounts }: Officers) {
  const terms = { donorId: donors[0] ?? '', bankAccountId: accounts.USD ?? '', amount: usd(600) }
  return [aPayment(terms), aPayment(terms), aPayment(terms)]
}

async function recordingFor(office: Officers, pledgeId: string): Promise<Sending> {
  const allocations = [allOf(pledgeId, usd(600))]
  return threeReceipts(office).map((receipt) => () => office.one.payments.record({ ...receipt, allocations }))
}

async function allocatingTo(office: Officers, pledgeId: string): Promise<Sending> {
  const allocations = [allOf(pledgeId, usd(600))]
  const sending: Sending = []
  for (const receipt of threeReceipts(office)) {
    const { id } = await office.one.payments.record(receipt)
    const input = { paymentId: id, allocatedOn: '2026-10-01', allocations, idempotencyKey: randomUUID() }
    sending.push(() => office.other.payments.allocate(input))
  }
  return sending
}
