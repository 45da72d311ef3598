import type { Trx } from '@concert/db/client'
import { decideSignature, insertSignature } from '@concert/db/signatures'
import { findPerson } from '@concert/db/users'
import { type CalendarDate, today } from '@concert/domain/calendar-date'
import type { Money } from '@concert/domain/money'
import type { SecondSignature } from '@concert/domain/second-signature'
import type { Context } from '../context.ts'
import { bookingOf } from '../journal/booking.ts'
import type { SignedAction } from '../signatures/signed-action.ts'
import { findDemoPeople } from './people.ts'

// Not a request: the demonstration is written once, whole.
export const idempotencyKey = '00000000-0000-4000-8000-000000000000'

/** The two fund managers of the demonstration, and its day. */
export interface Officers {
  first: Officer
  second: Officer
  day: CalendarDate
}

export interface Officer {
  id: string
  name: string
  ctx: Context
}

export async function findOfficers(trx: Trx, system: Context): Promise<Officers> {
  const managers = (await findDemoPeople(trx)).filter(({ roles }) => roles.includes('fund_manager'))
  const [first, second] = await Promise.all(
    managers.map(async ({ id, name }): Promise<Officer> => {
      const actor = await findPerson(trx, id)
      if (!actor) throw new RangeError('A demonstration has nobody who is deactivated')
      return { id, name, ctx: { ...system, actor } }
    }),
  )
  if (!first || !second) throw new RangeError('The demonstration has no two fund managers')
  return { first, second, day: today(system.now()) }
}

export interface Request<Payload> {
  action: SignedAction<Payload>
  subject: SecondSignature['subject']
  amount: Money | null
  payload: Payload & { on: CalendarDate; reason: string }
}

/** One officer asks; nothing is booked yet. */
export function ask<Payload>(
  trx: Trx,
  by: Officer,
  { action, subject, amount, payload }: Request<Payload>,
): Promise<string> {
  const { on, reason } = payload
  return insertSignature(trx, { kind: action.kind, subject, on, amount, reason, askedBy: by, payload })
}

/** The other officer confirms, and it is booked. */
export async function confirm<Payload>(trx: Trx, by: Officer, request: Request<Payload>, id: string): Promise<void> {
  await decideSignature(trx, id, { state: 'confirmed', by, note: null })
  const booking = { ...bookingOf(by.ctx, null), signatureId: id }
  await request.action.book(trx, by.ctx, booking, request.payload)
}
