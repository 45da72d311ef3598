import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { paragraphNumbers } from '@concert/domain/activity'
import { mayHaveStatus } from '@concert/domain/codelists'
import { currencies } from '@concert/domain/currencies'
import { locales } from '@concert/domain/locales'
import { referenceSeed } from '@concert/domain/reference'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { shippedReference } from './seed-reference.ts'

const folder = fileURLToPath(new URL('../seed/', import.meta.url))
const seed = referenceSeed.parse(shippedReference)
const places = new Map(seed.places.map((place) => [place.code, place]))

test('every row of every seed file says where it comes from and how sure it is', () => {
  const rows = z.array(
    z.looseObject({ source: z.string().min(1), basis: z.enum(['sourced', 'unverified', 'inferred']) }),
  )
  for (const file of readdirSync(folder)) {
    const content: unknown = JSON.parse(readFileSync(`${folder}${file}`, 'utf8'))
    expect(rows.parse(content).length, file).toBeGreaterThan(0)
  }
})

test('the same key never stands twice', () => {
  const keys = [
    seed.places.map((place) => place.code),
    seed.places.flatMap((place) => place.iso3 ?? []),
    seed.agencies.map((agency) => agency.slug),
    seed.agencies.flatMap((agency) => agency.iatiOrgId ?? []),
    seed.memberships.map(({ agency, role, from }) => `${agency} ${role} ${from}`),
    seed.meetings.map((meeting) => meeting.slug),
    seed.resolutions.map((resolution) => resolution.symbol),
    seed.paragraphs.map(({ instrument, number }) => `${instrument} ${number}`),
    seed.publishedFigures.map((figure) => figure.key),
  ]
  for (const list of keys) expect(new Set(list).size).toBe(list.length)
})

test('every place lies in the world, level by level', () => {
  const order = ['world', 'region', 'subregion', 'intermediate', 'country']
  for (const place of seed.places) {
    let node = place
    while (node.parent !== null) {
      const parent = places.get(node.parent)
      if (!parent) throw new Error(`${node.code} lies in ${node.parent}, which is not there`)
      expect(order.indexOf(parent.level)).toBeLessThan(order.indexOf(node.level))
      node = parent
    }
    expect(node.code).toBe('001')
  }
})

test('the 193 Member States each belong to one regional group', () => {
  const inGroups = seed.places.filter((place) => place.unRegionalGroup)
  expect(inGroups).toHaveLength(193)
})

test('Kosovo carries its footnote, and Taiwan (Province of China) has no page of its own', () => {
  expect(places.get('XKX')?.footnote).toBe('scr_1244')
  expect(seed.places.filter((place) => place.hasPage === false).map((place) => place.iso3)).toEqual(['TWN'])
})

test('every currency is in the table of currencies', () => {
  const known = new Set(currencies.map((currency) => currency.code))
  const used = seed.places.flatMap((place) => place.currencies ?? [])
  expect(used.filter((code) => !known.has(code))).toEqual([])
})

test('the paragraphs are those that an activity can answer, and the first', () => {
  const numbers = seed.paragraphs.map((paragraph) => paragraph.number)
  expect(numbers).toEqual(['1', ...paragraphNumbers])
})

test('only what the United Nations is asked may have a status', () => {
  for (const { number, statusAddressees, addressees } of seed.paragraphs) {
    expect(
      statusAddressees.every((whom) => mayHaveStatus(whom) && addressees.includes(whom)),
      number,
    ).toBe(true)
  }
  expect(seed.paragraphs.find((paragraph) => paragraph.number === '8')?.statusAddressees).toEqual([])
})

test('a published amount is booked as exact only with the currency that the source states', () => {
  for (const figure of seed.publishedFigures) {
    if (figure.amountMinor === null) continue
    expect(figure.currency, figure.key).not.toBeNull()
    expect(figure.valueText?.replace(/\D/g, ''), figure.key).toBe(String(figure.amountMinor / 100))
    expect(figure.valueText, figure.key).toMatch(/^\d+$/)
  }
  const italy = seed.publishedFigures.find((figure) => figure.key === 'donors-2017-ita')
  expect(italy).toMatchObject({ valueText: '1000000', amountMinor: null, currency: null })
})

test('memberships name agencies, instruments meetings, and donors places that are there', () => {
  const slugs = new Set(seed.agencies.map((agency) => agency.slug))
  const meetings = new Set(seed.meetings.map((meeting) => meeting.slug))
  expect(seed.memberships.filter((membership) => !slugs.has(membership.agency))).toEqual([])
  expect(seed.instruments.filter((instrument) => !meetings.has(instrument.meeting))).toEqual([])
  expect(seed.publishedFigures.filter((figure) => figure.place !== null && !places.has(figure.place))).toEqual([])
})

test.each(locales)('no name is left empty or shared by two countries in %s', (locale) => {
  const names = seed.places.filter((place) => place.level === 'country').map((place) => place.names[locale])
  expect(new Set(names).size).toBe(names.length)
})
