import { findCommitments, findInstruments, findResolutions } from '@concert/db/commitments'
import type { Commitment, Instrument, Resolution } from '@concert/domain/commitment'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'

export interface CommitmentList {
  instruments: Instrument[]
  commitments: Commitment[]
  resolutions: Resolution[]
}

/** The declarations paragraph by paragraph, with what answers each; and the resolutions they rest on. */
export function listCommitments(ctx: Context): Promise<CommitmentList> {
  return inTransaction(ctx, async (trx) => ({
    instruments: await findInstruments(trx),
    commitments: await findCommitments(trx),
    resolutions: await findResolutions(trx),
  }))
}
