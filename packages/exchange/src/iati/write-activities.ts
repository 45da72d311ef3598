import type { ActivityStatus } from '@concert/domain/activity'
import { addDays } from '@concert/domain/calendar-date'
import type { PartnerKind } from '@concert/domain/codelists'
import type { PublishedActivity } from '@concert/domain/iati-publication'
import {
  hasText,
  narrated,
  narratives,
  type Party,
  type Publication,
  party,
  partyOf,
  recipient,
  textsOf,
  unspecifiedRegion,
  value,
} from './write-parts.ts'
import { sharesOf } from './write-shares.ts'
import { documentOf, element, nothing, text, type Xml } from './write-xml.ts'

/** The Global Plan of Action names the four pillars; TagVocabulary 99 asks where its codes come from. */
const pillarsUri = 'https://undocs.org/A/RES/64/293'

/** IATI ActivityStatus. */
const statuses: Record<ActivityStatus, string> = { planned: '1', ongoing: '2', completed: '4', cancelled: '5' }

/** IATI ActivityScope. */
const scopes = { global: '1', regional: '2', national: '4' } as const

/** IATI OrganisationType, where the kind of a partner says it for sure. */
const partnerTypes: Partial<Record<PartnerKind, string>> = {
  government: '10',
  parliament: '15',
  nhri: '15',
  un_entity: '40',
  regional_organization: '40',
  international_organization: '40',
  private_sector: '70',
  academia: '80',
}

/**
 * An IATI 2.03 activity file, chunk by chunk in constant memory; nothing at all when there is no activity. Every
 * activity is reported under its lead agency's identifier, as a secondary reporter unless that agency runs Concert; a
 * lead without an identifier is named, and the platform reports for it.
 */
export function writeActivities(
  activities: AsyncIterable<PublishedActivity>,
  about: Publication,
): AsyncGenerator<string> {
  const attributes = { version: '2.03', 'generated-datetime': about.generatedAt }
  return documentOf('iati-activities', attributes, elementsOf(activities, about))
}

async function* elementsOf(activities: AsyncIterable<PublishedActivity>, about: Publication): AsyncGenerator<Xml> {
  for await (const activity of activities) yield elementOf(activity, about)
}

/** The identifier under which an activity is reported: its publisher's own, else the reporter's with our reference. */
export function identifierOf(activity: PublishedActivity, platform: Publication['platform']): string {
  return activity.sourceIdentifier ?? `${reporterOf(activity, platform).iatiOrgId}-${activity.reference}`
}

function reporterOf({ lead }: PublishedActivity, platform: Publication['platform']): Publication['platform'] {
  const { iatiOrgId } = lead
  return iatiOrgId === null ? platform : { ...lead, iatiOrgId }
}

function elementOf(activity: PublishedActivity, about: Publication): Xml {
  const { reference, lead, partners, otherPartners, level } = activity
  const { platform } = about
  const title = hasText(activity.title) ? activity.title : [{ language: 'en', text: reference }]
  const places = placesOf(activity)
  return element(
    'iati-activity',
    {
      'xml:lang': 'en',
      'default-currency': 'USD',
      hierarchy: '1',
      humanitarian: activity.tags.includes('humanitarian') ? '1' : null,
      'last-updated-datetime': activity.updatedAt,
    },
    element('iati-identifier', {}, text(identifierOf(activity, platform))),
    party('reporting-org', partyOf(reporterOf(activity, platform)), {
      'secondary-reporter': lead.slug === platform.slug ? '0' : '1',
    }),
    narrated('title', {}, title),
    narrated('description', { type: '1' }, hasText(activity.description) ? activity.description : title),
    party('participating-org', partyOf(lead), { role: '2' }),
    ...partners.map((partner) => party('participating-org', partyOf(partner), { role: '4' })),
    ...otherPartners.map(otherParty).map((partner) => party('participating-org', partner, { role: '4' })),
    element('other-identifier', { ref: reference, type: 'A1' }),
    element('activity-status', { code: statuses[activity.status] }),
    ...datesOf(activity, about),
    level === null ? nothing : element('activity-scope', { code: scopes[level] }),
    ...places.elements,
    ...sectorsOf(activity),
    ...tagsOf(activity, about),
    places.areDeclared ? budgetOf(activity) : nothing,
  )
}

function otherParty({ kind, name }: PublishedActivity['otherPartners'][number]): Party {
  const names = [{ language: null, text: name }]
  // The standard wants a name or an identifier of everybody who takes part.
  return {
    ref: null,
    type: partnerTypes[kind] ?? null,
    names: hasText(names) ? names : [{ language: 'en', text: '–' }],
  }
}

/** What is over has actual dates, what is planned or cancelled planned ones; an actual date is never in the future. */
function datesOf({ status, startOn, endOn }: PublishedActivity, { today }: Publication): Xml[] {
  const hasBegun = (status === 'ongoing' || status === 'completed') && startOn <= today
  const hasEnded = status === 'completed' && hasBegun && endOn !== null && endOn <= today
  const date = (type: string, on: string) => element('activity-date', { type, 'iso-date': on })
  return [date(hasBegun ? '2' : '1', startOn), endOn === null ? nothing : date(hasEnded ? '4' : '3', endOn)]
}

/** Countries and regions divide one whole between them; where nobody said how, in equal parts. */
function placesOf({ places }: PublishedActivity): { elements: Xml[]; areDeclared: boolean } {
  if (places.length === 0) return { elements: [unspecifiedRegion], areDeclared: true }
  const inOrder = [...places.filter(({ iso2 }) => iso2 !== null), ...places.filter(({ iso2 }) => iso2 === null)]
  const { shares, areDeclared } = sharesOf(inOrder.map(({ percentage }) => percentage))
  return { elements: inOrder.map((place, index) => recipient(place, shares[index] ?? '0')), areDeclared }
}

/** OECD DAC purposes that the classification speaks of; human rights where it speaks of none. In equal parts. */
function sectorsOf({ pillars, sdgTargets, forms, tags }: PublishedActivity): Xml[] {
  const holds = {
    '15130': pillars.includes('PROS'),
    '15160': pillars.includes('PROT'),
    '15180': sdgTargets.includes('5.2') || sdgTargets.includes('5.3'),
    '15190': tags.includes('refugees_migrants'),
    '16070': sdgTargets.includes('8.7') || sdgTargets.includes('8.8') || forms.includes('LABOUR'),
  }
  const named = Object.entries(holds).flatMap(([code, isNamed]) => (isNamed ? [code] : []))
  const codes = named.length > 0 ? named : ['15160']
  const { shares } = sharesOf(codes.map(() => null))
  return codes.map((code, index) => element('sector', { vocabulary: '1', code, percentage: shares[index] ?? '0' }))
}

function tagsOf({ sdgTargets, pillars }: PublishedActivity, { inSix }: Publication): Xml[] {
  return [
    ...sdgTargets.map((code) => element('tag', { vocabulary: '3', code })),
    ...pillars.map((code) =>
      element(
        'tag',
        { vocabulary: '99', 'vocabulary-uri': pillarsUri, code },
        narratives(textsOf(inSix(`codes.pillars.${code}`))),
      ),
    ),
  ]
}

/** The standard takes no budget of more than a year, and nobody said how a longer one divides: then none is told. */
function budgetOf({ budget, startOn, endOn }: PublishedActivity): Xml {
  if (budget === null || endOn === null || endOn > addDays(startOn, 364)) return nothing
  return element(
    'budget',
    { type: '1', status: '1' },
    element('period-start', { 'iso-date': startOn }),
    element('period-end', { 'iso-date': endOn }),
    value(budget, startOn),
  )
}
