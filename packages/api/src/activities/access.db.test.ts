import { actAs } from '@concert/db/identity'
import { aDraft, aNewActivity } from '@concert/db/testing/activities'
import { sql } from '@concert/db/testing/sql'
import type { Actor, Role } from '@concert/domain/actor'
import { describe, expect, test } from 'vitest'
import { aWorld } from '../../testing/world.ts'

const world = await aWorld()
const { focalPoint, contributor, anyone, db } = world
const agencies = await db.selectFrom('agency').select(['id', 'slug']).execute()
const idOf = (slug: string) => agencies.find((agency) => agency.slug === slug)?.id ?? ''
const iom = world.as('focal_point', 'iom')
const outsider = world.as('focal_point', 'ilo')

const draft = await contributor.activities.draft(aNewActivity({ partnerAgencyIds: [idOf('iom')] }))
const shared = await focalPoint.activities.draft(aNewActivity())
await focalPoint.activities.share({ reference: shared.reference })
const direct = await focalPoint.activities.draft(
  aNewActivity({
    kind: 'DIRECT',
    forms: ['LABOUR'],
    places: [
      { code: '404', percentage: 60 },
      { code: '800', percentage: 40 },
    ],
    people: [{ kind: 'assisted', sex: null, ageGroup: null, form: null, audience: null, count: 7 }],
    lessons: 'A lesson for the group',
    toolsUsed: 'A tool of the group',
    sdgTargets: [],
  }),
)
await focalPoint.activities.publish({
  reference: direct.reference,
  expectedVersion: 1,
  reasons: [{ code: 'target_missing', field: 'sdgTargets', reason: 'A reason for the group' }],
})

const person = (role: Role, slug: string | null): Actor => ({
  kind: 'person',
  userId: '00000000-0000-4000-8000-000000000000',
  name: role,
  agencyId: slug === null ? null : idOf(slug),
  roles: [role],
})

/** What the database itself answers, with nobody but row-level security in the way. */
function asRole<Row>(actor: Actor, query: ReturnType<typeof sql<Row>>): Promise<Row[]> {
  return db.transaction().execute(async (trx) => {
    await actAs(trx, actor)
    return (await query.execute(trx)).rows
  })
}

const everyone: [string, Actor, string[]][] = [
  ['anyone', { kind: 'anonymous' }, [direct.reference]],
  ['its contributor', person('contributor', 'unodc'), [draft.reference, shared.reference, direct.reference]],
  ['its partner', person('focal_point', 'iom'), [draft.reference, shared.reference, direct.reference]],
  ['another agency', person('focal_point', 'ilo'), [shared.reference, direct.reference]],
  ['a coordinator of the lead', person('coordinator', 'unodc'), [draft.reference, shared.reference, direct.reference]],
  ['a fund manager elsewhere', person('fund_manager', 'ilo'), [shared.reference, direct.reference]],
  ['an administrator', person('administrator', null), [shared.reference, direct.reference]],
  ['the system', { kind: 'system', name: 'test' }, [draft.reference, shared.reference, direct.reference]],
]

describe('row-level security alone', () => {
  test.each(everyone)('shows %s no foreign row', async (_, actor, expected) => {
    const rows = await asRole(actor, sql<{ reference: string }>`select reference from activity order by reference`)
    expect(rows.map((row) => row.reference)).toEqual([...expected].sort())
    for (const table of ['activity_agency', 'activity_area']) {
      const related = await asRole(
        actor,
        sql<{ reference: string | null }>`
          select distinct a.reference from ${sql.table(table)} r left join activity a on a.id = r.activity_id`,
      )
      expect(related.map((row) => row.reference).sort()).toEqual([...expected].sort())
    }
  })

  test('keeps people, exact places, history and the group’s counts from the public', async () => {
    const anonymous: Actor = { kind: 'anonymous' }
    for (const table of ['activity_people', 'activity_place', 'activity_version']) {
      expect(await asRole(anonymous, sql`select activity_id from ${sql.table(table)}`)).toEqual([])
    }
    expect(await asRole(anonymous, sql`select scope from activity_tally where scope = 'group'`)).toEqual([])
    const areas = await asRole(anonymous, sql<{ place_code: string }>`select place_code from activity_area where named`)
    expect(areas).toEqual([{ place_code: '202' }])
  })

  const noAgency: Role[] = ['fund_manager', 'coordinator', 'administrator']
  test.each(noAgency)('lets a %s of the lead agency write nothing', async (role) => {
    const actor = person(role, 'unodc')
    const changed = await asRole(actor, sql`update activity set lessons = 'x' returning id`)
    expect(changed).toEqual([])
    await expect(
      asRole(actor, sql`insert into activity (lead_agency_id) values (${idOf('unodc')}) returning id`),
    ).rejects.toThrow('row-level security')
  })

  test('lets a contributor change drafts only, and make nothing but drafts', async () => {
    const actor = person('contributor', 'unodc')
    const changed = await asRole(actor, sql<{ id: string }>`update activity set lessons = 'x' returning id`)
    expect(changed).toEqual([{ id: draft.id }])
    const share = sql`update activity set visibility = 'group' where id = ${draft.id}`
    await expect(asRole(actor, share)).rejects.toThrow('row-level security')
  })

  test('lets nobody take another agency’s record, or start one in its name', async () => {
    const actor = person('focal_point', 'ilo')
    expect(await asRole(actor, sql`update activity set lessons = 'x' returning id`)).toEqual([])
    expect(await asRole(actor, sql`delete from activity returning id`)).toEqual([])
    await expect(
      asRole(actor, sql`insert into activity (lead_agency_id) values (${idOf('unodc')}) returning id`),
    ).rejects.toThrow('row-level security')
    await expect(
      asRole(actor, sql`insert into activity_people (activity_id, kind, count) values (${direct.id}, 'trained', 5)`),
    ).rejects.toThrow('row-level security')
  })

  test('lets only triggers write what is derived and counted', async () => {
    const actor = person('focal_point', 'unodc')
    await expect(
      asRole(
        actor,
        sql`insert into activity_tally (scope, dimension, key, count) values ('public', 'total', 'all', 9)`,
      ),
    ).rejects.toThrow('row-level security')
    expect(await asRole(actor, sql`delete from activity_agency returning activity_id`)).toEqual([])
    expect(await asRole(actor, sql`update activity_area set named = false returning activity_id`)).toEqual([])
    await expect(asRole(actor, sql`delete from activity_version`)).rejects.toThrow('permission denied')
    await expect(asRole(actor, sql`update activity_version set by_name = 'x'`)).rejects.toThrow('permission denied')
  })

  test('a draft that a search finds stays with its agencies', async () => {
    const found = await asRole(
      person('focal_point', 'ilo'),
      sql`select id from activity where id = any (rare_activities(null, 'inspectors', null, 100)) and visibility = 'draft'`,
    )
    expect(found).toEqual([])
  })
})

describe('what the public is given', () => {
  test('is the subregion, without people, lessons, tools and reasons', async () => {
    const view = await anyone.activities.get({ reference: direct.reference })
    expect(view.places.map((place) => place.code)).toEqual(['202'])
    expect(view.members).toBeNull()
    const text = JSON.stringify(view)
    for (const secret of ['Kenya', '404', 'of the group', 'for the group', '"count"'])
      expect(text).not.toContain(secret)
    const list = JSON.stringify(await anyone.activities.list({}))
    for (const secret of ['Kenya', '404', 'of the group', shared.reference, draft.reference]) {
      expect(list).not.toContain(secret)
    }
  })

  test('is not found by the exact place either, in lists and in counts', async () => {
    expect((await anyone.activities.list({ place: 'KEN' })).rows).toEqual([])
    expect((await anyone.activities.list({ place: '202' })).rows).toHaveLength(1)
    const { counts } = await anyone.activities.tallies({})
    expect(counts?.byPlace.map(({ place }) => place.code)).toEqual(['202'])
    expect((await iom.activities.list({ place: 'KEN' })).rows.map((row) => row.reference)).toContain(direct.reference)
  })

  test('is the exact place again once somebody answered why that is safe', async () => {
    const { reference, version } = await focalPoint.activities.open({ reference: direct.reference })
    const answer = { preciseIsSafe: true, why: 'A training hall of a ministry' }
    const draft = aDraft({ kind: 'DIRECT', forms: ['LABOUR'], doNoHarm: answer })
    await focalPoint.activities.save({ reference, expectedVersion: version, draft })
    expect((await anyone.activities.get({ reference })).places.map((place) => place.code)).toEqual(['404'])
  })
})

describe('through the API', () => {
  test('members read what the group shares, with its people and lessons', async () => {
    const view = await outsider.activities.get({ reference: direct.reference })
    expect(view).toMatchObject({ mayWrite: false, mayPublish: false, members: { lessons: null } })
    await expect(outsider.activities.get({ reference: draft.reference })).rejects.toThrow('errors.not_found')
  })

  test('a partner writes what it shares; others are told whose it is not', async () => {
    expect(await iom.activities.get({ reference: draft.reference })).toMatchObject({ mayWrite: true, mayPublish: true })
    await expect(outsider.activities.open({ reference: shared.reference })).rejects.toThrow('activities.not_yours')
    await expect(contributor.activities.open({ reference: shared.reference })).rejects.toThrow('activities.not_yours')
    await expect(contributor.activities.share({ reference: draft.reference })).rejects.toThrow()
  })

  test('members see drafts of their own agency only when they ask for drafts', async () => {
    const references = async (caller: typeof iom, visibility?: 'draft') =>
      (await caller.activities.list({ visibility })).rows.map((row) => row.reference)
    expect(await references(iom)).not.toContain(draft.reference)
    expect(await references(iom, 'draft')).toEqual([draft.reference])
    expect(await references(outsider, 'draft')).toEqual([])
    expect(await references(anyone as typeof iom, 'draft')).not.toContain(draft.reference)
  })
})
