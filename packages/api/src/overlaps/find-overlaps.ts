import type { Trx } from '@concert/db/client'
import { findCandidatesAfter } from '@concert/db/overlap-candidates'
import { countOverlapStates, type OverlapCounts } from '@concert/db/overlaps'
import { findPlaceTree } from '@concert/db/places'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { renewPairsOf } from './renew-overlaps.ts'

export interface OverlapSearch extends OverlapCounts {
  /** How many activities were compared with all others. */
  compared: number
}

const batchSize = 100

/**
 * Compares what is planned or under way with the whole log and brings the stored pairs into line, in batches that each
 * stand for themselves: what is done stays done when the rest is cut off, and no write waits for long. Two completed
 * activities are no overlap, so that this meets every pair. Verdicts stay. `onBatch` hears how many are compared.
 */
export async function findOverlaps(
  ctx: Context,
  onBatch: (compared: number) => void = () => {},
): Promise<OverlapSearch> {
  let compared = 0
  for (let last: string | null = null; ; onBatch(compared)) {
    const ids: string[] = await inTransaction(ctx, (trx) => renewBatch(trx, last, batchSize))
    last = ids.at(-1) ?? null
    if (last === null) break
    compared += ids.length
  }
  return { compared, ...(await inTransaction(ctx, countOverlapStates)) }
}

/** Compares the first activities of the log, at most so many, and answers with the last of them. */
export async function renewBatch(trx: Trx, after: string | null, limit: number): Promise<string[]> {
  const tree = await findPlaceTree(trx)
  const batch = await findCandidatesAfter(trx, after, limit)
  for (const activity of batch) await renewPairsOf(trx, activity, tree)
  return batch.map(({ id }) => id)
}
