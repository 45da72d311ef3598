import type { PlaceLevel, UnRegionalGroup } from './codelists.ts'
import type { LocalizedText } from './locales.ts'

/** A country or region as lists and pickers show it. `code` is M49, or XKX. */
export interface PlaceOption {
  code: string
  name: string
  level: PlaceLevel
  parentCode: string | null
  iso3: string | null
  /** As of `Place`: the name is never shown without it on a page of places. */
  footnote: 'scr_1244' | null
}

export interface Place {
  code: string
  level: PlaceLevel
  parentCode: string | null
  iso2: string | null
  iso3: string | null
  names: LocalizedText
  unRegionalGroup: UnRegionalGroup | null
  ldc: boolean
  lldc: boolean
  sids: boolean
  currencies: string[]
  /** `scr_1244`: to be understood in full compliance with Security Council resolution 1244 (1999). */
  footnote: 'scr_1244' | null
  /** False for what is listed in M49 but has no page of its own here. */
  hasPage: boolean
}

/** Signs that a searcher leaves out: combining marks of Latin and Cyrillic, Arabic vowel signs and the stretching tatweel. */
const marks = /[\p{Mn}\u0640]/gu

/**
 * Text as a search compares it: without case, accents and vowel signs, alef and yeh in one form each, punctuation as
 * blanks. The same for the six languages.
 */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFKD')
    .replace(marks, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .toLocaleLowerCase('und')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * Places whose name, M49 or ISO 3 code match what was typed, best first: the beginning of the name, then the beginning
 * of one of its words, then anywhere. Every typed word has to be found. Empty text finds nothing.
 */
export function searchPlaces<P extends Pick<PlaceOption, 'name' | 'code' | 'iso3'>>(
  places: readonly P[],
  text: string,
): P[] {
  const wanted = foldForSearch(text)
  if (wanted === '') return []
  return places
    .map((place) => ({ place, rank: rankOf(place, wanted) }))
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .map(({ place }) => place)
}

function rankOf(place: Pick<PlaceOption, 'name' | 'code' | 'iso3'>, wanted: string): number | null {
  const name = foldForSearch(place.name)
  if (place.code.toLowerCase() === wanted || place.iso3?.toLowerCase() === wanted || name === wanted) return 0
  if (name.startsWith(wanted)) return 1
  if (` ${name}`.includes(` ${wanted}`)) return 2
  if (wanted.split(' ').every((word) => name.includes(word))) return 3
  return null
}
