import { addDays, type CalendarDate, compareDates, daysBetween } from './calendar-date.ts'
import { type ReminderWindow, reminderHorizonDays } from './letter.ts'
import type { Money } from './money.ts'

export interface UnpaidInstalment {
  position: number
  dueOn: CalendarDate
  unpaid: Money
  isOverdue: boolean
}

/**
 * The instalments that a reminder lists on `today`: unpaid, overdue or due within `reminderHorizonDays`, the oldest
 * first, together never more than what is `outstanding`. Empty while nothing is formalised, since nothing is owed then.
 */
export function dueInstalments(
  instalments: readonly { position: number; dueOn: CalendarDate; amount: Money; paid: Money }[],
  outstanding: Money,
  today: CalendarDate,
): UnpaidInstalment[] {
  const until = addDays(today, reminderHorizonDays)
  const due: UnpaidInstalment[] = []
  let owed = outstanding.amountMinor
  for (const { position, dueOn, amount, paid } of instalments.toSorted((a, b) => compareDates(a.dueOn, b.dueOn))) {
    const minor = Math.min(amount.amountMinor - paid.amountMinor, owed)
    if (minor <= 0 || compareDates(dueOn, until) > 0) continue
    owed -= minor
    const unpaid = { amountMinor: minor, currency: outstanding.currency }
    due.push({ position, dueOn, unpaid, isOverdue: compareDates(dueOn, today) < 0 })
  }
  return due
}

/** How soon something is due that falls due within `reminderHorizonDays`. */
export function windowOf(dueOn: CalendarDate, today: CalendarDate): ReminderWindow {
  const days = daysBetween(today, dueOn)
  if (days < 0) return 'overdue'
  if (days === 0) return 'today'
  return days <= 7 ? 'days_7' : 'days_30'
}
