/** What in a free text looks as if it were about one person, or would lead to one. */
export const personalDataKinds = [
  'shelter_address',
  'passport',
  'coordinates',
  'birth_date',
  'name_with_age',
  'phone',
  'email',
] as const
export type PersonalDataKind = (typeof personalDataKinds)[number]

export interface PersonalDataHit {
  kind: PersonalDataKind
  /** The words that were taken for it, as they stand in the text. */
  words: string
}

const name = String.raw`\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’.-]*){0,3}`
const ageWords = String.raw`(?:years?[\s-]old|yrs?|ans|años)(?!\p{L}|\s(?:de|d['’]|of)\b|\sd['’])`
const digit = String.raw`[\d٠-٩]`

const shelter = String.raw`(?:shelters?|safe[\s-]?houses?|refuges?|women['’]s\shomes?|foyers?|centres?\sd['’]hébergement|maisons?\sd['’]accueil|refugios?|albergues?|casas?\s(?:de\sacogida|seguras?)|centros?\sde\sacogida|убежищ\p{L}*|приют\p{L}*|кризисн\p{L}*\sцентр\p{L}*|(?:ال)?مأوى|(?:ال)?ملجأ|(?:دار|مركز)\s(?:ال)?إيواء|البيت\sالآمن)`
const shelterInHan = '(?:庇护(?:所|中心)|收容所|安全屋|避难所|救助站)'
const street = [
  String.raw`\d{1,5}[A-Za-z]?,?\s(?:\p{Lu}[\p{L}'’.-]*\s){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Boulevard|Square|Close|Crescent|Highway)(?!\p{L})`,
  String.raw`\d{1,4}(?:\s?(?:bis|ter))?,?\s(?:rue|avenue|boulevard|chemin|allée|impasse|quai|route)\s\p{L}+`,
  String.raw`(?:rue|avenue|boulevard|calle|avenida|av\.|carrera|paseo|jirón|camino)\s[^\d\n.;]{2,40}?(?:n\.?[º°]|no\.|núm\.|#)?\s?\d{1,5}(?!\d)`,
  String.raw`(?:ул\.|улиц\p{L}*|проспект\p{L}*|пр\.|переул\p{L}*|пер\.|шоссе|бульвар\p{L}*)\s?[^\d\n;]{1,40}?\d{1,4}(?!\d)`,
  String.raw`\p{Script=Han}{1,8}(?:路|街|大道|巷|胡同)\s?\d{1,5}\s?(?:号|弄)`,
  String.raw`شارع\s[^\d٠-٩\n؛]{1,40}?${digit}{1,4}(?!${digit})`,
].join('|')
const date = String.raw`(?:${digit}{1,4}\s?[./年-]\s?${digit}{1,2}\s?[./月-]\s?${digit}{1,4}|${digit}{1,2}(?:er|st|nd|rd|th)?\s(?:de\s)?\p{L}+,?\s(?:de\s)?${digit}{4}|\p{L}+\s\d{1,2},\s\d{4})`
const telephone = String.raw`(?<!\p{L})(?:tel|telephone|phone|call|mobile|cell|tél|téléphone|appel\p{L}*|portable|teléfono|llam\p{L}*|móvil|тел|телефон\p{L}*|позвон\p{L}*|звон\p{L}*|(?:ال)?هاتف|اتصل\p{L}*|(?:ال)?جوال)(?!\p{L})|电话|手机`

const patterns: Record<PersonalDataKind, RegExp[]> = {
  passport: [
    /(?:passport|passeport|pasaporte|паспорт\p{L}*|护照(?:号码?)?|جواز(?:\sال?سفر)?)[^\p{L}\d]{0,4}(?:no\.?|number|n°|nº|№|:|：|رقم)?[^\p{L}\d]{0,4}(?=[A-Z0-9]*\d{5})[A-Z0-9]{6,12}/giu,
  ],
  shelter_address: [
    new RegExp(`(?<!\\p{L})${shelter}(?!\\p{L})[^\\n]{0,60}?(?:${street})`, 'giu'),
    new RegExp(`(?:${street})[^\\n]{0,50}?(?<!\\p{L})${shelter}`, 'giu'),
    new RegExp(`${shelterInHan}.{0,30}?(?:${street})`, 'gu'),
  ],
  birth_date: [
    new RegExp(
      `(?<!\\p{L})(?:born(?:\\son)?|date\\sof\\sbirth|d\\.?o\\.?b\\.?|née?\\sle|date\\sde\\snaissance|nacid[oa]\\sel|fecha\\sde\\snacimiento|родил(?:ся|ась)|дата\\sрождения|مواليد|تاريخ\\s(?:ال)?ميلاد(?:ها|ه)?|ولدت?\\sفي)[\\s:：-]{0,3}${date}`,
      'giu',
    ),
    new RegExp(`(?:出生(?:日期|于)?|生于)[\\s:：]{0,2}${date}|${date}日?(?:出生|生)`, 'gu'),
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
    new RegExp(`${name}(?:,\\s|\\s\\()\\d{1,2}\\s?(?:лет|года?)(?!\\p{L})`, 'gu'),
    /\p{Script=Han}{2,4}(?<!未满|不满|年满|已满|超过|低于|年龄|至|到|在|于|或)[,，]?\s?\d{1,2}\s?岁(?!以[上下]|至|到)/gu,
    /(?<![\u0621-\u064a])(?!(?:لمدة|منذ|خلال|قبل|بعد|سن|دون|فوق|تحت|من|إلى|عن|على)\s)[\u0621-\u064a]{2,}،?\s(?:البالغة?\s)?(?:من\sالعمر\s)?[\d٠-٩]{1,2}\s(?:سنة|عاما|عامًا)/gu,
  ],
  phone: [
    /(?<![\w/.-])(?:\+|00)\d{1,3}[\s().-]*(?:\d[\s().-]*){6,12}\d(?![\w/])/g,
    // Numbers that are free of charge are hotlines, and meant for everybody.
    new RegExp(
      `(?:${telephone})[^\\d\\n+]{0,12}(?!(?:[18][\\s-])?8(?:00|88|77|66|55|44)|0800)\\(?\\d(?:[\\s().-]{0,2}\\d){7,11}(?![\\d/])`,
      'giu',
    ),
  ],
  // A functional mailbox is nobody's.
  email: [
    /(?<![\p{L}\d._%+-])(?!(?:info|contact|contacto|office|press|media|secretariat|hotline|help|support|registry|procurement)@)[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu,
  ],
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
