import { randomUUID } from 'node:crypto'
import { aNewActivity } from '@concert/db/testing/activities'
import { type AnyProcedure, callTRPCProcedure, TRPCError } from '@trpc/server'
import { expect, test } from 'vitest'
import { aWorld } from '../../testing/world.ts'
import { policyMatrix } from '../policy-matrix.ts'
import { appRouter } from '../router.ts'

// Two worlds that differ in one thing: in which of two countries of one subregion direct assistance is given. Whoever
// may read only what is public must find no difference between them, whatever is asked.
const kenya = '404'
const tanzania = '834'
const easternAfrica = '014'
const places = [kenya, tanzania, easternAfrica, '002', '001']

const procedures = appRouter._def.procedures as unknown as Record<string, AnyProcedure>
const publicQueries = Object.keys(policyMatrix)
  .filter((path) => policyMatrix[path]?.policy === 'public' && procedures[path]?._def.type === 'query')
  .sort()

const locale = 'en'
const noOne = '00000000-0000-4000-8000-000000000000'
const window = { from: '2026-07-01', months: 12 }

/** What each public query is asked. A new one is added here, or the test says so. */
const questions: Record<string, (reference: string, figures: readonly string[]) => unknown[]> = {
  'activities.list': () => [
    {},
    ...places.map((place) => ({ place })),
    { q: 'Kenya' },
    { q: 'Tanzania' },
    { kind: ['DIRECT'] },
  ],
  'activities.tallies': () => [{}, ...places.map((place) => ({ place }))],
  'activities.get': (reference) => [{ reference }],
  'agencies.get': () => [{ slug: 'unodc' }],
  'agencies.list': () => [{}, { year: 2026 }],
  'agencies.options': () => [undefined],
  'calendar.timeline': () => [window, ...places.map((place) => ({ ...window, place }))],
  'checks.list': () => [undefined],
  'commitments.get': () => [{ instrument: 'A/RES/72/1', number: '8' }],
  'commitments.list': () => [undefined],
  'donors.get': () => [{ id: noOne, locale }],
  'donors.list': () => [{ locale }],
  'figures.list': () => [undefined],
  'figures.overview': () => [{ locale }],
  'figures.show': (_, figures) => figures.map((id) => ({ id })),
  'fund.cohorts': () => [undefined],
  'fund.totals': () => [{ locale }],
  'grants.list': () => [{ locale }],
  'grants.overview': () => [{ locale }],
  'indicators.get': () => [{ slug: 'none' }],
  'indicators.list': () => [undefined],
  'meetings.get': () => [{ slug: 'none' }],
  'meetings.list': () => [undefined],
  'places.get': () => places.map((code) => ({ code })),
  'places.list': () => [{ locale }],
  'places.search': () => [{ text: 'a', locale }],
  'pledges.get': () => [{ reference: 'PLG-2026-00001', locale }],
  'pledges.list': () => [{ locale }],
  'published.list': () => [undefined],
  'rates.ofMeeting': () => [{ slug: 'none' }],
  'releases.current': () => [undefined],
  'releases.list': () => [undefined],
  'requests.named': () => places.map((code) => ({ code })),
  'requests.told': () => [undefined],
  'session.me': () => [undefined],
  'statement.year': () => [{}, { year: 2026 }],
}

async function outputsWith(country: string, isSensitive: boolean): Promise<Map<string, string>> {
  const world = await aWorld()
  const { reference } = await world.focalPoint.activities.draft(
    aNewActivity({
      ...{ kind: isSensitive ? 'DIRECT' : 'CAPB', forms: ['LABOUR'], sdgTargets: ['8.7'] },
      places: [{ code: country, percentage: null }],
      people: [{ kind: 'assisted', sex: null, ageGroup: null, form: null, audience: null, count: 40 }],
    }),
  )
  await world.focalPoint.activities.publish({ reference, expectedVersion: 1, reasons: [] })
  const { number, hash } = await world.coordinator.releases.preview()
  await world.coordinator.releases.make({ number, hash, idempotencyKey: randomUUID() })
  const ctx = world.contextOf({ kind: 'anonymous' })
  const figures = (await world.anyone.figures.list()).map(({ id }) => id)
  const said = new Map<string, string>()
  for (const path of publicQueries) {
    for (const input of questions[path]?.(reference, figures) ?? []) {
      said.set(`${path} ${JSON.stringify(input) ?? ''}`, withoutChance(await answer(path, input, ctx)))
    }
  }
  return said
}

async function answer(path: string, input: unknown, ctx: unknown): Promise<unknown> {
  const getRawInput = async () => input
  try {
    return await callTRPCProcedure({
      ...{ router: appRouter, ctx, path, type: 'query', getRawInput, signal: undefined, batchIndex: 0 },
    })
  } catch (error) {
    if (error instanceof TRPCError && error.code === 'NOT_FOUND') return 'not found'
    throw error
  }
}

/** Keys and instants differ between any two worlds. */
function withoutChance(value: unknown): string {
  return JSON.stringify(value ?? null)
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id')
    .replaceAll(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d[\d:.]*(Z|[+-]\d\d(:?\d\d)?)/g, 'instant')
}

const differences = (one: Map<string, string>, other: Map<string, string>) =>
  [...one].filter(([question, said]) => other.get(question) !== said).map(([question]) => question)

test('every public query is asked', () => {
  expect(Object.keys(questions).sort()).toEqual(publicQueries)
})

test('no public answer tells in which country of a subregion direct assistance is given', {
  timeout: 60_000,
}, async () => {
  expect(differences(await outputsWith(kenya, true), await outputsWith(tanzania, true))).toEqual([])
})

test('the same questions do tell where training is given, which harms nobody', { timeout: 60_000 }, async () => {
  const told = differences(await outputsWith(kenya, false), await outputsWith(tanzania, false))
  expect(told).toEqual(
    expect.arrayContaining(
      [
        'activities.get {"reference":"ACT-2026-00001"}',
        'activities.list {"place":"404"}',
        'activities.tallies {"place":"834"}',
        'places.get {"code":"404"}',
      ].concat(`calendar.timeline ${JSON.stringify({ ...window, place: kenya })}`),
    ),
  )
})
