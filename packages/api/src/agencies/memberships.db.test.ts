import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aWorld } from '../../testing/world.ts'

const world = await aWorld()
const { coordinator } = world
const key = () => ({ idempotencyKey: randomUUID() })
const agencyOf = async (slug: string) => coordinator.agencies.get({ slug })
const coe = await agencyOf('coe')
const add = (from: string, until: string, role: 'member' | 'chair' | 'working_group' = 'working_group') =>
  coordinator.agencies.addMembership({ agencyId: coe.id, role, from, until, source: 'Example minutes', ...key() })

test('adds a period that everyone sees, by years or by days', async () => {
  const { id } = await add('2024', '2025')
  const { memberships } = await world.anyone.agencies.get({ slug: 'coe' })
  expect(memberships.find((each) => each.id === id)).toMatchObject({
    fromOn: '2024-01-01',
    untilOn: '2025-12-31',
    precision: 'year',
    basis: 'sourced',
  })
})

test('refuses a second period of the same role that meets the first, in the database too', async () => {
  await expect(add('2025-06-01', '')).rejects.toMatchObject({
    cause: { code: 'agencies.role_held_already', field: 'from' },
  })
  const beside = world.db
    .insertInto('agency_membership')
    .values({
      agency_id: coe.id,
      role: 'working_group',
      from_on: '2025-12-31',
      until_on: null,
      date_precision: 'day',
      source: 'x',
      basis: 'sourced',
      confirmed_at: null,
      confirmed_by: null,
    })
    .execute()
  await expect(beside).rejects.toThrow(/agency_membership_held_once/)
  await add('2026-01-01', '')
})

test('two coordinators who add at once leave one period', async () => {
  const both = await Promise.allSettled([add('2019', '2019', 'member'), add('2019', '', 'member')])
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('a correction keeps what stood before, with its reason', async () => {
  const { id } = await add('2016', '2016', 'chair')
  const typed = { id, from: '2017', until: '2017', source: 'Example minutes', reason: 'The year was misread' }
  await coordinator.agencies.correctMembership({ ...typed, ...key() })
  const history = await world.focalPoint.agencies.history({ slug: 'coe' })
  expect(history[0]).toMatchObject({
    kind: 'corrected',
    before: { fromOn: '2016-01-01' },
    after: { fromOn: '2017-01-01' },
    reason: 'The year was misread',
  })
  expect((await world.anyone.agencies.list({})).chairs.find(({ year }) => year === 2017)?.agencies).toMatchObject([
    { slug: 'coe' },
  ])
  await expect(
    coordinator.agencies.correctMembership({ ...typed, from: '', until: '2017', ...key() }),
  ).rejects.toMatchObject({ cause: { code: 'agencies.chair_needs_a_date' } })
})

test('counts the members of each year by the list of that year', async () => {
  const { perYear } = await world.anyone.agencies.list({})
  const listed = async (year: number) =>
    (await world.anyone.agencies.list({ year })).agencies.filter(({ standing }) => standing === 'certain').length
  for (const year of [2018, 2023]) expect(perYear.find((each) => each.year === year)?.certain).toBe(await listed(year))
})

test('an agency is registered once under its short address', async () => {
  const registration = {
    slug: 'example',
    acronym: 'EX',
    names: { en: 'Example', fr: 'Exemple', es: 'Ejemplo', ru: 'Пример', zh: '示例', ar: 'مثال' },
    class: 'other' as const,
    unSystem: true,
    source: 'Example letter',
  }
  await coordinator.agencies.register({ ...registration, ...key() })
  await expect(coordinator.agencies.register({ ...registration, ...key() })).rejects.toMatchObject({
    cause: { code: 'agencies.slug_taken', field: 'slug' },
  })
})
