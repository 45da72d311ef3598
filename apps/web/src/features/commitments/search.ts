import { actKind, addressee, pillar } from '@concert/domain/codelists'
import { z } from 'zod'

/** What the page of commitments is narrowed to. */
export const commitmentSearch = z.object({
  instrument: z.string().max(100).optional().catch(undefined),
  pillar: pillar.optional().catch(undefined),
  addressee: addressee.optional().catch(undefined),
  act: actKind.optional().catch(undefined),
})
export type CommitmentSearch = z.infer<typeof commitmentSearch>

/** The year of the matrix paragraph × agency; none for all years. */
export const matrixSearch = z.object({ year: z.int().min(1990).max(2100).optional().catch(undefined) })
