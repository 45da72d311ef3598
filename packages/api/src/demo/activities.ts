import { insertActivities, type ReadyActivity } from '@concert/db/activities-bulk'
import { findAgencies, findMemberships } from '@concert/db/agencies'
import type { Trx } from '@concert/db/client'
import { findPlaces, findPlaceTree } from '@concert/db/places'
import { type ActivityDraft, type ActivityStatus, emptyDraft, type Visibility } from '@concert/domain/activity'
import { reviewActivity } from '@concert/domain/activity-quality'
import type { Agency } from '@concert/domain/agency'
import { addDays, type CalendarDate, today, yearOf } from '@concert/domain/calendar-date'
import { type ActivityKind, audiences } from '@concert/domain/codelists'
import { type Locale, locales } from '@concert/domain/locales'
import type { Place } from '@concert/domain/place'
import { isPlaceSensitive, mayShowExactPlace, publicPlaceOf } from '@concert/domain/place-coarsening'
import { deeds, examplePrefix, explanations, type Topic, topics } from './activity-words.ts'
import type { Random } from './random.ts'

const count = 2000
const years = 8
const byName = 'Example data'

// How often an agency leads, and how often each kind of work comes up.
const leads: Record<string, number> = { unodc: 6, iom: 5, ilo: 4, unicef: 4, unhcr: 3, 'un-women': 3, undp: 2, osce: 2 }
const kinds: readonly (readonly [ActivityKind, number])[] = [
  ['CAPB', 26],
  ['TA', 18],
  ['ADVO', 14],
  ['KNOW', 11],
  ['DIRECT', 10],
  ['NORM', 7],
  ['COORD', 5],
  ['JOINT', 4],
  ['EMERG', 3],
  ['PROC', 2],
]

/** Some two thousand invented activities of the members over eight years, each of which says that it is an example. */
export async function seedDemoActivities(trx: Trx, random: Random, day: CalendarDate = today()): Promise<void> {
  const inGroup = new Set((await findMemberships(trx)).map((membership) => membership.agencyId))
  const agencies = (await findAgencies(trx)).filter((agency) => agency.basis !== 'unverified' && inGroup.has(agency.id))
  const places = await findPlaces(trx)
  const tree = await findPlaceTree(trx)
  const activities = Array.from({ length: count }, (): ReadyActivity => {
    const lead = random.pick(agencies.flatMap((agency) => Array<Agency>(leads[agency.slug] ?? 1).fill(agency)))
    const draft = aDraft(random, lead, agencies, places, day)
    const visibility = visibilityOf(random, draft, day)
    return {
      leadAgencyId: lead.id,
      draft,
      visibility,
      publicPlaces: new Map(draft.places.map(({ code }) => [code, publicPlaceOf(draft, code, tree)])),
      publishReasons:
        visibility === 'public'
          ? reviewActivity(draft, day).map(({ code, field }) => ({ code, field, reason: 'Example of a reason' }))
          : [],
      year: yearOf(draft.startOn ?? day),
      writtenOn: writtenOn(random, draft, day),
      byName,
    }
  })
  await insertActivities(trx, activities)
}

function aDraft(
  random: Random,
  lead: Agency,
  agencies: readonly Agency[],
  places: readonly Place[],
  day: CalendarDate,
): ActivityDraft {
  const kind = random.pick(kinds.flatMap(([one, weight]) => Array<ActivityKind>(weight).fill(one)))
  const topic = random.pick(topics)
  const where = someWhere(random, places)
  const when = someTime(random, day)
  const isJoint = kind === 'JOINT' || random.chance(0.18)
  const others = agencies.filter((agency) => agency.id !== lead.id)
  const tags = [...topic.tags, ...(kind === 'EMERG' ? (['humanitarian'] as const) : [])]
  const doNoHarm =
    isPlaceSensitive({ kind, tags }) && random.chance(0.15)
      ? { preciseIsSafe: true, why: 'Example: a public building in the capital' }
      : null
  const named = mayShowExactPlace({ kind, tags, doNoHarm }) ? where.places[0] : undefined
  return {
    ...emptyDraft(),
    ...wordsOf(random, kind, topic, named),
    partnerAgencyIds: isJoint ? random.some(others, random.integer(1, 3)).map((agency) => agency.id) : [],
    otherPartners: random.chance(0.3)
      ? [{ kind: random.pick(['government', 'civil_society', 'academia'] as const), name: 'Example partner' }]
      : [],
    kind,
    level: where.level,
    places: shared(random, where.places),
    ...when,
    pillars: random.some(topic.pillars, random.integer(1, topic.pillars.length)),
    sdgTargets: random.some(topic.targets, random.integer(1, topic.targets.length)),
    forms: kind === 'DIRECT' && topic.forms.length === 0 ? ['UNKNOWN'] : random.some(topic.forms, random.integer(0, 3)),
    audiences: random.some(audiences, random.integer(1, 3)),
    tags,
    paragraphs: [...topic.paragraphs],
    people: peopleOf(random, kind),
    budget: random.chance(0.35) ? { amountMinor: random.integer(20, 900) * 100_000, currency: 'USD' } : null,
    toolsUsed: random.chance(0.2) ? 'Example of a tool that was used' : null,
    lessons: random.chance(0.15) ? 'Example of a lesson for the group' : null,
    doNoHarm,
  }
}

function wordsOf(random: Random, kind: ActivityKind, topic: Topic, place: Place | undefined) {
  const spoken: Locale[] = ['en', ...random.some(locales.slice(1), random.pick([0, 0, 0, 1, 1, 2]))]
  const title = spoken.map((language) => {
    const where = place && place.level !== 'world' ? ` (${place.names[language] ?? place.names.en})` : ''
    const dash = language === 'zh' ? '——' : ' – '
    return {
      language,
      text: `${examplePrefix[language]}${deeds[kind][language]}${dash}${topic.words[language]}${where}`,
    }
  })
  return { title, description: spoken.map((language) => ({ language, text: explanations[language] })) }
}

function someWhere(random: Random, places: readonly Place[]): { level: ActivityDraft['level']; places: Place[] } {
  const at = (level: Place['level']) => places.filter((place) => place.level === level)
  const chance = random.next()
  if (chance < 0.08) return { level: 'global', places: at('world') }
  const countries = at('country').filter((place) => place.unRegionalGroup !== null)
  if (chance < 0.14) return { level: 'regional', places: [random.pick(at('subregion'))] }
  if (chance < 0.24) {
    const first = random.pick(countries)
    const neighbours = countries.filter((place) => place.parentCode === first.parentCode)
    const chosen = random.some(neighbours, random.integer(2, 4))
    return { level: chosen.length > 1 ? 'regional' : 'national', places: chosen }
  }
  return { level: 'national', places: [random.pick(random.chance(0.6) ? countries.filter(isDeveloping) : countries)] }
}

const isDeveloping = (place: Place) => place.ldc || place.lldc || place.sids || place.unRegionalGroup === 'african'

function shared(random: Random, places: readonly Place[]): ActivityDraft['places'] {
  const isSplit = places.length > 1 && random.chance(0.4)
  const each = Math.floor(100 / places.length)
  return places.map(({ code }, index) => ({
    code,
    percentage: isSplit ? (index === 0 ? 100 - each * (places.length - 1) : each) : null,
  }))
}

/** More of it in later years; a few planned ahead; one in a hundred left open after its end, as real logs have them. */
function someTime(random: Random, day: CalendarDate): Pick<ActivityDraft, 'startOn' | 'endOn' | 'status'> {
  const first = `${yearOf(day) - years + 1}-01-01`
  const span = Math.round((Date.parse(day) - Date.parse(first)) / 86_400_000) + 35
  const startOn = addDays(first, Math.floor(Math.sqrt(random.next()) * span))
  const endOn = addDays(startOn, random.pick([2, 4, 30, 90, 180, 365, 365, 540]))
  return { startOn, endOn, status: statusOf(random, startOn, endOn, day) }
}

function statusOf(random: Random, startOn: CalendarDate, endOn: CalendarDate, day: CalendarDate): ActivityStatus {
  if (random.chance(0.02)) return 'cancelled'
  if (startOn > day) return 'planned'
  if (endOn >= day) return 'ongoing'
  return endOn > addDays(day, -120) && random.chance(0.15) ? 'ongoing' : 'completed'
}

function peopleOf(random: Random, kind: ActivityKind): ActivityDraft['people'] {
  const row = { sex: null, ageGroup: null, form: null, audience: null }
  if (kind === 'DIRECT') {
    const [female, male] = [random.integer(12, 240), random.integer(12, 120)]
    return [
      { ...row, kind: 'assisted', count: female + male },
      { ...row, kind: 'assisted', sex: 'female', count: female },
      { ...row, kind: 'assisted', sex: 'male', count: male },
      { ...row, kind: 'assisted', form: 'LABOUR', count: male },
      ...(female % 30 === 0 ? [{ ...row, kind: 'assisted' as const, form: 'ORGAN' as const, count: 3 }] : []),
    ]
  }
  if (kind === 'CAPB') return [{ ...row, kind: 'trained', count: random.integer(12, 90) }]
  return kind === 'ADVO' ? [{ ...row, kind: 'campaign_audience', count: random.integer(5, 900) * 1000 }] : []
}

/** Public, unless a rule of publishing stands against it. */
function visibilityOf(random: Random, draft: ActivityDraft, day: CalendarDate): Visibility {
  if (reviewActivity(draft, day).some((finding) => finding.severity === 'error')) return 'group'
  const chance = random.next()
  if (chance < 0.91) return 'public'
  return chance < 0.98 ? 'group' : 'draft'
}

function writtenOn(random: Random, { startOn, endOn }: ActivityDraft, day: CalendarDate): CalendarDate {
  const written = addDays(endOn ?? startOn ?? day, random.integer(-60, 30))
  return written < day ? written : addDays(day, -random.integer(1, 60))
}
