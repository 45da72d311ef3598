import { findWrongTallies } from '@concert/db/activity-tallies'
import { aDraft, aNewActivity } from '@concert/db/testing/activities'
import { sql } from '@concert/db/testing/sql'
import { draftOf } from '@concert/domain/activity'
import type { DraftField } from '@concert/domain/activity-merge'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aWorld } from '../../testing/world.ts'

const world = await aWorld()
const { focalPoint, db } = world
const agencies = (await db.selectFrom('agency').select(['id', 'slug']).execute()).filter(({ slug }) => slug !== 'unodc')

type Edit =
  | { kind: 'field'; field: DraftField; value: unknown }
  | { kind: 'share' | 'publish' | 'withdraw' | 'discard' }

const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom<Edit>({ kind: 'share' }, { kind: 'publish' }, { kind: 'withdraw' }, { kind: 'discard' }),
  },
  {
    weight: 5,
    arbitrary: fc
      .oneof(
        fc.tuple(fc.constant('pillars'), fc.subarray(['PREV', 'PROT', 'PROS'])),
        fc.tuple(fc.constant('kind'), fc.constantFrom('TA', 'DIRECT', 'KNOW')),
        fc.tuple(fc.constant('status'), fc.constantFrom('ongoing', 'cancelled')),
        fc.tuple(fc.constant('startOn'), fc.constantFrom('2025-02-01', '2026-02-01', null)),
        fc.tuple(
          fc.constant('places'),
          fc
            .subarray(['404', '800', '818', '002', '001'])
            .map((codes) => codes.map((code) => ({ code, percentage: null }))),
        ),
        fc.tuple(fc.constant('partnerAgencyIds'), fc.subarray(agencies.slice(0, 3).map(({ id }) => id))),
      )
      .map(([field, value]): Edit => ({ kind: 'field', field: field as DraftField, value })),
  },
)

test('the kept counts equal a scan of the log after any sequence of writes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 3, maxLength: 14 }), async (edits) => {
      const { reference } = await focalPoint.activities.draft(aNewActivity({ sdgTargets: ['8.7'] }))
      for (const one of edits) {
        const current = await focalPoint.activities.open({ reference }).catch(() => undefined)
        if (!current) break
        const expectedVersion = current.version
        if (one.kind === 'field') {
          const draft = { ...draftOf(current), [one.field]: one.value }
          await focalPoint.activities.save({ reference, expectedVersion, draft })
        } else if (one.kind === 'publish') {
          const findings = await focalPoint.activities.quality({ reference })
          const reasons = findings.map(({ code, field }) => ({ code, field, reason: 'For the test' }))
          await focalPoint.activities.publish({ reference, expectedVersion, reasons }).catch(() => undefined)
        } else if (one.kind === 'withdraw') {
          await focalPoint.activities.withdraw({ reference, reason: 'For the test' }).catch(() => undefined)
        } else {
          await focalPoint.activities[one.kind]({ reference }).catch(() => undefined)
        }
      }
      expect(await findWrongTallies(db)).toEqual([])
    }),
    { numRuns: 40 },
  )
})

test('many writers at once neither wait for a count nor lose one', async () => {
  const before = (await world.coordinator.activities.tallies({})).counts?.total ?? 0
  await Promise.all(
    Array.from({ length: 40 }, async (_, n) => {
      const places = n % 2 ? ['404', '818'] : ['818', '404']
      const draft = aDraft({ places: places.map((code) => ({ code, percentage: 50 })) })
      const { reference } = await focalPoint.activities.draft({ ...aNewActivity(), draft })
      await focalPoint.activities.share({ reference })
    }),
  )
  expect((await world.coordinator.activities.tallies({})).counts?.total).toBe(before + 40)
  expect(await findWrongTallies(db)).toEqual([])
})

test('folds the differences together and the sums stay', async () => {
  const sums = () =>
    sql`select scope, dimension, key, sum(count) as count from activity_tally group by 1, 2, 3
      having sum(count) <> 0 order by 1, 2, 3`.execute(db)
  const { rows: before } = await sums()
  await sql`select setval('activity_tally_id_seq', (select last_value / 2000 * 2000 + 1999 from activity_tally_id_seq))`.execute(
    db,
  )
  const { reference } = await focalPoint.activities.draft(aNewActivity())
  await focalPoint.activities.share({ reference })
  const { rows: folded } = await sql<{
    rows: number
  }>`select count(*) as rows from activity_tally where folded`.execute(db)
  expect(folded[0]?.rows).toBeGreaterThan(0)
  expect((await sums()).rows.length).toBeGreaterThanOrEqual(before.length)
  expect(await findWrongTallies(db)).toEqual([])
})
