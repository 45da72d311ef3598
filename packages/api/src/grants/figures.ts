import type { Trx } from '@concert/db/client'
import { findPublicPools } from '@concert/db/grant-pools'
import { findPublicGrants } from '@concert/db/public-grants'
import { totalsOf } from '@concert/domain/grant-publication'
import type { PublicGrantRow } from '@concert/domain/grant-views'
import type { FigureDefinition, FigureProof } from '../figures/figure.ts'

const sampleSize = 50

/** What was given to those who assist victims, of everything that may be told. */
export const grantFigures: readonly FigureDefinition[] = [
  {
    id: 'grants.awarded',
    unit: 'usd_minor',
    value: async (trx) => (await sumGrants(trx)).awardedUsd,
    proof: proofOf((row) => row.awardedUsd),
  },
  {
    id: 'grants.disbursed',
    unit: 'usd_minor',
    value: async (trx) => (await sumGrants(trx)).disbursedUsd,
    proof: proofOf((row) => row.disbursedUsd),
  },
  { id: 'grants.count', unit: 'count', value: async (trx) => (await sumGrants(trx)).grants, proof: proofOf(() => 1) },
]

async function sumGrants(trx: Trx) {
  // No breakdown by place is asked for, so none is worked out.
  return totalsOf({ rows: await findPublicGrants(trx, 'en'), pools: await findPublicPools(trx, 'en') }, new Map())
}

/** Public grants by reference; the others are told by their number, and only where that says nothing of one of them. */
function proofOf(value: (row: PublicGrantRow) => number | null): FigureDefinition['proof'] {
  return async (trx): Promise<FigureProof> => {
    const { withheld } = await sumGrants(trx)
    const rows = await findPublicGrants(trx, 'en')
    const named = rows.filter(({ visibility }) => visibility === 'public')
    const byRegion = rows.length - named.length
    const pooled = (await findPublicPools(trx, 'en')).length > 0
    const sample = named.slice(0, sampleSize).map((row) => ({
      label: row.id,
      value: value(row) ?? 0,
      link: '/fund/grants',
    }))
    const leftOut = [
      { reason: pooled ? 'region_only_grant' : 'too_few_grants', rows: byRegion },
      { reason: 'withheld_grant', rows: withheld },
    ]
    return { rowsIn: named.length + byRegion + withheld, sample, leftOut: leftOut.filter((reason) => reason.rows > 0) }
  }
}
