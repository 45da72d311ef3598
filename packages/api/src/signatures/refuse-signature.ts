import { decideSignature, lockSignature } from '@concert/db/signatures'
import type { SignatureRefusal } from '@concert/domain/second-signature'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'
import { officerOf } from './officer.ts'
import { requireOpen } from './require-open.ts'

/** Another officer declines, or the one who asked takes it back. Nothing is booked. */
export function refuseSignature(ctx: Context, input: SignatureRefusal): Promise<{ reference: string }> {
  return once(ctx, { key: input.idempotencyKey, procedure: 'signatures.refuse', body: input }, async (trx) => {
    const { id, askedBy, subject } = requireOpen(await lockSignature(trx, input.id))
    const by = officerOf(ctx)
    const state = by.id === askedBy.id ? 'withdrawn' : 'declined'
    await decideSignature(trx, id, { state, by, note: input.note })
    const values = { state, subject, note: input.note }
    await recordAudit(trx, ctx, `second_signature.${state}`, { type: 'second_signature', id }, values)
    return { reference: subject.reference }
  })
}
