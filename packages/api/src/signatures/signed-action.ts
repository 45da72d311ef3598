import type { Trx } from '@concert/db/client'
import type { Booking } from '@concert/db/journal'
import type { CalendarDate } from '@concert/domain/calendar-date'
import type { Money } from '@concert/domain/money'
import type { SecondSignature, SignedKind } from '@concert/domain/second-signature'
import type { z } from 'zod'
import type { Context } from '../context.ts'

/** What was booked, as the one who confirms has to see it. */
export interface SignedOutcome {
  subject: SecondSignature['subject']
  entryNumber: number
  on: CalendarDate
  amount: Money | null
  /** What the audit says was done: `pledge.written_off`. */
  audit: { action: string; type: string; id: string; values: object }
}

/** Something that one fund manager asks for and another one confirms. It is booked by `book`, once, when confirmed. */
export interface SignedAction<Payload> {
  kind: SignedKind
  payload: z.ZodType<Payload>
  /** Every refusal comes from here: when it is asked for, by trying it out, and again when it is confirmed. */
  book(trx: Trx, ctx: Context, booking: Booking, payload: Payload): Promise<SignedOutcome>
}
