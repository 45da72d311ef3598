import type { Trx } from '@concert/db/client'
import {
  countMoneyLeftOut,
  countPledgesBeside,
  proveDonors,
  provePledges,
  sumFundFlows,
  sumFundTotals,
} from '@concert/db/fund-totals'
import { findRatesUsed } from '@concert/db/rates-used'
import { waterfallOf } from '@concert/domain/waterfall'
import type { FigureDefinition } from '../figures/figure.ts'

const sampleSize = 50
const ratesShown = 50

/** The three numbers that never share a total, what is outstanding, and how many promised. */
export const fundFigures: readonly FigureDefinition[] = [
  {
    id: 'fund.announced',
    unit: 'usd_minor',
    value: async (trx) => (await sumFundTotals(trx)).announcedUsd,
    proof: proofOf('announced'),
  },
  {
    id: 'fund.formalised',
    unit: 'usd_minor',
    value: async (trx) => (await sumFundTotals(trx)).formalisedUsd,
    proof: proofOf('formalised'),
  },
  {
    id: 'fund.received',
    unit: 'usd_minor',
    value: async (trx) => (await sumFundTotals(trx)).receivedUsd,
    proof: proofOf('received'),
  },
  {
    id: 'fund.outstanding',
    unit: 'usd_minor',
    value: async (trx) => (await sumFundTotals(trx)).outstandingUsd,
    // Publicly a total only: who owes what is for fund managers.
    async proof(trx) {
      const { rowsIn } = await provePledges(trx, 'formalised', 0)
      const leftOut = rowsIn > 0 ? [{ reason: 'total_only', rows: rowsIn }] : []
      return { rowsIn, sample: [], leftOut, rates: await findRatesUsed(trx, ['pledge_income'], ratesShown) }
    },
  },
  {
    id: 'fund.naive_sum',
    unit: 'usd_minor',
    value: async (trx) => waterfallOf(await sumFundFlows(trx)).naiveUsd,
    async proof(trx) {
      const { naiveEntries, steps, officialUsd } = waterfallOf(await sumFundFlows(trx))
      const taken = steps.map(({ id, usdMinor, entries }) => ({ id, usdMinor, rows: entries }))
      const { pledges } = await sumFundTotals(trx)
      return {
        rowsIn: naiveEntries,
        sample: [],
        leftOut: await countPledgesBeside(trx),
        steps: [...taken, { id: 'official', usdMinor: officialUsd, rows: pledges }],
      }
    },
  },
  {
    id: 'donors.announced',
    unit: 'count',
    value: async (trx) => (await sumFundTotals(trx)).donors,
    async proof(trx) {
      const { rowsIn, rows, anonymous } = await proveDonors(trx, sampleSize)
      const sample = rows.map(({ id, name }) => ({ label: name, value: 1, link: `/fund/donors/${id}` }))
      return { rowsIn, sample, leftOut: anonymousOnes(anonymous) }
    },
  },
]

/** Named donors' pledges by reference; those of anonymous donors are in the sum, but not in the list. */
function proofOf(number: 'announced' | 'formalised' | 'received'): FigureDefinition['proof'] {
  return async (trx) => {
    const { rowsIn, rows, anonymous } = await provePledges(trx, number, sampleSize)
    const sample = rows.map(({ reference, usdMinor }) => ({
      label: reference,
      value: usdMinor,
      link: `/fund/pledges/${reference}`,
    }))
    const leftOut = [...anonymousOnes(anonymous), ...(await besideMoney(trx, number))]
    return { rowsIn, sample, leftOut, rates: await findRatesUsed(trx, [accountOf[number]], ratesShown) }
  }
}

// A receipt is converted when it comes in; matching it to a pledge later takes its share along.
const accountOf = { announced: 'announced', formalised: 'pledge_income', received: 'unallocated' } as const

/** What somebody might look for in this number and does not find. */
async function besideMoney(trx: Trx, number: keyof typeof accountOf): Promise<{ reason: string; rows: number }[]> {
  const beside = number === 'received' ? await countMoneyLeftOut(trx) : await countPledgesBeside(trx)
  return beside.filter(({ rows }) => rows > 0)
}

function anonymousOnes(rows: number) {
  return rows > 0 ? [{ reason: 'anonymous_donor', rows }] : []
}
