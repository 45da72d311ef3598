import { addressee, pillar } from '@concert/domain/codelists'
import { z } from 'zod'

/** What the page of commitments is narrowed to. */
export const commitmentSearch = z.object({
  instrument: z.string().max(100).optional().catch(undefined),
  pillar: pillar.optional().catch(undefined),
  addressee: addressee.optional().catch(undefined),
})
export type CommitmentSearch = z.infer<typeof commitmentSearch>
