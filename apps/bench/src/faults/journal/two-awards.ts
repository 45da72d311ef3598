import { randomUUID } from 'node:crypto'
import { usd } from '@concert/api/testing/fund'
import { requireInvariants } from '@concert/api/testing/fund-model/run'
import { anAwardOf, someGrants } from '@concert/api/testing/grants'
import { emptyFund } from '@concert/db/testing/empty-fund'
import type { Fault } from '../fault.ts'
import { refusalIn } from './refusal.ts'

const rounds = 100

/** Two awards of 60 % of what is free are confirmed at the same moment, by two officers. */
export const twoAwards: Fault = {
  what: 'two awards of 60 % of what is free at once',
  figure: () => `one awarded, one refused, never over what is free, ${rounds} of ${rounds}`,
  async run({ world, note }) {
    await emptyFund(world.db)
    const fund = await someGrants(world)
    const [asking, ...confirming] = [world.fundManager, world.as('fund_manager'), world.as('fund_manager')]
    let right = 0
    for (let round = 0; round < rounds; round += 1) {
      const grants = [
        await fund.anApprovedGrant({ amount: usd(600_000) }),
        await fund.anApprovedGrant({ amount: usd(600_000) }),
      ]
      const asked: string[] = []
      for (const grant of grants) asked.push((await asking.grants.award(anAwardOf(grant))).id)
      const outcomes = await Promise.allSettled(
        confirming.map((officer, index) =>
          officer.signatures.confirm({ id: asked[index] ?? '', idempotencyKey: randomUUID() }),
        ),
      )
      const awarded = grants.filter((_, index) => outcomes[index]?.status === 'fulfilled')
      const refused = outcomes.flatMap((outcome) =>
        outcome.status === 'rejected' ? [refusalIn(outcome.reason)?.code ?? String(outcome.reason)] : [],
      )
      if (awarded.length === 1 && refused[0] === 'grants.more_than_free') right += 1
      else note(`round ${round}: ${awarded.length} awarded, ${refused.join(', ')}`)
      // What was awarded is cut, so that the next round finds the same fund.
      for (const { id, amount } of awarded) {
        const cut = { grantId: id, on: '2026-10-05', amount, reason: 'The next round', idempotencyKey: randomUUID() }
        await asking.grants.cut(cut)
      }
    }
    await requireInvariants(world)
    return { reached: `${right} of ${rounds}`, isReached: right === rounds }
  },
}
