import { postEntry } from '@concert/db/journal'
import { writeOffEntry } from '@concert/domain/journal/pledge-entries'
import { type WriteOff, writeOff } from '@concert/domain/pledge-changes'
import type { Context } from '../context.ts'
import { askForSecondSignature } from '../signatures/ask-for-second-signature.ts'
import type { SignedAction } from '../signatures/signed-action.ts'
import { lockPledge, requireAtMost } from './lock-pledge.ts'

/** Gives up what is owed and will not come; at most what is outstanding. */
export const writingOff: SignedAction<WriteOff> = {
  kind: 'write_off',
  payload: writeOff,
  async book(trx, ctx, booking, { amount, on, reason, ...input }) {
    const { id, reference, about, carried } = await lockPledge(trx, ctx, { ...input, amount, on })
    requireAtMost(amount, carried.outstanding.amount, 'pledges.more_than_owed')
    const entryNumber = await postEntry(trx, booking, writeOffEntry(about, amount, carried.outstanding, on, reason))
    return {
      subject: { type: 'pledge', id, reference },
      entryNumber,
      on,
      amount,
      audit: { action: 'pledge.written_off', type: 'pledge', id, values: { reference, amount, on } },
    }
  },
}

export function writeOffPledge(ctx: Context, input: WriteOff): Promise<{ id: string; reference: string }> {
  const { reason, idempotencyKey } = input
  return askForSecondSignature(ctx, writingOff, {
    procedure: 'pledges.writeOff',
    payload: input,
    reason,
    idempotencyKey,
  })
}
