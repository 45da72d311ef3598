import { countUnansweredRequests } from '@concert/db/requests'
import type { InboxSource } from '../inbox/source.ts'
import { findRequestsForAgency } from './requests-for-agency.ts'

export const requestSources: readonly InboxSource[] = [
  { id: 'requests_unanswered', roles: ['coordinator'], count: (trx) => countUnansweredRequests(trx) },
  {
    id: 'requests_matching',
    roles: ['focal_point'],
    count: async (trx, { agencyId }) => (await findRequestsForAgency(trx, agencyId)).length,
  },
]
