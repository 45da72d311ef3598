import { z } from 'zod'
import { calendarDate } from './calendar-date.ts'
import {
  activityKind,
  activityLevel,
  activityTag,
  ageGroup,
  audience,
  exploitationForm,
  partnerKind,
  pillar,
  sdgTarget,
  sex,
} from './codelists.ts'
import type { Locale } from './locales.ts'
import { positiveMoney } from './money.ts'

/** `planned → ongoing → completed | cancelled`. Dates never change it by themselves: see activity-staleness. */
export const activityStatuses = ['planned', 'ongoing', 'completed', 'cancelled'] as const
export const activityStatus = z.enum(activityStatuses)
export type ActivityStatus = z.infer<typeof activityStatus>

/** Who may read it: its own agencies, all who sign in, anyone. */
export const visibilities = ['draft', 'group', 'public'] as const
export const visibility = z.enum(visibilities)
export type Visibility = z.infer<typeof visibility>

/**
 * `own` was typed here; what was imported stays `pending` until a person says whether it concerns trafficking; `joined`
 * rests in a joint activity, which alone counts.
 */
export const relevances = ['own', 'pending', 'relevant', 'not_relevant', 'joined'] as const
export const relevance = z.enum(relevances)
export type Relevance = z.infer<typeof relevance>

/** Paragraphs of the political declaration (A/RES/72/1) that an activity can answer. */
export const paragraphNumbers = [
  ...['2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '11(a)', '11(b)', '12', '13', '14', '15', '16', '17', '18'],
  ...['19', '20', '21', '22', '23', '24', '25', '26'],
]
export const paragraphNumber = z.string().refine((value) => paragraphNumbers.includes(value))

/** ACT-YYYY-NNNNN. */
export const activityReference = z.string().regex(/^ACT-\d{4}-\d{5,9}$/)

/** M49 code of a country or region, three digits; XKX for Kosovo. */
export const placeCode = z.string().regex(/^(\d{3}|XKX)$/)

const languageTag = z
  .string()
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
  .nullable()

/** Texts in several languages, each at most once; `language` is a BCP 47 tag, null where a source names none. */
const narratives = (longest: number) =>
  z
    .array(z.strictObject({ language: languageTag, text: z.string().trim().max(longest) }))
    .max(40)
    .refine((list) => new Set(list.map((one) => one.language)).size === list.length, {
      params: { code: 'activities.language_twice' },
    })
    .transform((list) => list.filter((one) => one.text !== ''))

const unique = <S extends z.ZodType>(item: S, most: number) =>
  z
    .array(item)
    .max(most)
    .transform((list) => [...new Set(list)])

export const activityPlace = z.strictObject({ code: placeCode, percentage: z.number().min(0).max(100).nullable() })
export type ActivityPlace = z.infer<typeof activityPlace>

export const peopleKinds = ['assisted', 'trained', 'campaign_audience'] as const
export const peopleKind = z.enum(peopleKinds)

/**
 * A count of people, never persons. Without sex, age group, form and audience it is a declared total; splits are
 * never added up to one. The three kinds are never added to each other.
 */
export const peopleCount = z.strictObject({
  kind: peopleKind,
  sex: sex.nullable(),
  ageGroup: ageGroup.nullable(),
  form: exploitationForm.nullable(),
  audience: audience.nullable(),
  count: z.int().min(0).max(1_000_000_000),
})
export type PeopleCount = z.infer<typeof peopleCount>

export const doNoHarmAnswer = z.strictObject({ preciseIsSafe: z.boolean(), why: z.string().trim().max(1000) })
export type DoNoHarmAnswer = z.infer<typeof doNoHarmAnswer>

const optionalText = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .nullable()
    .transform((text) => text || null)

/** What a person types, complete or not: only its shape is checked. What publishing asks for is in activity-quality. */
export const activityDraft = z.strictObject({
  title: narratives(400),
  description: narratives(20_000),
  partnerAgencyIds: unique(z.uuid(), 60),
  otherPartners: z.array(z.strictObject({ kind: partnerKind, name: z.string().trim().min(1).max(300) })).max(60),
  kind: activityKind.nullable(),
  level: activityLevel.nullable(),
  status: activityStatus,
  places: z
    .array(activityPlace)
    .max(250)
    .refine((places) => new Set(places.map((place) => place.code)).size === places.length, {
      params: { code: 'activities.place_twice' },
    }),
  pillars: unique(pillar, 4),
  sdgTargets: unique(sdgTarget, 10),
  forms: unique(exploitationForm, 15),
  audiences: unique(audience, 13),
  tags: unique(activityTag, 10),
  paragraphs: unique(paragraphNumber, 27),
  startOn: calendarDate.nullable(),
  endOn: calendarDate.nullable(),
  people: z.array(peopleCount).max(200),
  budget: positiveMoney.nullable(),
  toolsUsed: optionalText(5000),
  lessons: optionalText(5000),
  links: z
    .array(z.strictObject({ url: z.url({ protocol: /^https?$/ }).max(2000), label: z.string().trim().max(300) }))
    .max(30),
  doNoHarm: doNoHarmAnswer.nullable(),
})
export type ActivityDraft = z.output<typeof activityDraft>
export type ActivityDraftInput = z.input<typeof activityDraft>
export type Narrative = ActivityDraft['title'][number]

/** A reason that was given for publishing in spite of a warning. */
export const publishReason = z.strictObject({
  code: z.string().max(80),
  field: z.string().max(80),
  reason: z.string().trim().min(3).max(1000),
})
export type PublishReason = z.infer<typeof publishReason>

/** The whole record as its own people and the group see it. Instants are ISO strings. */
export const activity = activityDraft.extend({
  id: z.uuid(),
  reference: activityReference,
  source: z.enum(['hand', 'import']),
  leadAgencyId: z.uuid(),
  visibility,
  relevance,
  version: z.int().positive(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  submittedAt: z.iso.datetime().nullable(),
  publishedAt: z.iso.datetime().nullable(),
  publishReasons: z.array(publishReason),
})
export type Activity = z.output<typeof activity>

/** A draft in which nothing has been typed yet. */
export function emptyDraft(): ActivityDraft {
  return {
    title: [],
    description: [],
    partnerAgencyIds: [],
    otherPartners: [],
    kind: null,
    level: null,
    status: 'planned',
    places: [],
    pillars: [],
    sdgTargets: [],
    forms: [],
    audiences: [],
    tags: [],
    paragraphs: [],
    startOn: null,
    endOn: null,
    people: [],
    budget: null,
    toolsUsed: null,
    lessons: null,
    links: [],
    doNoHarm: null,
  }
}

/** The fields of a record that a person may type again. */
export function draftOf(whole: Activity): ActivityDraft {
  return {
    title: whole.title,
    description: whole.description,
    partnerAgencyIds: whole.partnerAgencyIds,
    otherPartners: whole.otherPartners,
    kind: whole.kind,
    level: whole.level,
    status: whole.status,
    places: whole.places,
    pillars: whole.pillars,
    sdgTargets: whole.sdgTargets,
    forms: whole.forms,
    audiences: whole.audiences,
    tags: whole.tags,
    paragraphs: whole.paragraphs,
    startOn: whole.startOn,
    endOn: whole.endOn,
    people: whole.people,
    budget: whole.budget,
    toolsUsed: whole.toolsUsed,
    lessons: whole.lessons,
    links: whole.links,
    doNoHarm: whole.doNoHarm,
  }
}

/** The text in the reader's language, else in English, else the first there is; undefined when there is none. */
export function narrativeIn<N extends { language: string | null; text: string }>(
  list: readonly N[],
  reader: Locale,
): N | undefined {
  const speaks = (wanted: string) =>
    list.find((one) => one.language?.toLowerCase().split('-')[0] === wanted && one.text !== '')
  return speaks(reader) ?? speaks('en') ?? list.find((one) => one.text !== '')
}
