import type { Trx } from '@concert/db/client'
import { findStatusAddressees } from '@concert/db/commitments'
import { findActivityForEvidence, insertEvidence } from '@concert/db/evidence'
import { DomainError, NotFound } from '@concert/domain/errors'
import type { EvidenceAddition, EvidenceSubject } from '@concert/domain/evidence'
import { actorUserId } from '../actor-user.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { findFigure } from '../figures/queries.ts'
import { once } from '../transaction.ts'

/** Points at an activity, a figure or a report as an answer to a paragraph. What does not exist is refused. */
export function addEvidence(ctx: Context, input: EvidenceAddition): Promise<{ id: string }> {
  const { idempotencyKey, instrument, number, subject, note } = input
  return once(ctx, { key: idempotencyKey, procedure: 'commitments.addEvidence', body: input }, async (trx) => {
    if (!(await findStatusAddressees(trx, instrument, number))) throw new NotFound('paragraph')
    const activityId = await requireSubject(trx, subject)
    const id = await insertEvidence(trx, { instrument, number, subject, activityId, note, by: actorUserId(ctx) })
    if (id === undefined) throw new DomainError('commitments.evidence_twice', { number })
    const paragraph = { type: 'paragraph', id: `${instrument}/${number}` }
    await recordAudit(trx, ctx, 'commitment.evidence_added', paragraph, { id, subject, note })
    return { id }
  })
}

async function requireSubject(trx: Trx, subject: EvidenceSubject): Promise<string | null> {
  if (subject.kind === 'report') return null
  if (subject.kind === 'figure') {
    if (!findFigure(subject.figureId)) throw new DomainError('commitments.figure_unknown', {}, 'subject.figureId')
    return null
  }
  const { reference } = subject
  const id = await findActivityForEvidence(trx, reference)
  if (id === undefined) throw new DomainError('commitments.activity_unknown', { reference }, 'subject.reference')
  return id
}
