import type { Trx } from '@concert/db/client'
import type { Actor, Role } from '@concert/domain/actor'
import type { CalendarDate } from '@concert/domain/calendar-date'
import type { InboxSourceId } from '@concert/domain/inbox'

export type Person = Extract<Actor, { kind: 'person' }>

/** One kind of thing that waits for people: whom it concerns, and how much of it waits for one of them. */
export interface InboxSource {
  id: InboxSourceId
  /** Nobody else is asked about it. */
  roles: readonly Role[]
  count(trx: Trx, person: Person, today: CalendarDate): Promise<number>
}
