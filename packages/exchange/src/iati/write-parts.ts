import type { CalendarDate } from '@concert/domain/calendar-date'
import type { NameIn, PublishedAgency, PublishedPlace } from '@concert/domain/iati-publication'
import { type LocalizedText, locales } from '@concert/domain/locales'
import { formatMinor, type Money } from '@concert/domain/money'
import { element, joined, legal, nothing, text, type Xml } from './write-xml.ts'

/** What every file says of itself. */
export interface Publication {
  /** The moment whose rows it shows; an instant. */
  generatedAt: string
  today: CalendarDate
  /** Who runs Concert, reports the fund, and reports for agencies that have no identifier of their own. */
  platform: PublishedAgency & { iatiOrgId: string }
  /** The catalogue's message at a key, in every language that it exists in. */
  inSix: (key: string, params?: Record<string, LocalizedText>) => LocalizedText
}

/** A reporting organisation, or one that takes part or pays. `ref` and `type` are null where nothing is known for sure. */
export interface Party {
  ref: string | null
  type: string | null
  names: readonly Text[]
}

interface Text {
  language: string | null
  text: string
}

/** What a text without a language is in (BCP 47): a reader would otherwise take it for the language around it. */
const undetermined = 'und'

/** An element with narratives in it; nothing where there is no text to tell. */
export function narrated(name: string, attributes: Record<string, string | null>, texts: readonly Text[]): Xml {
  const inside = narratives(texts)
  return inside === nothing ? nothing : element(name, attributes, inside)
}

/** Whether anything is left to read once characters that no XML may hold are gone. */
export function hasText(texts: readonly Text[]): boolean {
  return narratives(texts) !== nothing
}

export function narratives(texts: readonly Text[]): Xml {
  return joined(
    texts
      .filter(({ text: value }) => legal(value).trim() !== '')
      .map(({ language, text: value }) => element('narrative', { 'xml:lang': language ?? undetermined }, text(value))),
  )
}

/** Every translation that there is, English first. */
export function textsOf(localized: LocalizedText): Text[] {
  return locales.flatMap((language) => {
    const value = localized[language]
    return value === undefined ? [] : [{ language, text: value }]
  })
}

export function namesOf(names: readonly NameIn[]): Text[] {
  return names.map(({ language, name }) => ({ language, text: name }))
}

export function partyOf({ names, iatiOrgId, organisationType }: PublishedAgency): Party {
  return { ref: iatiOrgId, type: organisationType, names: textsOf(names) }
}

export function party(name: string, { ref, type, names }: Party, attributes: Record<string, string | null> = {}): Xml {
  return element(name, { ref, type, ...attributes }, narratives(names))
}

/** A country by its ISO code, else a region by its M49 code (RegionVocabulary 2). */
export function recipient({ code, iso2, names }: PublishedPlace, percentage: string): Xml {
  const inside = narratives(textsOf(names))
  return iso2 === null
    ? element('recipient-region', { code, vocabulary: '2', percentage }, inside)
    : element('recipient-country', { code: iso2, percentage }, inside)
}

/** Nowhere in particular (OECD DAC region 998). */
export const unspecifiedRegion = element('recipient-region', { code: '998', vocabulary: '1', percentage: '100' })

/** Amounts are exact decimals with as many digits as the currency has. */
export function value(amount: Money, on: CalendarDate): Xml {
  return element('value', { currency: amount.currency, 'value-date': on }, text(formatMinor(amount)))
}
