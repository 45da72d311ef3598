import { lockJournal } from '@concert/db/journal'
import { decideSignature, lockSignature } from '@concert/db/signatures'
import { DomainError } from '@concert/domain/errors'
import type { SignatureConfirmation } from '@concert/domain/second-signature'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { bookingOf } from '../journal/booking.ts'
import { once } from '../transaction.ts'
import { signedActions } from './actions.ts'
import { officerOf } from './officer.ts'
import { requireOpen } from './require-open.ts'

/** A second officer confirms, and what was asked for is booked at that moment, if it still can be. */
export function confirmSignature(ctx: Context, input: SignatureConfirmation): Promise<{ entryNumber: number }> {
  return once(ctx, { key: input.idempotencyKey, procedure: 'signatures.confirm', body: input }, async (trx) => {
    await lockJournal(trx)
    const signature = requireOpen(await lockSignature(trx, input.id))
    const by = officerOf(ctx)
    if (by.id === signature.askedBy.id) throw new DomainError('signatures.same_person')
    const book = signedActions[signature.kind]
    if (!book) throw new Error(`Nothing books a ${signature.kind}`)
    await decideSignature(trx, signature.id, { state: 'confirmed', by, note: null })
    const booking = { ...bookingOf(ctx, input.idempotencyKey), signatureId: signature.id }
    const { entryNumber, audit } = await book(trx, ctx, booking, signature.payload)
    const values = { ...audit.values, askedBy: signature.askedBy.name, reason: signature.reason, entry: entryNumber }
    await recordAudit(trx, ctx, audit.action, { type: audit.type, id: audit.id }, values)
    return { entryNumber }
  })
}
