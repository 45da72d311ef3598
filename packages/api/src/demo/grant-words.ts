import type { AidKind, GranteeKind } from '@concert/domain/codelists'
import type { GranteeName } from '@concert/domain/grant'
import { type Locale, type LocalizedText, locales } from '@concert/domain/locales'

type Naming = Record<Locale, (mark: string) => string>

// Invented organisations only: what a real one was given is never invented.
const namings: Record<GranteeKind, Naming> = {
  non_governmental: {
    en: (mark) => `Example Shelter ${mark}`,
    fr: (mark) => `Refuge Exemple ${mark}`,
    es: (mark) => `Albergue Ejemplo ${mark}`,
    ru: (mark) => `Приют «Пример ${mark}»`,
    zh: (mark) => `示例庇护所${mark}`,
    ar: (mark) => `ملجأ المثال ${mark}`,
  },
  governmental: {
    en: (mark) => `Example Victim Support Office ${mark}`,
    fr: (mark) => `Bureau Exemple d’aide aux victimes ${mark}`,
    es: (mark) => `Oficina Ejemplo de Apoyo a las Víctimas ${mark}`,
    ru: (mark) => `Управление помощи жертвам «Пример ${mark}»`,
    zh: (mark) => `示例受害者支助办公室${mark}`,
    ar: (mark) => `مكتب المثال لدعم الضحايا ${mark}`,
  },
  intergovernmental: {
    en: (mark) => `Example Regional Commission ${mark}`,
    fr: (mark) => `Commission régionale Exemple ${mark}`,
    es: (mark) => `Comisión Regional Ejemplo ${mark}`,
    ru: (mark) => `Региональная комиссия «Пример ${mark}»`,
    zh: (mark) => `示例区域委员会${mark}`,
    ar: (mark) => `لجنة المثال الإقليمية ${mark}`,
  },
}

export function granteeNamesOf(kind: GranteeKind, mark: string): GranteeName[] {
  return locales.map((language) => ({ name: namings[kind][language](mark), language }))
}

export function callTitleOf(number: number): LocalizedText {
  return {
    en: `Example call ${number}`,
    fr: `Appel exemple ${number}`,
    es: `Convocatoria de ejemplo ${number}`,
    ru: `Конкурс-пример ${number}`,
    zh: `示例征集第${number}轮`,
    ar: `دعوة المثال ${number}`,
  }
}

export const grantTitles: Record<AidKind, readonly string[]> = {
  humanitarian: ['Example: shelter and food for survivors', 'Example: medical and psychosocial care'],
  legal: ['Example: legal aid and papers of identity', 'Example: access to justice for survivors'],
  financial: ['Example: vocational training and livelihoods', 'Example: schooling and small grants'],
}

export const grantWords = {
  theme: 'Example: survivors in humanitarian settings',
  source: 'Example decision',
  agreement: 'Example: grant agreement',
  recommended: 'Example: recommended by the board',
  declined: 'Example: outside the theme of the call',
  harm: 'Example: naming the shelter would tell where survivors live',
  cut: 'Example: the project ends earlier',
} as const
