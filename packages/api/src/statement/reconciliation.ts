import type { Trx } from '@concert/db/client'

/** How far the books were compared with the accounts of record, and what was different there. */
export interface ReconciliationState {
  until: string
  differenceUsd: number
}

/** Null before the first comparison. */
export async function findReconciliation(_trx: Trx): Promise<ReconciliationState | null> {
  return null
}
