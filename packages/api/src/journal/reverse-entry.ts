import type { Trx } from '@concert/db/client'
import { type Booking, type EntryHead, findEntriesBuiltOn, getEntry, lockJournal } from '@concert/db/journal'
import { postReversal } from '@concert/db/reversals'
import { compareDates } from '@concert/domain/calendar-date'
import { DomainError } from '@concert/domain/errors'
import { mirrorEntry } from '@concert/domain/journal/entry'
import { type EntryReversal, entryReversal } from '@concert/domain/second-signature'
import type { Context } from '../context.ts'
import { publishGrants } from '../grants/publish-grants.ts'
import { reversePayment } from '../payments/reverse-payment.ts'
import { takeBackRevaluation } from '../periods/take-back-revaluation.ts'
import { askForSecondSignature } from '../signatures/ask-for-second-signature.ts'
import type { SignedAction } from '../signatures/signed-action.ts'
import { requireBookable } from './booking.ts'

/** The exact opposite of an entry, at its dollars: what was booked by mistake was never there. Once for each entry. */
export const reversal: SignedAction<EntryReversal> = {
  kind: 'reversal',
  payload: entryReversal,
  async book(trx, ctx, booking, { number, on, reason }) {
    await lockJournal(trx)
    const original = await getEntry(trx, number)
    requireReversible(original)
    if (compareDates(on, original.valueDate) < 0) {
      throw new DomainError('journal.reversed_before', { date: original.valueDate }, 'on')
    }
    await requireBookable(trx, ctx, on, 'on')
    const subject = { type: 'entry' as const, id: String(number), reference: String(number) }
    const entryNumber = await mirror(trx, booking, original, { number, on, reason })
    const values = { entry: number, kind: original.kind, on }
    const audit = { action: 'entry.reversed', type: 'entry', id: String(number), values }
    return { subject, entryNumber, on, amount: null, audit }
  },
}

export function reverseEntry(ctx: Context, input: EntryReversal): Promise<{ id: string; reference: string }> {
  const { reason, idempotencyKey } = input
  return askForSecondSignature(ctx, reversal, { procedure: 'journal.reverse', payload: input, reason, idempotencyKey })
}

function requireReversible({ kind, reversedBy, number }: EntryHead): void {
  if (reversedBy !== null) throw new DomainError('journal.reversed_already', { number: reversedBy })
  if (kind === 'entry_reversed' || kind === 'allocation_undone')
    throw new DomainError('journal.is_reversal', { number })
  if (kind === 'payment_allocated') throw new DomainError('journal.undo_instead', { number })
  if (kind === 'period_closed') throw new DomainError('journal.is_closing', { number })
}

async function mirror(
  trx: Trx,
  booking: Booking,
  original: EntryHead,
  { number, on, reason }: Pick<EntryReversal, 'number' | 'on' | 'reason'>,
): Promise<number> {
  if (original.kind === 'payment_received') return reversePayment(trx, booking, original, on, reason)
  const builtOn = await findEntriesBuiltOn(trx, number)
  // An announcement is what everything else about its pledge rests on.
  if (original.kind === 'pledge_announced' && builtOn.length > 0) throw builtUpon(builtOn)
  await takeBackRevaluation(trx, booking, original.lines, on, reason)
  const entryNumber = await postReversal(trx, booking, mirrorEntry('entry_reversed', original, on, reason))
  if (entryNumber === undefined) throw builtUpon(builtOn)
  if (original.lines.some(({ about }) => about.grantId !== undefined)) await publishGrants(trx)
  return entryNumber
}

function builtUpon(numbers: readonly number[]): DomainError {
  return new DomainError('journal.built_upon', { numbers: numbers.join(', '), count: numbers.length })
}
