import type { Trx } from '@concert/db/client'

/** Something that must always hold. Its name and rule in words are in the catalogue `checks`, at its id. */
export interface StandingCheck {
  /** `<slice>.<what_holds>`, as in `journal.entries_balance`. */
  id: string
  /** `asks` when a person has to decide, as on a stale activity; everything else that does not hold is a fault. */
  severity?: 'fault' | 'asks'
  run(trx: Trx, now: Date): Promise<CheckOutcome>
}

export interface CheckOutcome {
  ok: boolean
  /** How many records contradict it. */
  found: number
  /** References of the first few of them, for the one who has to mend it. */
  detail: string
}

/** Nothing found is as it should be. */
export function outcomeOf(found: readonly string[]): CheckOutcome {
  return { ok: found.length === 0, found: found.length, detail: found.slice(0, 10).join(', ') }
}
