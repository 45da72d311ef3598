import { relevanceBand } from '@concert/domain/relevance'
import { z } from 'zod'

/** What the address of the review may carry; what it cannot be is left out rather than refused. */
export const reviewSearch = z.object({
  relevance: z.enum(['relevant', 'not_relevant']).optional().catch(undefined),
  band: relevanceBand.optional().catch(undefined),
  agency: z.string().max(80).optional().catch(undefined),
  q: z.string().max(200).optional().catch(undefined),
  page: z.int().min(2).max(10_000).optional().catch(undefined),
})
export type ReviewSearch = z.output<typeof reviewSearch>
