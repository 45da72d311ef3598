import { countUnansweredRequests } from '@concert/db/requests'
import type { InboxSource } from '../inbox/source.ts'

export const requestSources: readonly InboxSource[] = [
  { id: 'requests_unanswered', roles: ['coordinator'], count: (trx) => countUnansweredRequests(trx) },
]
