import { proveDonors, provePledges, sumFundTotals } from '@concert/db/fund-totals'
import type { FigureDefinition } from '../figures/figure.ts'

const sampleSize = 50

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
      return { rowsIn, sample: [], leftOut: rowsIn > 0 ? [{ reason: 'total_only', rows: rowsIn }] : [] }
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
    return { rowsIn, sample, leftOut: anonymousOnes(anonymous) }
  }
}

function anonymousOnes(rows: number) {
  return rows > 0 ? [{ reason: 'anonymous_donor', rows }] : []
}
