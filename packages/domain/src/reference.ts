import { z } from 'zod'
import {
  actKind,
  addressee,
  agencyClass,
  basis,
  meetingState,
  membershipRole,
  pillar,
  placeLevel,
  publishedSet,
  tracking,
  unRegionalGroup,
} from './codelists.ts'
import { indicatorSlug, indicatorUnit } from './indicator.ts'
import { localizedText } from './locales.ts'

/** A text in all six official languages. */
export const inSixLanguages = z.strictObject({
  en: z.string().min(1),
  fr: z.string().min(1),
  es: z.string().min(1),
  ru: z.string().min(1),
  zh: z.string().min(1),
  ar: z.string().min(1),
})

const isoDate = z.iso.date()
const provenance = { source: z.string().min(1), basis }

/** A country or region. `code` is M49, or XKX; `parent` is the code of what it lies in. */
export const placeSeed = z.strictObject({
  code: z.string().regex(/^(\d{3}|XKX)$/),
  level: placeLevel,
  parent: z.string().nullable(),
  iso2: z.string().length(2).optional(),
  iso3: z.string().length(3).optional(),
  names: inSixLanguages,
  unRegionalGroup: unRegionalGroup.optional(),
  ldc: z.boolean().optional(),
  lldc: z.boolean().optional(),
  sids: z.boolean().optional(),
  currencies: z.array(z.string().length(3)).optional(),
  footnote: z.literal('scr_1244').optional(),
  hasPage: z.boolean().optional(),
  ...provenance,
})
export type PlaceSeed = z.infer<typeof placeSeed>

export const agencySeed = z.strictObject({
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  acronym: z.string().min(1),
  class: agencyClass,
  unSystem: z.boolean(),
  names: inSixLanguages,
  iatiOrgId: z.string().nullable(),
  crsChannel: z.string().nullable(),
  ...provenance,
})
export type AgencySeed = z.infer<typeof agencySeed>

const yearOrDay = z.union([z.string().regex(/^\d{4}$/), isoDate]).nullable()

/** `from` and `until` are a year, a day, or null where no source says. */
export const membershipSeed = z.strictObject({
  agency: z.string(),
  role: membershipRole,
  from: yearOrDay,
  until: yearOrDay,
  ...provenance,
})
export type MembershipSeed = z.infer<typeof membershipSeed>

export const membershipCountSeed = z.strictObject({
  asOf: z.string().regex(/^\d{4}(-\d{2})?$/),
  count: z.int().positive(),
  kind: z.enum(['founding_participants', 'members']),
  ...provenance,
})

export const documentKinds = ['modalities', 'draft', 'transmittal', 'outcome', 'press_release'] as const
export const documentKind = z.enum(documentKinds)
export type DocumentKind = z.infer<typeof documentKind>

export const meetingSeed = z.strictObject({
  slug: z.string(),
  title: inSixLanguages,
  startsOn: isoDate.nullable(),
  endsOn: isoDate.nullable(),
  expectedYear: z.int(),
  session: z.int().nullable(),
  state: meetingState,
  documents: z.array(
    z.strictObject({ kind: documentKind, symbol: z.string().min(1), datedOn: isoDate.nullable(), ...provenance }),
  ),
  ...provenance,
})

export const resolutionSeed = z.strictObject({
  symbol: z.string().min(1),
  title: inSixLanguages,
  year: z.int(),
  adoptedOn: isoDate.nullable(),
  ...provenance,
})

export const instrumentSeed = z.strictObject({
  slug: z.string(),
  symbol: z.string(),
  title: inSixLanguages,
  adoptedOn: isoDate,
  meeting: z.string(),
  ...provenance,
})

/** `gist` and `indicator` are in our own words; the authentic text is the resolution's. */
export const paragraphSeed = z.strictObject({
  instrument: z.string(),
  number: z.string().regex(/^\d+(\([a-z]\))?$/),
  gist: inSixLanguages,
  indicator: inSixLanguages.nullable(),
  addressees: z.array(addressee).min(1),
  statusAddressees: z.array(z.enum(['secretary_general', 'unodc', 'icat'])),
  actKinds: z.array(actKind).min(1),
  tracking,
  pillars: z.array(pillar),
  sdgTargets: z.array(z.string().regex(/^\d{1,2}\.[0-9a-z]{1,2}(\.\d)?$/)),
  ...provenance,
})

/** What a paragraph is followed by, with its first definition and the observations that a source bears out. */
export const indicatorSeed = z.strictObject({
  slug: indicatorSlug,
  instrument: z.string(),
  paragraph: z.string(),
  unit: indicatorUnit,
  countsVictims: z.boolean(),
  names: inSixLanguages,
  definition: inSixLanguages,
  observations: z.array(
    z.strictObject({
      observedOn: isoDate,
      value: z.number().nonnegative(),
      place: z.string().length(3).nullable(),
      source: z.string().min(1),
      url: z.url().nullable(),
      basis: z.enum(['sourced', 'unverified']),
    }),
  ),
  ...provenance,
})

/**
 * A figure as somebody published it. `valueText` is what stood there; `amountMinor` and `quantity` are filled only
 * where that was exact, `amountMinor` only together with a stated currency.
 */
export const publishedFigureSeed = z.strictObject({
  key: z.string(),
  set: publishedSet,
  subject: localizedText,
  place: z.string().length(3).nullable(),
  stage: z.enum(['announced', 'acknowledged', 'paid']).nullable(),
  dateText: z.string().min(1),
  valueText: z.string().nullable(),
  amountMinor: z.int().nonnegative().nullable(),
  currency: z.string().length(3).nullable(),
  quantity: z.int().nonnegative().nullable(),
  unit: z.string().nullable(),
  definition: z.string().nullable(),
  details: z.record(z.string(), z.string()),
  note: z.string().nullable(),
  ...provenance,
})
export type PublishedFigureSeed = z.infer<typeof publishedFigureSeed>

/** The reference data of an installation, as it stands in the seed files. */
export const referenceSeed = z.strictObject({
  places: z.array(placeSeed),
  agencies: z.array(agencySeed),
  memberships: z.array(membershipSeed),
  membershipCounts: z.array(membershipCountSeed),
  meetings: z.array(meetingSeed),
  resolutions: z.array(resolutionSeed),
  instruments: z.array(instrumentSeed),
  paragraphs: z.array(paragraphSeed),
  indicators: z.array(indicatorSeed),
  publishedFigures: z.array(publishedFigureSeed),
})
export type ReferenceSeed = z.infer<typeof referenceSeed>
