import { z } from 'zod'
import type { Activity } from './activity.ts'
import type { ConfirmedClassification } from './import-plan.ts'
import { type RelevanceProposal, relevanceBand } from './relevance.ts'

/** Which imported activities a person goes through; all of it stands in the page's address. */
export const reviewFilter = z.strictObject({
  relevance: z.enum(['pending', 'relevant', 'not_relevant']).default('pending'),
  band: relevanceBand.optional(),
  agency: z.string().max(80).optional(),
  q: z.string().trim().max(200).optional(),
  page: z.int().min(1).max(10_000).default(1),
})
export type ReviewFilter = z.output<typeof reviewFilter>

/** One imported activity as the person who decides sees it. Instants are ISO strings. */
export interface ReviewRow
  extends Pick<Activity, 'reference' | 'title' | 'description' | 'status' | 'startOn' | 'endOn'> {
  externalId: string
  agency: { slug: string; acronym: string }
  relevance: Activity['relevance']
  classification: ConfirmedClassification
  proposal: RelevanceProposal
  file: string
  line: number
  decidedAt: string | null
  decidedBy: string | null
}
