import { aPayment, usd } from '@concert/api/testing/fund'
import { anOffice } from '@concert/api/testing/fund-model/officers'
import { emptyFund } from '@concert/db/testing/empty-fund'
import type { Fault } from '../fault.ts'
import { refusalIn } from './refusal.ts'

const rounds = 200

/** Two officers have the same line of the bank's statement before them. */
export const oneBankReference: Fault = {
  what: 'two officers, one bank reference',
  figure: () => `1 booked, the other told which, ${rounds} of ${rounds}`,
  async run({ world, note }) {
    await emptyFund(world.db)
    const { one, other, donors, accounts } = await anOffice(world)
    let right = 0
    for (let round = 0; round < rounds; round += 1) {
      const bankReference = `REF ${round}`
      const theirs = { donorId: donors[0] ?? '', bankAccountId: accounts.USD ?? '', amount: usd(500), bankReference }
      const outcomes = await Promise.allSettled(
        [one, other].map((officer) => officer.payments.record(aPayment(theirs))),
      )
      const booked = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []))
      const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [refusalIn(outcome.reason)] : []))
      const isTold =
        refused[0]?.code === 'payments.bank_reference_taken' && refused[0].params.reference === booked[0]?.reference
      if (booked.length === 1 && refused.length === 1 && isTold) right += 1
      else note(`round ${round}: ${booked.length} booked, ${refused.map((one) => one?.code).join(', ')}`)
    }
    return { reached: `${right} of ${rounds}`, isReached: right === rounds }
  },
}
