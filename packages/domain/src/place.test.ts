import { expect, test } from 'vitest'
import { foldForSearch, searchPlaces } from './place.ts'

const places = [
  { code: '384', iso3: 'CIV', name: 'Côte d’Ivoire' },
  { code: '504', iso3: 'MAR', name: 'Marruecos' },
  { code: '474', iso3: 'MTQ', name: 'Martinica' },
  { code: '024', iso3: 'AGO', name: 'أنغولا' },
  { code: '562', iso3: 'NER', name: 'Níger' },
  { code: '566', iso3: 'NGA', name: 'Nigeria' },
  { code: '156', iso3: 'CHN', name: '中国' },
  { code: '792', iso3: 'TUR', name: 'İstanbul sample' },
]
const found = (text: string) => searchPlaces(places, text).map((place) => place.code)

test('finds a place without its accents and without its case', () => {
  expect(found('cote d')).toEqual(['384'])
  expect(found('MARRUECOS')).toEqual(['504'])
  expect(found('istanbul')).toEqual(['792'])
})

test('finds an Arabic name whichever alef is typed', () => {
  expect(found('انغولا')).toEqual(['024'])
})

test('finds a Chinese name by any part of it', () => {
  expect(found('国')).toEqual(['156'])
})

test('puts the exact name or code first, then the beginning of the name', () => {
  expect(found('niger')).toEqual(['562', '566'])
  expect(found('mar')).toEqual(['504', '474'])
  expect(found('384')).toEqual(['384'])
})

test('finds nothing for blanks and punctuation', () => {
  expect(found('  ’')).toEqual([])
})

test('folds both ways of writing an accent alike', () => {
  expect(foldForSearch('Côte')).toBe(foldForSearch('Co\u0302te'))
})
