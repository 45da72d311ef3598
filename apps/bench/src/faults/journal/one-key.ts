import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { anAnnouncement, usd } from '@concert/api/testing/fund'
import { anOffice } from '@concert/api/testing/fund-model/officers'
import { emptyFund } from '@concert/db/testing/empty-fund'
import { countEntries } from '@concert/db/testing/fund-balances'
import type { Fault } from '../fault.ts'
import { refusalOf } from './refusal.ts'

const clients = 50
const rounds = 200

/** A line that breaks is tried again: fifty times the same request at the same moment. */
export const oneKey: Fault = {
  what: `${clients} clients, one idempotency key, and the key again with another body`,
  figure: () => `1 entry and ${clients} equal answers, then a refusal, ${rounds} of ${rounds}`,
  async run({ world, note }) {
    await emptyFund(world.db)
    const { one, donors } = await anOffice(world)
    let right = 0
    for (let round = 0; round < rounds; round += 1) {
      const before = await countEntries(world.db)
      const input = anAnnouncement({ donorId: donors[0] ?? '', amount: usd(1 + round), idempotencyKey: randomUUID() })
      const answers = await Promise.all(Array.from({ length: clients }, () => one.pledges.announce(input)))
      const refusal = await refusalOf(() => one.pledges.announce({ ...input, amount: usd(2 + round) }))
      const booked = (await countEntries(world.db)) - before
      const isRight = booked === 1 && answers.every((answer) => isDeepStrictEqual(answer, answers[0]))
      if (isRight && refusal?.code === 'errors.key_reused') right += 1
      else note(`round ${round}: ${booked} entries, ${refusal?.code}`)
    }
    return { reached: `${right} of ${rounds}`, isReached: right === rounds }
  },
}
