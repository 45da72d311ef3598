import { randomUUID } from 'node:crypto'
import type { ObservationFilePreview } from '@concert/domain/indicator'
import { expect, test } from 'vitest'
import { aWorld } from '../../testing/world.ts'
import { importObservations } from './import-observations.ts'
import { previewObservations } from './preview-observations.ts'

const world = await aWorld()
const { anyone, coordinator } = world
const ctx = world.contextOf({ kind: 'system', name: 'test' })
const indicator = 'states-parties-trafficking-persons-protocol'

const observe = (over: object = {}) =>
  coordinator.indicators.record({
    indicator,
    observedOn: '2020-01-01',
    value: 178,
    place: null,
    definition: 1,
    source: 'Example',
    url: null,
    idempotencyKey: randomUUID(),
    ...over,
  })

const preview = (slug: string, ...lines: string[]) => {
  const text = `date,value,unit,place,definition,source\n${lines.join('\n')}\n`
  return previewObservations(ctx, { name: 'a.csv', bytes: new TextEncoder().encode(text) }, { indicator: slug })
}
const take = (slug: string, { fileName, observations }: ObservationFilePreview) =>
  importObservations(ctx, {
    indicator: slug,
    fileName,
    observations: observations.map(({ standing: _, ...row }) => row),
    idempotencyKey: randomUUID(),
  })

test('every paragraph that names an indicator has its series, and only sourced facts are observed', async () => {
  const { commitments } = await anyone.commitments.list()
  const all = await anyone.indicators.list()
  const followed = commitments.filter(({ indicator: words }) => words !== null).map(({ number }) => number)
  expect([...new Set(all.map(({ number }) => number))]).toEqual(followed)
  expect(all.filter(({ observations }) => observations > 0).map(({ number }) => number)).toEqual(['5', '12'])
})

test('records an observation once, and refuses one that cannot be', async () => {
  await observe()
  await expect(observe()).rejects.toMatchObject({ cause: { code: 'indicators.stands' } })
  await expect(observe({ observedOn: '2027-01-01' })).rejects.toMatchObject({
    cause: { code: 'indicators.future', field: 'observedOn' },
  })
  await expect(observe({ value: 1.5 })).rejects.toMatchObject({ cause: { code: 'indicators.not_count' } })
  await expect(observe({ definition: 9 })).rejects.toMatchObject({ cause: { code: 'indicators.definition_unknown' } })
  const seen = await anyone.indicators.get({ slug: indicator })
  expect(seen.observations.map(({ observedOn, value }) => [observedOn, value])).toEqual([
    ['2018-07-23', 173],
    ['2020-01-01', 178],
  ])
})

test('corrects with a reason, and keeps what stood before for the group', async () => {
  const { id } = await observe({ observedOn: '2021-01-01', value: 100 })
  const correct = () =>
    coordinator.indicators.correct({
      id,
      value: 179,
      source: 'Example',
      url: null,
      reason: 'Misread',
      idempotencyKey: randomUUID(),
    })
  await correct()
  await expect(correct()).rejects.toMatchObject({ cause: { code: 'indicators.gone' } })
  const seen = await anyone.indicators.get({ slug: indicator })
  expect(seen.observations.find(({ observedOn }) => observedOn === '2021-01-01')?.value).toBe(179)
  expect(seen.superseded).toEqual([])
  expect((await world.focalPoint.indicators.get({ slug: indicator })).superseded).toMatchObject([
    { value: 100, reason: 'Misread' },
  ])
})

test('a new definition begins a series of its own', async () => {
  const definition = { indicator, text: { en: 'Parties and signatories' }, source: 'Example' }
  const { version } = await coordinator.indicators.define({ ...definition, idempotencyKey: randomUUID() })
  expect(version).toBe(2)
  await observe({ definition: 2, value: 180 })
  const { definitions, observations } = await anyone.indicators.get({ slug: indicator })
  expect(definitions.map((each) => each.version)).toEqual([1, 2])
  expect(observations.filter(({ observedOn }) => observedOn === '2020-01-01')).toHaveLength(2)
})

test('refuses a file for one bad row with its reason and takes nothing, then takes it once', async () => {
  const slug = 'reviews-completed'
  const bad = await preview(slug, '2024-01-01,3,count,,1,Example', '01/02/2024,3,count,,1,Example')
  expect(bad).toMatchObject({ observations: [], refusals: [{ line: 3, column: 'date', code: 'sheets.date_two_ways' }] })
  const rules = await preview(slug, '2024-01-01,3,percent,,1,Example', '2024-02-01,3,count,999,7,Example')
  expect(rules.refusals.map(({ line, column, code }) => [line, column, code])).toEqual([
    [2, 'unit', 'indicators.other_unit'],
    [3, 'place', 'indicators.place_unknown'],
    [3, 'definition', 'indicators.definition_unknown'],
  ])
  const good = await preview(slug, '2024-01-01,3,count,,1,Example', '2024-01-01,4,count,4,1,Example')
  expect(good.refusals).toEqual([])
  expect(await take(slug, good)).toEqual({ new: 2, same: 0 })
  expect(await take(slug, good)).toEqual({ new: 0, same: 2 })
  expect((await anyone.indicators.get({ slug })).places.map(({ code }) => code)).toEqual(['004'])
  const differs = await preview(slug, '2024-01-01,5,count,,1,Example')
  expect(differs.refusals).toMatchObject([{ line: 2, column: 'value', code: 'indicators.differs' }])
})

test('an unverified observation is for coordinators until one confirms it', async () => {
  const slug = 'accessions-since-last-meeting'
  const { id } = await world.db
    .insertInto('indicator_observation')
    .values({
      indicator_slug: slug,
      definition_version: 1,
      observed_on: '2020-01-01',
      value: 2,
      source: 'Example',
      basis: 'unverified',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const count = async (who: typeof anyone) => (await who.indicators.get({ slug })).observations.length
  expect([await count(anyone), await count(world.focalPoint), await count(coordinator)]).toEqual([0, 0, 1])
  await coordinator.indicators.confirm({ id })
  expect(await count(anyone)).toBe(1)
})

test('the database refuses a value that its unit cannot hold', async () => {
  const direct = world.db
    .insertInto('indicator_observation')
    .values({
      indicator_slug: indicator,
      definition_version: 1,
      observed_on: '2022-01-01',
      value: 1.5,
      source: 'Example',
      basis: 'sourced',
    })
    .execute()
  await expect(direct).rejects.toThrow(/impossible/)
})
