import { z } from 'zod'

// A code's label is in the catalogues at `codes.<list>.<code>`, see codeKey.

/** The four pillars of the United Nations Global Plan of Action (A/RES/64/293). */
export const pillars = ['PREV', 'PROT', 'PROS', 'PART'] as const
export const pillar = z.enum(pillars)
export type Pillar = z.infer<typeof pillar>

/** Targets of the 2030 Agenda that work against trafficking answers; 5.2, 8.7 and 16.2 name trafficking. */
export const sdgTargets = ['5.2', '5.3', '8.7', '8.8', '10.7', '16.2', '16.3', '16.4', '16.a', '17.18'] as const
export const sdgTarget = z.enum(sdgTargets)
export type SdgTarget = z.infer<typeof sdgTarget>

/** Forms of exploitation: article 3 (a) of the Trafficking Protocol and the forms detected since. */
export const exploitationForms = [
  'SEXUAL',
  'LABOUR',
  'SLAVERY',
  'SERVITUDE',
  'ORGAN',
  'MARRIAGE',
  'BEGGING',
  'CRIMINAL',
  'COMBAT',
  'ADOPTION',
  'SURROGACY',
  'PORN',
  'MIXED',
  'OTHER',
  'UNKNOWN',
] as const
export const exploitationForm = z.enum(exploitationForms)
export type ExploitationForm = z.infer<typeof exploitationForm>

/** What kind of work an activity is. */
export const activityKinds = [
  'CAPB',
  'TA',
  'NORM',
  'KNOW',
  'DIRECT',
  'JOINT',
  'ADVO',
  'COORD',
  'EMERG',
  'PROC',
] as const
export const activityKind = z.enum(activityKinds)
export type ActivityKind = z.infer<typeof activityKind>

/** Whom an activity works with. */
export const audiences = [
  'LEA',
  'POLICY',
  'CSO',
  'JUD',
  'HUM',
  'UNSTAFF',
  'BUS',
  'SURV',
  'MEDIA',
  'PARL',
  'NHRI',
  'FBO',
  'ACAD',
] as const
export const audience = z.enum(audiences)
export type Audience = z.infer<typeof audience>

export const activityLevels = ['global', 'regional', 'national'] as const
export const activityLevel = z.enum(activityLevels)
export type ActivityLevel = z.infer<typeof activityLevel>

/** Themes that paragraphs of the declaration ask about; an activity carries any number. */
export const activityTags = [
  'demand',
  'awareness',
  'financial_flows',
  'refugees_migrants',
  'humanitarian',
  'armed_groups',
  'technology',
  'supply_chains',
  'procurement',
  'survivor_input',
] as const
export const activityTag = z.enum(activityTags)
export type ActivityTag = z.infer<typeof activityTag>

/** Partners outside the group, by the kinds that paragraph 24 names. */
export const partnerKinds = [
  'government',
  'un_entity',
  'regional_organization',
  'international_organization',
  'private_sector',
  'media',
  'parliament',
  'civil_society',
  'academia',
  'faith_based',
  'nhri',
  'other',
] as const
export const partnerKind = z.enum(partnerKinds)
export type PartnerKind = z.infer<typeof partnerKind>

export const donorKinds = ['GOV', 'OBS', 'IGO', 'NGO', 'PRIV', 'FOUND', 'IND', 'CAMP', 'ACAD'] as const
export const donorKind = z.enum(donorKinds)
export type DonorKind = z.infer<typeof donorKind>

/** Grand Bargain earmarking, codes 1 to 4 in this order; `not_specified` is a visible bucket of its own. */
export const earmarkings = [
  'unearmarked',
  'softly_earmarked',
  'earmarked',
  'tightly_earmarked',
  'not_specified',
] as const
export const earmarking = z.enum(earmarkings)
export type Earmarking = z.infer<typeof earmarking>

/** The Grand Bargain code ('1' to '4'), null for what is not specified. Source: IATI EarmarkingCategory. */
export function grandBargainCode(code: Earmarking): '1' | '2' | '3' | '4' | null {
  const codes = { unearmarked: '1', softly_earmarked: '2', earmarked: '3', tightly_earmarked: '4' } as const
  return code === 'not_specified' ? null : codes[code]
}

/** OECD DAC purpose codes under which anti-trafficking work is reported. */
export const dacSectors = [
  '15190',
  '15160',
  '15180',
  '15130',
  '16070',
  '15113',
  '15132',
  '15134',
  '15136',
  '15196',
  '15220',
  '15261',
  '16010',
  '16020',
  '16062',
  '72010',
  '72011',
] as const
export const dacSector = z.enum(dacSectors)
export type DacSector = z.infer<typeof dacSector>

export const sexes = ['female', 'male', 'other', 'unknown'] as const
export const sex = z.enum(sexes)
export type Sex = z.infer<typeof sex>

/** A child is a person under 18 (Trafficking Protocol, article 3 (d)). */
export const ageGroups = ['child', 'adult', 'unknown'] as const
export const ageGroup = z.enum(ageGroups)
export type AgeGroup = z.infer<typeof ageGroup>

/** Kinds of aid of paragraph 11 (a). */
export const aidKinds = ['humanitarian', 'legal', 'financial'] as const
export const aidKind = z.enum(aidKinds)
export type AidKind = z.infer<typeof aidKind>

/** The established channels of paragraph 11 (a) through which aid reaches victims. */
export const granteeKinds = ['governmental', 'intergovernmental', 'non_governmental'] as const
export const granteeKind = z.enum(granteeKinds)
export type GranteeKind = z.infer<typeof granteeKind>

/** How much of a grant anyone may know: all of it, the region it is in, or that it is one of several. */
export const grantVisibilities = ['public', 'region_only', 'withheld'] as const
export const grantVisibility = z.enum(grantVisibilities)
export type GrantVisibility = z.infer<typeof grantVisibility>

export const membershipRoles = ['coordinator', 'chair', 'member', 'partner', 'working_group'] as const
export const membershipRole = z.enum(membershipRoles)
export type MembershipRole = z.infer<typeof membershipRole>

/** Where an agency stands in (or outside) the United Nations system chart. */
export const agencyClasses = [
  'secretariat',
  'special_representative',
  'funds_and_programmes',
  'research_and_training',
  'other_entity',
  'joint_programme',
  'security_council_body',
  'specialized_agency',
  'related_organization',
  'regional_organization',
  'intergovernmental',
  'other',
] as const
export const agencyClass = z.enum(agencyClasses)
export type AgencyClass = z.infer<typeof agencyClass>

/** IATI organisation types, as they come with imported activities. */
export const organisationTypes = [
  '10',
  '11',
  '15',
  '21',
  '22',
  '23',
  '24',
  '30',
  '40',
  '60',
  '70',
  '71',
  '72',
  '73',
  '80',
  '90',
] as const
export const organisationType = z.enum(organisationTypes)
export type OrganisationType = z.infer<typeof organisationType>

/** How sure a reference row is: read in a source, still to be confirmed, or concluded from what was read. */
export const bases = ['sourced', 'unverified', 'inferred'] as const
export const basis = z.enum(bases)
export type Basis = z.infer<typeof basis>

export const placeLevels = ['world', 'region', 'subregion', 'intermediate', 'country'] as const
export const placeLevel = z.enum(placeLevels)
export type PlaceLevel = z.infer<typeof placeLevel>

export const unRegionalGroups = ['african', 'asia_pacific', 'eastern_european', 'latin_caribbean', 'western'] as const
export const unRegionalGroup = z.enum(unRegionalGroups)
export type UnRegionalGroup = z.infer<typeof unRegionalGroup>

export const developmentGroups = ['ldc', 'lldc', 'sids'] as const
export const developmentGroup = z.enum(developmentGroups)
export type DevelopmentGroup = z.infer<typeof developmentGroup>

export const meetingStates = ['planned', 'live', 'closed'] as const
export const meetingState = z.enum(meetingStates)
export type MeetingState = z.infer<typeof meetingState>

/** Whom a paragraph speaks to. A status is possible only for the last three: States are never graded. */
export const addressees = [
  'member_states',
  'states_parties',
  'conference_of_parties',
  'general_assembly',
  'requesting_states',
  'all_stakeholders',
  'international_community',
  'civil_society',
  'business',
  'partners',
  'special_rapporteurs',
  'humanitarian_actors',
  'un_entities',
  'intergovernmental_organizations',
  'secretary_general',
  'unodc',
  'icat',
] as const
export const addressee = z.enum(addressees)
export type Addressee = z.infer<typeof addressee>

/** Whether a paragraph with this addressee may carry a status at all. */
export function mayHaveStatus(whom: Addressee): boolean {
  return whom === 'secretary_general' || whom === 'unodc' || whom === 'icat'
}

/** What a paragraph does, in the words of United Nations drafting. */
export const actKinds = [
  'decision',
  'reaffirmation',
  'commitment',
  'encouragement',
  'urging',
  'definition',
  'concern',
  'request',
  'emphasis',
  'recognition',
  'call',
  'condemnation',
] as const
export const actKind = z.enum(actKinds)
export type ActKind = z.infer<typeof actKind>

/** Whether a paragraph can be followed with an indicator. */
export const trackings = ['yes', 'partly', 'tag', 'no'] as const
export const tracking = z.enum(trackings)
export type Tracking = z.infer<typeof tracking>

export const commitmentStatuses = ['no_update_recorded', 'under_way', 'done'] as const
export const commitmentStatus = z.enum(commitmentStatuses)
export type CommitmentStatus = z.infer<typeof commitmentStatus>

/** The sets of published figures; their rows contradict each other and are never merged. */
export const publishedSets = ['fund_totals', 'donors', 'grant_cycles', 'beneficiaries'] as const
export const publishedSet = z.enum(publishedSets)
export type PublishedSet = z.infer<typeof publishedSet>

/** Every list above by the name under which its labels stand in the catalogue `codes`. */
export const codelists = {
  pillars,
  sdgTargets,
  exploitationForms,
  activityKinds,
  audiences,
  activityLevels,
  activityTags,
  partnerKinds,
  donorKinds,
  earmarkings,
  dacSectors,
  sexes,
  ageGroups,
  aidKinds,
  granteeKinds,
  grantVisibilities,
  membershipRoles,
  agencyClasses,
  organisationTypes,
  bases,
  placeLevels,
  unRegionalGroups,
  developmentGroups,
  meetingStates,
  addressees,
  actKinds,
  trackings,
  commitmentStatuses,
  publishedSets,
} as const
export type Codelist = keyof typeof codelists
export type CodeOf<L extends Codelist> = (typeof codelists)[L][number]

type Undotted<S extends string> = S extends `${infer Head}.${infer Tail}` ? `${Head}_${Tail}` : S
export type CodeKey<L extends Codelist> = L extends Codelist ? `${L}.${Undotted<CodeOf<L>>}` : never

/**
 * The catalogue key of a code inside the namespace `codes`: `codeKey('sdgTargets', '8.7')` is
 * `sdgTargets.8_7`. A dot in a code would read as nesting.
 */
export function codeKey<L extends Codelist>(list: L, code: CodeOf<L>): CodeKey<L> {
  return `${list}.${code.replace('.', '_')}` as CodeKey<L>
}
