import { randomUUID } from 'node:crypto'
import { findWrongCoverage } from '@concert/db/coverage'
import { aDraft, aNewActivity } from '@concert/db/testing/activities'
import { sql } from '@concert/db/testing/sql'
import type { ActivityDraft } from '@concert/domain/activity'
import type { CoverageFilter } from '@concert/domain/coverage'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aWorld } from '../../testing/world.ts'
import { inTransaction } from '../transaction.ts'

const world = await aWorld()
const { focalPoint, coordinator, db } = world
const others = (await focalPoint.agencies.options()).filter(({ slug }) => slug !== 'unodc')

async function anActivity(changed: Partial<ActivityDraft>): Promise<string> {
  const { reference } = await focalPoint.activities.draft(aNewActivity(changed))
  await focalPoint.activities.share({ reference })
  return reference
}

async function cellOf(place: string, position: number, filter: CoverageFilter = {}) {
  const { rows } = await coordinator.gaps.matrix({ by: 'kind', rows: 'country', ...filter })
  return rows.find((row) => row.place.code === place)?.cells[position]
}

const at = (code: string) => [{ code, percentage: null }]

test('counts a joint activity once and each of its agencies, and follows what becomes of it', async () => {
  const partners = others.slice(0, 2).map(({ id }) => id)
  const reference = await anActivity({ kind: 'CAPB', status: 'planned', places: at('516'), partnerAgencyIds: partners })
  expect(await cellOf('516', 0)).toMatchObject({ activities: 1, agencies: 3 })
  await anActivity({ kind: 'CAPB', status: 'ongoing', places: at('516') })
  expect(await cellOf('516', 0)).toMatchObject({ activities: 2, agencies: 3 })
  expect(await cellOf('516', 0, { status: 'ongoing' })).toMatchObject({ activities: 1, agencies: 1 })
  expect(await cellOf('516', 1)).toMatchObject({ activities: 0, agencies: 0 })

  const { version: expectedVersion } = await focalPoint.activities.open({ reference })
  const draft = aDraft({ kind: 'CAPB', status: 'cancelled', places: at('516'), partnerAgencyIds: partners })
  await focalPoint.activities.save({ reference, expectedVersion, draft })
  expect(await cellOf('516', 0)).toMatchObject({ activities: 1, agencies: 1 })
})

test('an activity in two countries stands in both rows, and once in all rows together', async () => {
  const before = (await coordinator.gaps.matrix({ rows: 'country', within: '029' })).everywhere.whole.activities
  await anActivity({ status: 'ongoing', places: [...at('052'), ...at('308')], pillars: ['PREV', 'PROT'] })
  const { rows, everywhere } = await coordinator.gaps.matrix({ rows: 'country', within: '029' })
  expect(rows.filter(({ whole }) => whole.activities === 1).map(({ place }) => place.iso3)).toEqual(['BRB', 'GRD'])
  expect(everywhere.whole.activities).toBe(before + 1)
})

test('a cell and the list that it opens tell the same number', async () => {
  await anActivity({ kind: 'TA', status: 'planned', places: at('404') })
  const cell = await cellOf('404', 1)
  const list = await coordinator.activities.list({ place: '404', kind: ['TA'], status: ['planned', 'ongoing'] })
  expect(list.total).toBe(cell?.activities)
  expect(list.total).toBeGreaterThan(0)
})

test('a draft is in nobody’s matrix, and the matrix in nobody’s hands who is not signed in', async () => {
  await focalPoint.activities.draft(aNewActivity({ kind: 'NORM', status: 'planned', places: at('690') }))
  expect(await cellOf('690', 2)).toMatchObject({ activities: 0, agencies: 0 })
  await expect(world.anyone.gaps.matrix({})).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
  const seen = await inTransaction(world.contextOf({ kind: 'anonymous' }), (trx) =>
    trx.selectFrom('coverage_tally').select('id').execute(),
  )
  expect(seen).toEqual([])
})

test('a region that there is none of is refused', async () => {
  await expect(coordinator.gaps.matrix({ within: '999' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('the kept coverage equals a scan of the log after any sequence of writes', async () => {
  const changed = fc.record({
    kind: fc.constantFrom('TA' as const, 'DIRECT' as const, null),
    status: fc.constantFrom('planned' as const, 'ongoing' as const, 'completed' as const),
    pillars: fc.subarray(['PREV', 'PROT', 'PROS'] as const).map((codes) => [...codes]),
    forms: fc.subarray(['LABOUR', 'SEXUAL'] as const).map((codes) => [...codes]),
    places: fc.subarray(['404', '800', '002', '001']).map((codes) => codes.flatMap(at)),
    partnerAgencyIds: fc.subarray(others.slice(0, 3).map(({ id }) => id)),
  })
  const step = fc.oneof(
    { weight: 3, arbitrary: changed.map((draft) => ({ kind: 'save' as const, draft: aDraft(draft) })) },
    { weight: 1, arbitrary: fc.constantFrom({ kind: 'share' as const }, { kind: 'discard' as const }) },
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 8 }), async (steps) => {
      const { reference } = await focalPoint.activities.draft(aNewActivity())
      for (const one of steps) {
        const current = await focalPoint.activities.open({ reference }).catch(() => undefined)
        if (!current) break
        if (one.kind === 'save') {
          await focalPoint.activities.save({ reference, expectedVersion: current.version, draft: one.draft })
        } else await focalPoint.activities[one.kind]({ reference }).catch(() => undefined)
      }
      expect(await findWrongCoverage(db)).toEqual([])
    }),
    { numRuns: 25 },
  )
})

test('what was appended is folded, and tells the same', async () => {
  const before = await coordinator.gaps.matrix({ rows: 'country' })
  await sql`
    select setval(pg_get_serial_sequence('coverage_tally', 'id'), (max(id) / 5000 + 1) * 5000 - 1)
    from coverage_tally`.execute(db)
  await anActivity({ status: 'planned', places: at('096') })
  const loose = await db.selectFrom('coverage_tally').select('id').where('folded', '=', false).execute()
  expect(loose).toEqual([])
  expect(await findWrongCoverage(db)).toEqual([])
  const after = await coordinator.gaps.matrix({ rows: 'country' })
  expect(after.everywhere.whole.activities).toBe(before.everywhere.whole.activities + 1)
})

test('in a period counts what was at work on any day of it, completed work too, and nothing called off', async () => {
  const during = { from: '2026-03-01', until: '2026-03-31' }
  const before = await cellOf('558', 0, during)
  expect(before).toEqual({ activities: 0, agencies: 0, unanswered: 0 })
  const work = { kind: 'CAPB' as const, places: at('558') }
  await anActivity({ ...work, status: 'completed', startOn: '2026-01-01', endOn: '2026-03-01' })
  await anActivity({
    ...work,
    status: 'ongoing',
    startOn: '2026-03-31',
    endOn: null,
    partnerAgencyIds: [others[0]?.id ?? ''],
  })
  await anActivity({ ...work, status: 'cancelled', startOn: '2026-03-05', endOn: '2026-03-06' })
  await anActivity({ ...work, status: 'completed', startOn: '2026-01-01', endOn: '2026-02-28' })
  await anActivity({ ...work, status: 'planned', startOn: '2026-04-01', endOn: '2026-05-01' })
  await anActivity({ ...work, status: 'completed', startOn: '2026-02-27', endOn: null })
  expect(await cellOf('558', 0, during)).toEqual({ activities: 2, agencies: 2, unanswered: 0 })
  expect(await cellOf('558', 0, { ...during, status: 'completed' })).toMatchObject({ activities: 1, agencies: 1 })
  expect(await cellOf('558', 0, { from: '2026-04-01' })).toMatchObject({ activities: 2 })
  expect(await cellOf('558', 0, { until: '2026-02-27' })).toMatchObject({ activities: 3 })

  const list = await coordinator.activities.list({
    place: '558',
    kind: ['CAPB'],
    status: ['planned', 'ongoing', 'completed'],
    workFrom: '2026-03-01',
    workUntil: '2026-03-31',
  })
  expect(list.total).toBe(2)
})

test('in a period an activity in several countries stands once in all rows together, as without one', async () => {
  await anActivity({
    status: 'ongoing',
    places: [...at('466'), ...at('562')],
    pillars: ['PREV'],
    startOn: '2026-02-01',
    endOn: null,
  })
  const wanted = { by: 'pillar' as const, rows: 'country' as const, within: '011', from: '2026-01-01' }
  const [all, { rows, everywhere }] = [
    await coordinator.gaps.matrix({ ...wanted, from: undefined }),
    await coordinator.gaps.matrix(wanted),
  ]
  expect(rows.filter(({ whole }) => whole.activities > 0).map(({ place }) => place.iso3)).toEqual(['MLI', 'NER'])
  expect(everywhere).toEqual(all.everywhere)
})

test('says where a State asked and nobody has taken it up, in its row and in every region around it', async () => {
  const request = (values: object) =>
    coordinator.requests.record({
      placeCode: '068',
      receivedOn: '2026-03-02',
      channel: 'letter',
      language: 'es',
      subject: 'Example',
      text: '',
      pillars: ['PREV', 'PROT'],
      kinds: ['TA'],
      guardReason: null,
      idempotencyKey: randomUUID(),
      ...values,
    })
  const { reference } = await request({})
  await request({ pillars: [], kinds: [] })
  const rowOf = async (filter: CoverageFilter) => {
    const { rows, everywhere } = await coordinator.gaps.matrix({ rows: 'country', within: '005', ...filter })
    const row = rows.find(({ place }) => place.code === '068')
    return [row?.whole, ...(row?.cells ?? []), everywhere.whole].map((cell) => cell?.unanswered)
  }
  expect(await rowOf({ by: 'pillar' })).toEqual([2, 1, 1, 0, 0, 2])
  expect((await rowOf({ by: 'kind', from: '2020-01-01', until: '2020-12-31' })).slice(0, 3)).toEqual([2, 0, 1])
  expect((await rowOf({ by: 'form' })).slice(1, -1).every((count) => count === 0)).toBe(true)
  await coordinator.requests.move({ reference, from: 'received', to: 'answered', on: '2026-03-03', note: '' })
  expect(await rowOf({ by: 'pillar' })).toEqual([1, 0, 0, 0, 0, 1])
})
