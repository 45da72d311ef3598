import { findCommitments, findInstruments, findResolutions, findStatusSteps } from '@concert/db/commitments'
import { findEvidence } from '@concert/db/evidence'
import type { Commitment, Instrument, Resolution, StatusStep } from '@concert/domain/commitment'
import { NotFound } from '@concert/domain/errors'
import type { ParagraphKey, StoredEvidence } from '@concert/domain/evidence'
import { asVisitor, type Context } from '../context.ts'
import type { Figure } from '../figures/figure.ts'
import { findFigure, valuesOf } from '../figures/queries.ts'
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

export interface CommitmentPage {
  instrument: Instrument
  commitment: Commitment
  evidence: StoredEvidence[]
  /** The figures among the evidence as they stand now, in nobody's name. */
  figures: Figure[]
  /** How the statuses came to be; empty outside the group. */
  steps: StatusStep[]
  before: string | null
  after: string | null
}

/** One paragraph with everything that answers it and the one who asks may read. */
export async function getCommitment(ctx: Context, key: ParagraphKey): Promise<CommitmentPage> {
  const page = await inTransaction(ctx, async (trx) => {
    const instrument = (await findInstruments(trx)).find(({ slug }) => slug === key.instrument)
    const all = (await findCommitments(trx)).filter((each) => each.instrument === key.instrument)
    const index = all.findIndex(({ number }) => number === key.number)
    const commitment = all[index]
    if (!instrument || !commitment) throw new NotFound('paragraph')
    return {
      instrument,
      commitment,
      evidence: await findEvidence(trx, key),
      steps: await findStatusSteps(trx, key),
      before: all[index - 1]?.number ?? null,
      after: all[index + 1]?.number ?? null,
    }
  })
  const definitions = page.evidence.flatMap(({ subject }) =>
    subject.kind === 'figure' ? (findFigure(subject.figureId) ?? []) : [],
  )
  const figures = await inTransaction(asVisitor(ctx), (trx) => valuesOf(definitions, trx, ctx))
  return { ...page, figures }
}
