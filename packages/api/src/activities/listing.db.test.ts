import { findPlaceTree } from '@concert/db/places'
import { sql } from '@concert/db/testing/sql'
import type { ActivityFilter } from '@concert/domain/activity-filter'
import { expect, test } from 'vitest'
import { aWorld } from '../../testing/world.ts'
import { seedDemoActivities } from '../demo/activities.ts'
import { aRandom } from '../demo/random.ts'
import { inTransaction } from '../transaction.ts'

const world = await aWorld({ demonstration: true })
const { anyone, coordinator, db } = world
const system = world.contextOf({ kind: 'system', name: 'seed' })
await inTransaction(system, (trx) => seedDemoActivities(trx, aRandom(11), '2026-11-24'))
await sql`
  update activity set source = 'import', visibility = 'group', relevance = 'pending'
  where reference in (select reference from activity order by id limit 20)`.execute(db)

// The whole log in memory: what every filter has to agree with.
const log = await db.selectFrom('activity').selectAll().execute()
const placesOf = Map.groupBy(await db.selectFrom('activity_place').selectAll().execute(), (row) => row.activity_id)
const agencies = await db.selectFrom('agency').select(['id', 'slug']).execute()
const tree = await findPlaceTree(db)
type Row = (typeof log)[number]

const slugsOf = (row: Row) => agencies.filter(({ id }) => row.agency_ids.includes(id)).map(({ slug }) => slug)
const some = (codes: readonly string[] | undefined, has: readonly string[]) =>
  !codes || codes.some((c) => has.includes(c))
function lies(code: string, within: string): boolean {
  if (code === within) return true
  const parent = tree.get(code)?.parentCode
  return parent ? lies(parent, within) : false
}

function expected(filter: ActivityFilter, isPublic: boolean): string[] {
  return log
    .filter((row) =>
      isPublic
        ? row.visibility === 'public' && row.relevance === 'own'
        : row.visibility !== 'draft' && (filter.relevance ?? ['own', 'relevant']).some((one) => one === row.relevance),
    )
    .filter((row) => isPublic || some(filter.visibility, [row.visibility]))
    .filter((row) => some(filter.agency, slugsOf(row)))
    .filter((row) => some(filter.pillar, row.pillars) && some(filter.form, row.forms) && some(filter.tag, row.tags))
    .filter((row) => some(filter.audience, row.audiences) && some(filter.sdg, row.sdg_targets))
    .filter((row) => some(filter.paragraph, row.paragraphs) && some(filter.status, [row.status]))
    .filter((row) => some(filter.kind, [row.kind ?? '']) && some(filter.level, [row.level ?? '']))
    .filter((row) => !filter.year || row.start_on?.startsWith(String(filter.year)))
    .filter((row) => {
      const within = filter.place
      const codes = (placesOf.get(row.id) ?? []).map((one) => (isPublic ? one.public_place_code : one.place_code))
      return within === undefined || codes.some((code) => lies(code, within))
    })
    .map((row) => row.reference)
}

const filters: ActivityFilter[] = [
  {},
  { agency: ['iom'] },
  { agency: ['iom', 'ilo'] },
  { agency: ['nobody'] },
  { pillar: ['PROS'] },
  { kind: ['TA', 'KNOW'] },
  { form: ['BEGGING'] },
  { audience: ['JUD'] },
  { tag: ['supply_chains'] },
  { sdg: ['16.2'] },
  { status: ['ongoing'] },
  { level: ['regional'] },
  { year: 2024 },
  { paragraph: ['14'] },
  { place: '404' },
  { place: '002' },
  { place: '001' },
  { place: '202', agency: ['unodc'], pillar: ['PROT'] },
  { place: '142', year: 2025, kind: ['CAPB'] },
  { agency: ['unodc'], year: 2026, status: ['planned', 'ongoing'] },
  { visibility: ['group'] },
  { relevance: ['pending'] },
  { sort: 'updated', place: '150' },
  { sort: 'oldest', agency: ['iom'], form: ['LABOUR'] },
]

async function everyPage(caller: typeof anyone, filter: ActivityFilter): Promise<string[]> {
  const found: string[] = []
  for (let page = 1; ; page += 1) {
    const { rows } = await caller.activities.list({ ...filter, page, pageSize: 100 })
    found.push(...rows.map((row) => row.reference))
    if (rows.length < 100) return found
  }
}

test.each(filters)('finds what the log holds, on all pages and no row twice: %o', async (filter) => {
  for (const [caller, isPublic] of [
    [anyone, true],
    [coordinator, false],
  ] as const) {
    const found = await everyPage(caller, filter)
    const wanted = expected(filter, isPublic)
    expect(found.toSorted()).toEqual(wanted.toSorted())
    expect(await caller.activities.list(filter)).toMatchObject({ total: wanted.length, isAtLeast: false })
    const { counts } = await caller.activities.tallies(filter)
    expect(counts?.total).toBe(wanted.length)
  }
})

test('orders by date, newest or oldest first', async () => {
  const newest = (await anyone.activities.list({ agency: ['iom'], pageSize: 100 })).rows.map((row) => row.startOn ?? '')
  expect(newest).toEqual(newest.toSorted().reverse())
  const oldest = (await anyone.activities.list({ sort: 'oldest', pageSize: 100 })).rows.map((row) => row.startOn ?? '')
  expect(oldest).toEqual(oldest.toSorted())
})

test('finds words in six languages, whatever case and accents, all of them', async () => {
  const found = async (q: string) => (await anyone.activities.list({ q })).total
  expect(await found('FORCE TRAVAIL')).toBeGreaterThan(0)
  expect(await found('travail forcé')).toBe(await found('force travail'))
  expect(await found('强迫劳动')).toBeGreaterThan(0)
  expect(await found('торговля детьми')).toBeGreaterThan(0)
  expect(await found('الاتجار بالأطفال')).toBeGreaterThan(0)
  expect(await found('%_')).toBe(0)
  expect(await found('zebra')).toBe(0)
  expect(await found('!!')).toBe(0)
})

test('finds one by its reference', async () => {
  const [row] = (await anyone.activities.list({})).rows
  const { rows } = await anyone.activities.list({ q: row?.reference ?? '' })
  expect(rows.map((one) => one.reference)).toEqual([row?.reference])
})

test('counts a joint activity once in the total and credits it to each of its agencies', async () => {
  const { counts } = await anyone.activities.tallies({})
  const credited = counts?.byAgency.reduce((sum, one) => sum + one.count, 0) ?? 0
  const isPublic = (row: Row) => row.audience === 'public'
  expect(counts?.total).toBe(log.filter(isPublic).length)
  expect(credited).toBe(log.filter(isPublic).reduce((sum, row) => sum + row.agency_ids.length, 0))
})

test('counts a filtered part exactly as the whole is counted', async () => {
  const { counts: whole } = await anyone.activities.tallies({})
  const { counts: filtered } = await anyone.activities.tallies({ place: '001' })
  expect({ ...filtered, total: 0 }).toEqual({ ...whole, total: 0 })
  expect(filtered?.total).toBe(whole?.total)
})

test('a chart of one year names the group of that year, and credits the others together: no total changes', async () => {
  const year = 2025
  const { counts, agenciesOfYear: before } = await anyone.activities.tallies({ year })
  expect((await anyone.activities.tallies({})).agenciesOfYear).toBeNull()
  expect(before?.members.map(({ agency }) => agency.slug)).toContain('iom')
  await sql`
    delete from agency_membership where agency_id = (select id from agency where slug = 'iom')`.execute(world.db)
  const { counts: after, agenciesOfYear } = await anyone.activities.tallies({ year })
  expect(after).toEqual(counts)
  const { members = [], others = [] } = agenciesOfYear ?? {}
  expect(members.map(({ agency }) => agency.slug)).not.toContain('iom')
  expect(others.map(({ agency }) => agency.slug)).toContain('iom')
  const credited = (rows: readonly { count: number }[]) => rows.reduce((sum, { count }) => sum + count, 0)
  expect(credited(members) + credited(others)).toBe(credited(counts?.byAgency ?? []))
  expect(agenciesOfYear?.sinceUnknown).toBeGreaterThan(0)
})
