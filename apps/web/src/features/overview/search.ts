import { z } from 'zod'

/** Along what the fund is shown. */
export const fundViews = ['year', 'meeting', 'donor'] as const

export const overviewSearch = z.object({ fund: z.enum(fundViews).optional().catch(undefined) })
