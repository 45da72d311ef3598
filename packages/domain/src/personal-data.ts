/** What in a free text looks as if it were about one person, or would lead to one. */
export const personalDataKinds = ['passport', 'coordinates', 'name_with_age', 'phone', 'email'] as const
export type PersonalDataKind = (typeof personalDataKinds)[number]

export interface PersonalDataHit {
  kind: PersonalDataKind
  /** The words that were taken for it, as they stand in the text. */
  words: string
}

const name = String.raw`\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’.-]*){0,3}`
const ageWords = String.raw`(?:years?[\s-]old|yrs?|ans|años|лет|года?)(?!\p{L})`

const patterns: Record<PersonalDataKind, RegExp[]> = {
  passport: [
    /(?:passport|passeport|pasaporte|паспорт\p{L}*|护照(?:号码?)?|جواز(?:\sال?سفر)?)[^\p{L}\d]{0,4}(?:no\.?|number|n°|nº|№|:|：|رقم)?[^\p{L}\d]{0,4}(?=[A-Z0-9]*\d{5})[A-Z0-9]{6,12}/giu,
  ],
  // Three decimals of a degree are about a hundred metres.
  coordinates: [
    /[-+]?\d{1,2}\.\d{3,}\s*°?\s*[NSns]?\s*[,;/\s]\s*[-+]?\d{1,3}\.\d{3,}\s*°?\s*[EWOewo]?/g,
    /\d{1,3}\s*°\s*\d{1,2}\s*['′’]\s*\d{1,2}(?:\.\d+)?\s*["″”]?\s*[NSEWO]/g,
  ],
  name_with_age: [
    new RegExp(`${name},?\\s\\(?(?:aged?|is|was|âgée?\\sde|de|,)?\\s?\\d{1,2}[\\s-]?${ageWords}`, 'gu'),
    new RegExp(`${name},?\\s\\(?(?:aged|âgée?\\sde)\\s\\d{1,2}\\b`, 'gu'),
    new RegExp(`(?:[Nn]amed|[Cc]alled|[Nn]ommée?|[Ll]lamad[ao]|по\\sимени)\\s${name},\\s\\d{1,2}\\b`, 'gu'),
    /\p{Script=Han}{2,4}[,，]?\s?\d{1,2}\s?岁/gu,
    /[\u0621-\u064a]{2,}،?\s(?:البالغة?\s)?(?:من\sالعمر\s)?\d{1,2}\s(?:سنة|عاما|عامًا)/gu,
  ],
  phone: [/(?<![\w/.-])(?:\+|00)\d{1,3}[\s().-]*(?:\d[\s().-]*){6,12}\d(?![\w/])/g],
  email: [/[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu],
}

/**
 * Likely personal data in `text`, most serious kind first, each place once. A heuristic for the eyes of the one who
 * publishes: it finds what is written openly and may be wrong both ways.
 */
export function findPersonalData(text: string): PersonalDataHit[] {
  return personalDataKinds.flatMap((kind) =>
    patterns[kind].flatMap((pattern) => [...text.matchAll(pattern)].map((match) => ({ kind, words: match[0].trim() }))),
  )
}
