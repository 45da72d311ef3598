import { coverageFilter } from '@concert/domain/coverage'
import { z } from 'zod'

/** Which rows of the matrix are shown: all of them, or those with something in question. */
export const onlyRows = ['asked', 'gaps', 'overlaps'] as const

export const gapSearch = coverageFilter.extend({ only: z.enum(onlyRows).optional().catch(undefined) })
export type GapSearch = z.output<typeof gapSearch>
