import { type ActivityDraft, type ActivityPlace, emptyDraft } from './activity.ts'
import { type PartnerKind, sdgTargets } from './codelists.ts'
import type { ImportedActivity } from './imported-activity.ts'

/** What the database knows that a file names by other codes. */
export interface ImportLookups {
  /** M49 code by ISO 3166-1 alpha-2. */
  placeByIso2: ReadonlyMap<string, string>
  isPlace: (code: string) => boolean
  /** Agency id by IATI organisation identifier, upper case. */
  agencyByRef: ReadonlyMap<string, string>
}

const partnerKinds = new Map<string, PartnerKind>([
  ['10', 'government'],
  ['11', 'government'],
  ['15', 'government'],
  ['21', 'civil_society'],
  ['22', 'civil_society'],
  ['23', 'civil_society'],
  ['24', 'civil_society'],
  ['30', 'private_sector'],
  ['40', 'international_organization'],
  ['70', 'private_sector'],
  ['71', 'private_sector'],
  ['72', 'private_sector'],
  ['73', 'private_sector'],
  ['80', 'academia'],
])

/**
 * The facts of an imported activity as a draft, unclassified: pillars, kind, forms, audiences and tags are for a person
 * to say. `unknownPlaces` are codes that no place here answers to.
 */
export function draftOfImported(
  imported: ImportedActivity,
  lookups: ImportLookups,
): { draft: ActivityDraft; unknownPlaces: string[] } {
  const { places, unknownPlaces } = placesOf(imported, lookups)
  const draft: ActivityDraft = {
    ...emptyDraft(),
    title: imported.title,
    description: imported.description,
    status: imported.status,
    level: imported.scope,
    startOn: imported.startActual ?? imported.startPlanned,
    endOn: imported.endActual ?? imported.endPlanned,
    places,
    sdgTargets: sdgTargets.filter((target) => imported.sdgTargets.includes(target)),
    ...partnersOf(imported, lookups),
  }
  return { draft, unknownPlaces }
}

function placesOf(
  { countries, regions }: ImportedActivity,
  lookups: ImportLookups,
): { places: ActivityPlace[]; unknownPlaces: string[] } {
  const unknownPlaces: string[] = []
  const found = new Map<string, number | null>()
  const put = (code: string, percentage: number | null) => {
    const before = found.get(code)
    found.set(
      code,
      before === undefined ? percentage : before === null || percentage === null ? null : before + percentage,
    )
  }
  for (const { code, percentage } of countries) {
    const place = lookups.placeByIso2.get(code)
    if (place) put(place, percentage)
    else unknownPlaces.push(code)
  }
  for (const { m49, percentage } of regions) {
    // Beside countries, a region without a share is only where those countries are.
    if (m49 === null || (percentage === null && found.size > 0)) continue
    if (lookups.isPlace(m49)) put(m49, percentage)
    else unknownPlaces.push(m49)
  }
  const shares = [...found.values()]
  const hundredths = shares.reduce<number>((sum, share) => sum + Math.round((share ?? 0) * 100), 0)
  const isWhole = !shares.includes(null) && hundredths === 10_000
  const places = [...found].map(([code, share]) => ({
    code,
    percentage: isWhole && share !== null ? rounded(share) : null,
  }))
  return { places, unknownPlaces }
}

/** Who takes part in the work; who only pays for it stays in the provenance. */
function partnersOf(
  { participants, reportingOrganisation }: ImportedActivity,
  lookups: ImportLookups,
): Pick<ActivityDraft, 'partnerAgencyIds' | 'otherPartners'> {
  const agencies = new Set<string>()
  const others = new Map<string, PartnerKind>()
  for (const { ref, role, type, name } of participants) {
    if (role === 'funding' || (ref !== null && ref === reportingOrganisation.ref)) continue
    const agency = ref === null ? undefined : lookups.agencyByRef.get(ref.toUpperCase())
    const text = name[0]?.text.slice(0, 300).trim()
    if (agency) agencies.add(agency)
    else if (text && !reportingOrganisation.name.some((own) => own.text === text))
      others.set(text, partnerKinds.get(type ?? '') ?? 'other')
  }
  const own = lookups.agencyByRef.get(reportingOrganisation.ref?.toUpperCase() ?? '')
  if (own) agencies.delete(own)
  return {
    partnerAgencyIds: [...agencies].slice(0, 60),
    otherPartners: [...others].slice(0, 60).map(([name, kind]) => ({ name, kind })),
  }
}

function rounded(share: number): number {
  return Math.round(share * 100) / 100
}
