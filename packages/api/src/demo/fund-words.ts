import type { DonorKind } from '@concert/domain/codelists'
import type { DonorName } from '@concert/domain/donor'
import { type Locale, locales } from '@concert/domain/locales'

type Naming = Record<Locale, (mark: string) => string>

/** Invented donors only: what a real State gives is never invented. */
const namings: Partial<Record<DonorKind, Naming>> = {
  GOV: {
    en: (mark) => `Donor State ${mark}`,
    fr: (mark) => `État donateur ${mark}`,
    es: (mark) => `Estado donante ${mark}`,
    ru: (mark) => `Государство-донор ${mark}`,
    zh: (mark) => `捐助国${mark}`,
    ar: (mark) => `الدولة المانحة ${mark}`,
  },
  FOUND: {
    en: (mark) => `Example Foundation ${mark}`,
    fr: (mark) => `Fondation Exemple ${mark}`,
    es: (mark) => `Fundación Ejemplo ${mark}`,
    ru: (mark) => `Фонд «Пример ${mark}»`,
    zh: (mark) => `示例基金会${mark}`,
    ar: (mark) => `مؤسسة المثال ${mark}`,
  },
  PRIV: {
    en: (mark) => `Example Company ${mark}`,
    fr: (mark) => `Société Exemple ${mark}`,
    es: (mark) => `Empresa Ejemplo ${mark}`,
    ru: (mark) => `Компания «Пример ${mark}»`,
    zh: (mark) => `示例公司${mark}`,
    ar: (mark) => `شركة المثال ${mark}`,
  },
  NGO: {
    en: (mark) => `Example Association ${mark}`,
    fr: (mark) => `Association Exemple ${mark}`,
    es: (mark) => `Asociación Ejemplo ${mark}`,
    ru: (mark) => `Ассоциация «Пример ${mark}»`,
    zh: (mark) => `示例协会${mark}`,
    ar: (mark) => `جمعية المثال ${mark}`,
  },
  IND: {
    en: (mark) => `Example individual ${mark}`,
    fr: (mark) => `Particulier Exemple ${mark}`,
    es: (mark) => `Particular Ejemplo ${mark}`,
    ru: (mark) => `Частное лицо «Пример ${mark}»`,
    zh: (mark) => `示例个人${mark}`,
    ar: (mark) => `فرد مثال ${mark}`,
  },
}

/** What sixty invented donors are called in six languages; `mark` tells them apart. */
export function namesOf(kind: DonorKind, mark: string): DonorName[] {
  const naming = namings[kind]
  if (!naming) throw new RangeError(`No example is named for ${kind}`)
  return locales.map((language) => ({ name: naming[language](mark), language, role: 'main', since: null }))
}

export function agencyOrEmbassyOf(mark: string, isEmbassy: boolean): DonorName {
  const name = isEmbassy ? `Embassy of Donor State ${mark}` : `Development Agency of Donor State ${mark}`
  return { name, language: 'en', role: 'also', since: '2017-01-01' }
}

export const reasons = {
  letters: 'Example: exchange of letters',
  agreement: 'Example: contribution agreement',
  withdrawn: 'Example: the donor took the announcement back',
  reduced: 'Example: the donor asked for a reduction',
  inKind: [
    'Example: ten laptops for case workers',
    'Example: interpretation for a training',
    'Example: use of a venue',
  ],
  policy: ['Example: a hotline will be opened', 'Example: a law on victims’ assistance will be prepared'],
} as const

/** Why the invented officers did what they did. */
export const changeReasons = {
  conditionMet: 'Example: the parliament approved it',
  writeOff: 'Example: the donor answers no reminder any more',
  declined: 'Example: the donor has written since; wait until spring',
  bounced: 'Example: the bank took the transfer back',
  doubtful: 'Example: the bank statement does not show it',
  gift: 'Example: the donor says that the rest is a gift',
  outcomes: {
    delivered: 'Example: handed over as described',
    delivered_in_part: 'Example: one half; the rest follows',
    delivered_in_part_only: 'Example: one half; the rest will not come',
    withdrawn: 'Example: the donor decided otherwise',
  },
  interest: 'EXAMPLE-INTEREST',
  supportCost: 'EXAMPLE-SUPPORT-COST',
  conversion: 'EXAMPLE-CONVERSION',
} as const
