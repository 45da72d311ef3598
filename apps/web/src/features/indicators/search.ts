import { z } from 'zod'

/** The place whose line is shown: a code of M49, or `none`. A reader of links may take digits for a number. */
export const indicatorSearch = z.object({
  place: z
    .union([z.string().max(4), z.int().transform((code) => String(code).padStart(3, '0'))])
    .optional()
    .catch(undefined),
})
