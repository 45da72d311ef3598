import { countDueInstalments } from '@concert/db/instalments-due'
import type { InboxSource } from '../inbox/source.ts'

export const pledgeSources: readonly InboxSource[] = [
  { id: 'instalments_due', roles: ['fund_manager'], count: (trx, _, today) => countDueInstalments(trx, today) },
]
