import { expect, test } from 'vitest'
import { aWorld } from '../../testing/world.ts'

const world = await aWorld()

test('places are named and ordered in the language asked for', async () => {
  const list = await world.anyone.places.list({ locale: 'es' })
  const countries = list.filter((place) => place.level === 'country').map((place) => place.name)
  expect(countries[0]).toBe('Afganistán')
  expect(countries.indexOf('Åland')).toBeLessThan(countries.indexOf('Bahamas'))
  expect(list.some((place) => place.iso3 === 'TWN')).toBe(false)
})

test.each([
  ['en', 'cote d ivoire', 'CIV'],
  ['fr', 'cote', 'CIV'],
  ['es', 'espana', 'ESP'],
  ['ru', 'ЧАД', 'TCD'],
  ['zh', '越南', 'VNM'],
  ['ar', 'اوغندا', 'UGA'],
] as const)('finds a country in %s by “%s”', async (locale, text, iso3) => {
  const found = await world.anyone.places.search({ text, locale })
  expect(found.slice(0, 3).map((place) => place.iso3)).toContain(iso3)
})

test('a place is opened by its M49 or its ISO code and knows where it lies', async () => {
  const kenya = await world.anyone.places.get({ code: 'ken' })
  expect(kenya.code).toBe('404')
  expect(kenya.containers.map((place) => place.names.en)).toEqual([
    'World',
    'Africa',
    'Sub-Saharan Africa',
    'Eastern Africa',
  ])
  expect((await world.anyone.places.get({ code: '014' })).contains.map((place) => place.code)).toContain('404')
})

test('a place without a page of its own is not found', async () => {
  await expect(world.anyone.places.get({ code: 'TWN' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('who works in a place counts public activities only, at their public place, each joint one once', async () => {
  const agencies = await world.db
    .selectFrom('agency')
    .select(['id', 'slug'])
    .where('slug', 'in', ['unodc', 'iom'])
    .execute()
  const idOf = (slug: string) => agencies.find((agency) => agency.slug === slug)?.id ?? ''
  const insert = async (visibility: 'group' | 'public', publicPlace: string) => {
    const { id } = await world.db
      .insertInto('activity')
      .values({
        lead_agency_id: idOf('unodc'),
        partner_agency_ids: [idOf('iom')],
        title: JSON.stringify([{ language: 'en', text: 'Shelter standards' }]),
        kind: 'CAPB',
        pillars: ['PROT'],
        start_on: '2026-01-01',
        visibility,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await world.db
      .insertInto('activity_place')
      .values({ activity_id: id, place_code: '404', public_place_code: publicPlace, percentage: null })
      .execute()
  }
  await insert('public', '404')
  await insert('public', '202')
  await insert('group', '404')

  const kenya = await world.anyone.places.get({ code: 'KEN' })
  expect(kenya.activities).toBe(1)
  expect(kenya.agencies.map(({ slug, activities }) => [slug, activities])).toEqual([
    ['iom', 1],
    ['unodc', 1],
  ])
  expect((await world.anyone.places.get({ code: '002' })).activities).toBe(2)
})
