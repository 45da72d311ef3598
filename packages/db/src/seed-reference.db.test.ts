import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aDatabase } from '../testing/database.ts'
import { seedReference } from './seed-reference.ts'

const { db } = await aDatabase()

test('does nothing when the same reference data was loaded before', async () => {
  expect(await seedReference(db)).toBe('unchanged')
})

test('loads again without losing what a coordinator confirmed or a fund manager cleared', async () => {
  const count = async () =>
    (
      await sql<{ rows: number }>`
        select (select count(*) from place) + (select count(*) from agency) + (select count(*) from agency_membership)
          + (select count(*) from meeting_document) + (select count(*) from paragraph)
          + (select count(*) from published_figure) as rows`.execute(db)
    ).rows[0]?.rows
  const before = await count()
  await sql`update agency set confirmed_at = now(), visible = true where slug = 'icao'`.execute(db)
  await sql`update agency_membership set confirmed_at = now()
    where agency_id = (select id from agency where slug = 'icao')`.execute(db)
  await sql`update published_figure set cleared_at = now()`.execute(db)
  await sql`update reference_load set content_hash = 'of an earlier version'`.execute(db)

  expect(await seedReference(db)).toBe('loaded')

  expect(await count()).toBe(before)
  const icao = await db.selectFrom('agency').selectAll().where('slug', '=', 'icao').executeTakeFirstOrThrow()
  expect(icao.visible).toBe(true)
  const uncleared = await db.selectFrom('published_figure').where('cleared_at', 'is', null).select('id').execute()
  expect(uncleared).toEqual([])
})

test('a membership keeps a year as a year, and what no source dates stays open', async () => {
  const rows = await db
    .selectFrom('agency_membership')
    .innerJoin('agency', 'agency.id', 'agency_membership.agency_id')
    .where('slug', 'in', ['icmpd', 'undp'])
    .where('role', '=', 'member')
    .orderBy('slug')
    .select(['slug', 'from_on', 'until_on', 'date_precision'])
    .execute()
  expect(rows).toEqual([
    { slug: 'icmpd', from_on: '2016-01-01', until_on: null, date_precision: 'year' },
    { slug: 'undp', from_on: null, until_on: null, date_precision: 'year' },
  ])
})
