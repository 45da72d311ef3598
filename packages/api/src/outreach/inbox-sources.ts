import { findNextSteps } from '@concert/db/outreach'
import { addDays } from '@concert/domain/calendar-date'
import type { InboxSource } from '../inbox/source.ts'
import { daysAhead, mostDue } from './queries.ts'

export const outreachSources: readonly InboxSource[] = [
  {
    id: 'outreach_due',
    roles: ['coordinator'],
    count: async (trx, _, today) =>
      (await findNextSteps(trx, { limit: mostDue, until: addDays(today, daysAhead) })).entities.length,
  },
]
