import type { Trx } from '@concert/db/client'
import type { Booking } from '@concert/db/journal'
import type { SignedKind } from '@concert/domain/second-signature'
import type { Context } from '../context.ts'
import { awarding } from '../grants/award-grant.ts'
import { reversal } from '../journal/reverse-entry.ts'
import { writingOff } from '../pledges/write-off-pledge.ts'
import type { SignedAction, SignedOutcome } from './signed-action.ts'

type Booked = (trx: Trx, ctx: Context, booking: Booking, payload: unknown) => Promise<SignedOutcome>

function booked<Payload>(action: SignedAction<Payload>): Booked {
  return (trx, ctx, booking, payload) => action.book(trx, ctx, booking, action.payload.parse(payload))
}

/** Everything that needs a second officer. */
export const signedActions: Partial<Record<SignedKind, Booked>> = {
  write_off: booked(writingOff),
  reversal: booked(reversal),
  award: booked(awarding),
}
