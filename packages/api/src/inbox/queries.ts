import type { Trx } from '@concert/db/client'
import { type CalendarDate, today } from '@concert/domain/calendar-date'
import { DomainError } from '@concert/domain/errors'
import { type InboxCount, inboxSourceIds } from '@concert/domain/inbox'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import type { Person } from './source.ts'
import { inboxSources } from './sources.ts'

/** How much waits for the one who asks, kind by kind, the most urgent first; what does not wait is left out. */
export function countInbox(ctx: Context): Promise<InboxCount[]> {
  const person = ctx.actor
  if (person.kind !== 'person') throw new DomainError('users.no_account')
  return inTransaction(ctx, (trx) => countWaiting(trx, person, today(ctx.now())))
}

/** As `countInbox`, in a transaction in the name of this person. */
export async function countWaiting(trx: Trx, person: Person, on: CalendarDate): Promise<InboxCount[]> {
  const counts = new Map<string, number>()
  for (const { id, roles, count } of inboxSources) {
    if (roles.some((role) => person.roles.includes(role))) counts.set(id, await count(trx, person, on))
  }
  return inboxSourceIds.flatMap((source) => {
    const count = counts.get(source) ?? 0
    return count > 0 ? [{ source, count }] : []
  })
}
