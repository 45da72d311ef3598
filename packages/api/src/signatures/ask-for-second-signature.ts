import type { Trx } from '@concert/db/client'
import { dryRun } from '@concert/db/dry-run'
import { insertSignature, isSignatureAsked } from '@concert/db/signatures'
import { DomainError } from '@concert/domain/errors'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { bookingOf } from '../journal/booking.ts'
import { once } from '../transaction.ts'
import { officerOf } from './officer.ts'
import type { SignedAction, SignedOutcome } from './signed-action.ts'

/** Keeps a request for a second officer, after trying it out: what would be refused is refused to the one who asks. */
export function askForSecondSignature<Payload>(
  ctx: Context,
  action: SignedAction<Payload>,
  request: { procedure: string; payload: Payload; reason: string; idempotencyKey: string },
): Promise<{ id: string; reference: string }> {
  const { procedure, payload, reason, idempotencyKey } = request
  return once(ctx, { key: idempotencyKey, procedure, body: payload }, async (trx) => {
    const askedBy = officerOf(ctx)
    const { subject, on, amount } = await tryOut(trx, ctx, action, payload, idempotencyKey)
    if (await isSignatureAsked(trx, action.kind, subject)) {
      throw new DomainError('signatures.asked_already', { reference: subject.reference })
    }
    const id = await insertSignature(trx, { kind: action.kind, subject, on, amount, reason, askedBy, payload })
    const values = { kind: action.kind, subject, on, amount, reason }
    await recordAudit(trx, ctx, 'second_signature.asked', { type: 'second_signature', id }, values)
    return { id, reference: subject.reference }
  })
}

/** The request is there while it is tried out, since the journal takes no such entry without one. */
function tryOut<Payload>(
  trx: Trx,
  ctx: Context,
  action: SignedAction<Payload>,
  payload: Payload,
  idempotencyKey: string,
): Promise<SignedOutcome> {
  return dryRun(trx, async () => {
    const signatureId = await insertSignature(trx, {
      kind: action.kind,
      subject: { type: 'entry', id: idempotencyKey, reference: idempotencyKey },
      on: '2000-01-01',
      amount: null,
      reason: 'trial',
      askedBy: officerOf(ctx),
      payload,
    })
    return action.book(trx, ctx, { ...bookingOf(ctx, idempotencyKey), signatureId }, payload)
  })
}
