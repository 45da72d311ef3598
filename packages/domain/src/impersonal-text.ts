import { z } from 'zod'
import { findPersonalData } from './personal-data.ts'

/**
 * Text of the group that is about institutions: at most `max` characters, and nothing that looks as if it were about one
 * person or would lead to one (a mailbox has its own field). The refusal points at the words.
 */
export function impersonalText(max: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(max)
    .superRefine((text, ctx) => {
      const [hit] = findPersonalData(text)
      if (hit) ctx.addIssue({ code: 'custom', params: { code: 'coordination.personal_data', words: hit.words } })
    })
}

/** As `impersonalText`, and an empty field is null. */
export function optionalImpersonalText(max: number) {
  return z.preprocess((typed) => (typed === '' ? null : typed), impersonalText(max).nullable())
}
