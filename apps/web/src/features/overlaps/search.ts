import { overlapState } from '@concert/domain/overlap-verdict'
import { z } from 'zod'

const slug = z.string().max(60).optional().catch(undefined)

/** The filters that stand in an address; what cannot be read is left out, so that an old link still opens. */
export const overlapSearch = z.object({
  state: overlapState.optional().catch(undefined),
  agency: slug,
  other: slug,
  place: z.union([z.string(), z.number()]).transform(String).pipe(z.string().max(3)).optional().catch(undefined),
  page: z.int().min(2).max(10_000).optional().catch(undefined),
})
export type OverlapSearch = z.output<typeof overlapSearch>
