import { publishedSet } from '@concert/domain/codelists'
import { z } from 'zod'

export const publishedStates = ['cleared', 'waiting'] as const

/** Which set is open, and for fund managers which of its rows. */
export const publishedSearch = z.object({
  set: publishedSet.optional().catch(undefined),
  state: z.enum(publishedStates).optional().catch(undefined),
})
