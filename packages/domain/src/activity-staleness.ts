import type { ActivityStatus } from './activity.ts'
import type { CalendarDate } from './calendar-date.ts'

export const stalenessReasons = [
  'should_have_started',
  'should_have_ended',
  'started_too_early',
  'completed_before_end',
] as const
export type StalenessReason = (typeof stalenessReasons)[number]

/**
 * Why the dates contradict the status on the day `today`, or null when they agree. A stale activity changes nothing by
 * itself: its focal point is asked.
 */
export function stalenessOf(
  activity: { status: ActivityStatus; startOn: CalendarDate | null; endOn: CalendarDate | null },
  today: CalendarDate,
): StalenessReason | null {
  const { status, startOn, endOn } = activity
  const ended = endOn !== null && endOn < today
  if ((status === 'planned' || status === 'ongoing') && ended) return 'should_have_ended'
  if (status === 'planned' && startOn !== null && startOn < today) return 'should_have_started'
  if (status === 'ongoing' && startOn !== null && startOn > today) return 'started_too_early'
  if (status === 'completed' && ((endOn !== null && endOn > today) || (startOn !== null && startOn > today)))
    return 'completed_before_end'
  return null
}
