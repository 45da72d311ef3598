import type { ImportedCountry, ImportedRegion, ImportedSector } from '@concert/domain/imported-activity'
import { isCountry, regionM49, sectorState } from './codelists.ts'
import type { Element } from './elements.ts'
import type { Notes } from './notes.ts'
import { quoted } from './refusal.ts'
import { balanced, percentage, type ShareFault } from './shares.ts'
import { children } from './transactions.ts'
import { present } from './values.ts'

interface Part {
  element: Element
  vocabulary: string
  code: string
  percentage: string | null
}

/** Sectors of the activity, else those its transactions name; each vocabulary divides the whole on its own. */
export function readSectors(activity: Element, notes: Notes): ImportedSector[] {
  const parts = partsOf(activity, 'sector', notes)
  for (const { element, vocabulary, code } of parts) {
    const state = sectorState(vocabulary, code)
    if (state === 'unknown')
      notes.warn(element, 'sector_unknown', { code: quoted(code), vocabulary: quoted(vocabulary) })
    if (state === 'withdrawn') notes.warn(element, 'sector_withdrawn', { code })
  }
  return [...byVocabulary(parts).values()].flatMap((group) =>
    withShares(group, notes).map(({ vocabulary, code, share }) => ({ vocabulary, code, percentage: share })),
  )
}

/**
 * Countries and regions together divide one whole. A region without a percentage beside countries, or one that takes
 * the sum over the whole, is the context of those countries: they keep their split and it has none.
 */
export function readPlaces(
  activity: Element,
  notes: Notes,
): { countries: ImportedCountry[]; regions: ImportedRegion[] } {
  const countries = partsOf(activity, 'recipient-country', notes)
    .map((part) => ({ ...part, code: part.code.toUpperCase() }))
    .filter((part) => isCountry(part.code) || notes.warn(part.element, 'country_unknown', { code: quoted(part.code) }))
  const regions = [...byVocabulary(partsOf(activity, 'recipient-region', notes)).values()]
    .flatMap((group) => group.map((part) => ({ ...part, m49: regionM49(part.vocabulary, part.code) })))
    .filter((part) => part.m49 !== undefined || notes.warn(part.element, 'region_unknown', { code: quoted(part.code) }))
  // Several vocabularies tell the same regions again; only one of them divides the whole.
  const leading = ['1', '2', '99'].find((each) => regions.some((part) => part.vocabulary === each))
  const dividing = regions.filter((part) => part.vocabulary === leading)
  const context = regions.filter((part) => part.vocabulary !== leading)
  const total = (parts: readonly Part[]) => parts.reduce((sum, part) => sum + Number(part.percentage ?? 0), 0)
  const over = countries.length > 0 && total([...countries, ...dividing]) > 101
  const [first] = dividing
  if (first && over)
    notes.warn(first.element, 'places_over_whole', { sum: total([...countries, ...dividing]).toFixed(2) })
  const regionsAreContext = countries.length > 0 && (over || dividing.every((part) => part.percentage === null))
  const shared = withShares<Part>(regionsAreContext ? countries : [...countries, ...dividing], notes)
  const shareOf = new Map(shared.map(({ element, share }) => [element, share]))
  const asRegion = ({ vocabulary, code, m49, element }: (typeof regions)[number]): ImportedRegion => {
    return { vocabulary, code, m49: m49 ?? null, percentage: shareOf.get(element) ?? null }
  }
  return {
    countries: countries.map(({ code, element }) => ({ code, percentage: shareOf.get(element) ?? null })),
    regions: [...dividing, ...context].map(asRegion),
  }
}

function partsOf(activity: Element, name: string, notes: Notes): Part[] {
  const own = children(activity, name)
  if (own.length > 0) return own.flatMap((element) => readPart(element, notes))
  const parts = new Map<string, Part>()
  for (const element of children(activity, 'transaction').flatMap((transaction) => children(transaction, name))) {
    for (const part of readPart(element, notes)) {
      const key = `${part.vocabulary} ${part.code}`
      if (!parts.has(key)) parts.set(key, { ...part, percentage: null })
    }
  }
  return [...parts.values()]
}

function readPart(element: Element, notes: Notes): Part[] {
  const code = present(element.attributes.get('code'))
  const vocabulary = present(element.attributes.get('vocabulary')) ?? '1'
  const share = percentage(element.attributes.get('percentage'))
  if (share === undefined) {
    notes.refuse(element, 'percentage_invalid', { value: quoted(element.attributes.get('percentage') ?? '') })
    return []
  }
  if (code === null) {
    notes.warn(element, 'code_missing')
    return []
  }
  return [{ element, vocabulary, code, percentage: share }]
}

function withShares<P extends Part>(parts: readonly P[], notes: Notes): (P & { share: number | null })[] {
  const { shares, fault } = balanced(parts.map((part) => part.percentage))
  const [first] = parts
  if (first && fault) notes.warn(first.element, fault.code, sumOf(fault))
  return parts.map((part, index) => ({ ...part, share: shares[index] ?? null }))
}

function sumOf(fault: ShareFault): Record<string, string> {
  return 'sum' in fault ? { sum: fault.sum } : {}
}

function byVocabulary(parts: readonly Part[]): Map<string, Part[]> {
  return Map.groupBy(parts, (part) => part.vocabulary)
}
