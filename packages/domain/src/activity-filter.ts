import { z } from 'zod'
import { activityStatus, paragraphNumber, relevance, visibility } from './activity.ts'
import { calendarDate } from './calendar-date.ts'
import { activityKind, activityLevel, activityTag, audience, exploitationForm, pillar, sdgTarget } from './codelists.ts'

export const activitySorts = ['newest', 'oldest', 'updated'] as const

// A link may carry one value or several, and a reader of links may take digits for a number.
const text = z.union([z.string(), z.number()]).transform(String)
const many = <S extends z.ZodType<unknown, string>>(code: S) =>
  z
    .union([z.array(text.pipe(code)).max(30), text.pipe(code).transform((one) => [one])])
    .transform((codes) => (codes.length === 0 ? undefined : codes))
    .optional()

/** What a list of activities is narrowed to; the same object is the query string of its page. Codes in one field: any. */
export const activityFilter = z.object({
  q: text.pipe(z.string().trim().max(200)).optional(),
  agency: many(z.string().max(60)),
  pillar: many(pillar),
  kind: many(activityKind),
  form: many(exploitationForm),
  audience: many(audience),
  tag: many(activityTag),
  sdg: many(sdgTarget),
  /** A country or a region with everything in it: M49 code, or ISO 3166 alpha-3. */
  place: text
    .pipe(z.string().regex(/^(\d{1,3}|[A-Z]{3})$/))
    .transform(threeDigits)
    .optional(),
  status: many(activityStatus),
  level: many(activityLevel),
  /** At work on any day from here on; with `workUntil`, both days included. */
  workFrom: calendarDate.optional(),
  workUntil: calendarDate.optional(),
  /** The year in which it starts. */
  year: z.union([z.int(), text.pipe(z.string().regex(/^\d{4}$/)).transform(Number)]).optional(),
  visibility: many(visibility),
  paragraph: many(paragraphNumber),
  relevance: many(relevance),
  sort: z.enum(activitySorts).optional(),
  page: z.int().min(1).max(100_000).optional(),
  pageSize: z.int().min(1).max(100).optional(),
})
export type ActivityFilter = z.output<typeof activityFilter>
export type ActivityFilterInput = z.input<typeof activityFilter>

export const activitiesPerPage = 50

/** The fields that narrow the list, as opposed to those that order and cut it. */
export const narrowingFields = [
  'q',
  'agency',
  'pillar',
  'kind',
  'form',
  'audience',
  'tag',
  'sdg',
  'place',
  'status',
  'level',
  'year',
  'workFrom',
  'workUntil',
  'visibility',
  'paragraph',
  'relevance',
] as const
export type NarrowingField = (typeof narrowingFields)[number]

/** Which fields narrow this filter, in the order of `narrowingFields`. */
export function narrowedBy(filter: ActivityFilter): NarrowingField[] {
  return narrowingFields.filter((field) => filter[field] !== undefined && filter[field] !== '')
}

function threeDigits(code: string): string {
  return /^\d+$/.test(code) ? code.padStart(3, '0') : code
}
