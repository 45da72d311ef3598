import { findOpenDecisions } from '@concert/db/decisions'
import type { InboxSource } from '../inbox/source.ts'

export const agendaSources: readonly InboxSource[] = [
  {
    id: 'decisions_open',
    roles: ['contributor', 'focal_point', 'coordinator'],
    count: async (trx, { agencyId }) => (agencyId === null ? 0 : (await findOpenDecisions(trx, agencyId)).length),
  },
]
