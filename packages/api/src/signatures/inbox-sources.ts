import { countSignaturesFor } from '@concert/db/signatures'
import type { InboxSource } from '../inbox/source.ts'

export const signatureSources: readonly InboxSource[] = [
  {
    id: 'second_signatures',
    roles: ['fund_manager'],
    count: (trx, { userId }) => countSignaturesFor(trx, userId),
  },
]
