import type { Balances } from '@concert/db/testing/fund-balances'
import { sumOf, type Worth } from './books.ts'
import type { FundModel } from './model.ts'

/** Every balance that the fund keeps, as the model has it, under the names that the database gives them. */
export function balancesOf(model: FundModel): Balances {
  const told: [string, Worth][] = []
  for (const [index, { id }] of model.pledges.entries()) {
    const { announced, formalised, conditional, receivable, received, reduced, writtenOff } = model.pledge(index)
    const named = { announced, formalised, conditional, receivable, received, reduced, written_off: writtenOff }
    for (const [name, worth] of Object.entries(named)) told.push([`${name} of pledge ${id}`, worth])
    for (const instalment of model.pledges[index]?.instalments.keys() ?? []) {
      told.push([`paid on ${instalment + 1} of pledge ${id}`, { minor: model.paidOn(index, instalment), usd: 0n }])
    }
  }
  for (const [index, { id }] of model.payments.entries()) {
    told.push([`unallocated of payment ${id}`, model.payment(index).unallocated])
  }
  for (const currency of ['USD', 'EUR', 'JPY', 'KWD']) told.push([`cash in ${currency}`, model.cash(currency)])

  const dollars = (usd: bigint): Worth => ({ minor: 0n, usd })
  const ofPledges = (account: string) =>
    sumOf(model.lines, (line) => line.account === account && line.pledge !== undefined).usd
  told.push(['public announced', dollars(ofPledges('announced'))])
  told.push(['public formalised', dollars(-ofPledges('pledge_income'))])
  told.push(['public received', dollars(ofPledges('unallocated'))])
  told.push(['public outstanding', dollars(ofPledges('receivable'))])
  return told.reduce<Balances>(tell, {})
}

/** The sum of every account in every currency. */
export function sumsOf(model: FundModel): Balances {
  const names = new Set(model.lines.map(({ account, currency }) => `${account} ${currency}`))
  return [...names]
    .map((name): [string, Worth] => [
      name,
      sumOf(model.lines, ({ account, currency }) => `${account} ${currency}` === name),
    ])
    .reduce<Balances>(tell, { entries: String(model.entries.length) })
}

function tell(told: Balances, [name, { minor, usd }]: [string, Worth]): Balances {
  if (minor !== 0n || usd !== 0n) told[name] = `${minor} (${usd} US cents)`
  return told
}
