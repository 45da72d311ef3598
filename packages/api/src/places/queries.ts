import { findAgencies } from '@concert/db/agencies'
import {
  countPublicActivitiesByAgencyIn,
  countPublicActivitiesIn,
  findPlaces,
  findPlaceTree,
  getPlace,
} from '@concert/db/places'
import { inLocale, type Locale, type LocalizedText } from '@concert/domain/locales'
import { type Place, type PlaceOption, searchPlaces as rank } from '@concert/domain/place'
import { languageTag } from '@concert/messages/format'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'

const collators = new Map<Locale, Intl.Collator>()

function collatorOf(locale: Locale): Intl.Collator {
  const collator = collators.get(locale) ?? new Intl.Collator(languageTag(locale))
  collators.set(locale, collator)
  return collator
}

/** Every country and region by its name in one language, in that language's order. */
export async function listPlaces(ctx: Context, input: { locale: Locale }): Promise<PlaceOption[]> {
  const places = await inTransaction(ctx, findPlaces)
  const collator = collatorOf(input.locale)
  return places
    .map((place) => ({
      code: place.code,
      name: inLocale(place.names, input.locale),
      level: place.level,
      parentCode: place.parentCode,
      iso3: place.iso3,
      footnote: place.footnote,
    }))
    .sort((a, b) => collator.compare(a.name, b.name))
}

/** The first twenty places that match, without regard to accents and case. */
export async function searchPlaces(ctx: Context, input: { text: string; locale: Locale }): Promise<PlaceOption[]> {
  return rank(await listPlaces(ctx, input), input.text).slice(0, 20)
}

type PlaceLink = Pick<Place, 'code' | 'names' | 'footnote'>

export interface PlacePage extends Place {
  /** From the world down to the place's own region. */
  containers: PlaceLink[]
  /** What lies directly in it. */
  contains: PlaceLink[]
  asOf: string
  /** Public activities here, a joint one once. */
  activities: number
  /** Who works here; a joint activity is credited to each of its agencies. */
  agencies: { slug: string; acronym: string; names: LocalizedText; activities: number }[]
}

/** One country or region: where it lies, who works there. */
export function getPlacePage(ctx: Context, input: { code: string }): Promise<PlacePage> {
  return inTransaction(ctx, async (trx) => {
    const place = await getPlace(trx, input.code)
    const all = await findPlaces(trx)
    const byCode = new Map(all.map((each) => [each.code, each]))
    const tree = await findPlaceTree(trx)
    const containers: PlaceLink[] = []
    for (let node = tree.get(place.code); node?.parentCode; node = tree.get(node.parentCode)) {
      const parent = byCode.get(node.parentCode)
      if (parent) containers.unshift(toLink(parent))
    }
    const presence = new Map(
      (await countPublicActivitiesByAgencyIn(trx, place.code)).map((each) => [each.agencyId, each.activities]),
    )
    const agencies = (await findAgencies(trx)).flatMap(({ id, slug, acronym, names }) => {
      const activities = presence.get(id)
      return activities === undefined ? [] : [{ slug, acronym, names, activities }]
    })
    return {
      ...place,
      asOf: ctx.now().toISOString(),
      containers,
      contains: all.filter((each) => each.parentCode === place.code).map(toLink),
      activities: await countPublicActivitiesIn(trx, place.code),
      agencies,
    }
  })
}

function toLink({ code, names, footnote }: Place): PlaceLink {
  return { code, names, footnote }
}
