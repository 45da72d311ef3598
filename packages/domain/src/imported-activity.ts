import { z } from 'zod'

/** Text as its publisher wrote it. `language` is a lower-case BCP 47 tag, null where the file names none. */
export const narrative = z.object({ language: z.string().nullable(), text: z.string() })
export type Narrative = z.infer<typeof narrative>

export const importedOrganisation = z.object({
  ref: z.string().nullable(),
  type: z.string().nullable(),
  name: z.array(narrative),
})
export type ImportedOrganisation = z.infer<typeof importedOrganisation>

/** IATI OrganisationRole 1 to 4. */
export const participationRoles = ['funding', 'accountable', 'extending', 'implementing'] as const
export const participationRole = z.enum(participationRoles)
export type ParticipationRole = z.infer<typeof participationRole>

export const importedStatuses = ['planned', 'ongoing', 'completed', 'cancelled'] as const
export type ImportedStatus = (typeof importedStatuses)[number]

export const importedScopes = ['global', 'regional', 'national'] as const

/** A part of a whole in per cent with two decimals; null where the publisher left the split open. */
const share = z.number().min(0).max(100).nullable()

export const importedSector = z.object({ vocabulary: z.string(), code: z.string(), percentage: share })
export type ImportedSector = z.infer<typeof importedSector>

/** `code` is ISO 3166-1 alpha-2, or XK. */
export const importedCountry = z.object({ code: z.string(), percentage: share })
/** `m49` is the region of the UN's M49 that it stands for; null for a publisher's own region and for "unspecified". */
export const importedRegion = z.object({
  vocabulary: z.string(),
  code: z.string(),
  m49: z.string().nullable(),
  percentage: share,
})
export type ImportedCountry = z.infer<typeof importedCountry>
export type ImportedRegion = z.infer<typeof importedRegion>

/**
 * Money that a publisher reports: kept as provenance, never booked and never added to Concert's own figures.
 * `type` is the IATI transaction type, `occurrence` counts identical twins from 1, `asWritten` keeps a value that had
 * more decimals than its currency.
 */
export const importedTransaction = z.object({
  ref: z.string().nullable(),
  type: z.string(),
  date: z.string(),
  valueDate: z.string().nullable(),
  amount: z.object({ amountMinor: z.int(), currency: z.string() }),
  asWritten: z.string().nullable(),
  provider: importedOrganisation.nullable(),
  receiver: importedOrganisation.nullable(),
  description: z.array(narrative),
  occurrence: z.int().positive(),
})
export type ImportedTransaction = z.infer<typeof importedTransaction>

/** An activity as another system published it, in Concert's words. Dates are YYYY-MM-DD. Contact persons are never read. */
export const importedActivity = z.object({
  identifier: z.string().min(1),
  reportingOrganisation: importedOrganisation.extend({ secondaryReporter: z.boolean() }),
  updatedAt: z.string().nullable(),
  humanitarian: z.boolean(),
  title: z.array(narrative),
  description: z.array(narrative),
  status: z.enum(importedStatuses),
  scope: z.enum(importedScopes).nullable(),
  startPlanned: z.string().nullable(),
  startActual: z.string().nullable(),
  endPlanned: z.string().nullable(),
  endActual: z.string().nullable(),
  openEnded: z.boolean(),
  sectors: z.array(importedSector),
  countries: z.array(importedCountry),
  regions: z.array(importedRegion),
  sdgTargets: z.array(z.string()),
  participants: z.array(importedOrganisation.extend({ role: participationRole })),
  transactions: z.array(importedTransaction),
})
export type ImportedActivity = z.infer<typeof importedActivity>

/** Everything an import can have to say. Words: `imports.reasons.<code>`. */
export const findingCodes = [
  'file_empty',
  'not_xml',
  'encoding_unsupported',
  'encoding_contradicted',
  'encoding_invalid',
  'blank_before_declaration',
  'not_well_formed',
  'doctype',
  'too_deep',
  'too_many_attributes',
  'too_many_elements',
  'text_too_long',
  'root_html',
  'root_organisations',
  'root_unknown',
  'root_namespaced',
  'version_missing',
  'version_unsupported',
  'no_activities',
  'all_refused',
  'identifier_blank',
  'identifier_too_long',
  'identifier_twice_different',
  'identifier_twice_same',
  'reporting_org_missing',
  'element_missing',
  'attribute_missing',
  'status_unknown',
  'date_invalid',
  'value_invalid',
  'percentage_invalid',
  'transaction_type_unknown',
  'date_implausible',
  'currency_missing',
  'currency_unknown',
  'currency_not_in_use',
  'value_too_large',
  'untitled',
  'text_cut',
  'escaped_twice',
  'status_suspended',
  'open_ended',
  'date_type_unknown',
  'end_before_start',
  'sector_unknown',
  'sector_withdrawn',
  'country_unknown',
  'region_unknown',
  'place_unknown',
  'code_missing',
  'percentage_missing',
  'percentage_out_of_range',
  'percentage_rounded',
  'percentage_sum',
  'places_over_whole',
  'transaction_type_legacy',
  'value_rounded',
  'pledge_below_zero',
  'older_restatement',
  'published_stays',
] as const
export type FindingCode = (typeof findingCodes)[number]

/**
 * What an import has to say about a place in a file. `refused` means that `scope` (the file, one activity or one
 * transaction) was left out; a `warning` was read, with a caveat. `count` is how often the same warning met the same
 * element of the activity; the place is that of the first. Words: `imports.reasons.<code>`.
 */
export const importFinding = z.object({
  severity: z.enum(['refused', 'warning']),
  scope: z.enum(['file', 'activity', 'transaction']),
  code: z.enum(findingCodes),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  line: z.int().nullable(),
  column: z.int().nullable(),
  activity: z.string().nullable(),
  element: z.string().nullable(),
  count: z.int().positive(),
})
export type ImportFinding = z.infer<typeof importFinding>
