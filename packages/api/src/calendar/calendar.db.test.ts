import { randomUUID } from 'node:crypto'
import { actAs } from '@concert/db/identity'
import { aNewActivity } from '@concert/db/testing/activities'
import { sql } from '@concert/db/testing/sql'
import type { ActivityDraft } from '@concert/domain/activity'
import { mostOnTimeline } from '@concert/domain/calendar-view'
import { describe, expect, test } from 'vitest'
import { aWorld, type Caller } from '../../testing/world.ts'

const world = await aWorld()
const { focalPoint, anyone, coordinator, db } = world
const iom = world.as('focal_point', 'iom')
const agencies = await focalPoint.agencies.options()
const idOf = (slug: string) => agencies.find((agency) => agency.slug === slug)?.id ?? ''
const at = (code: string) => [{ code, percentage: null }]
const year = { from: '2026-11-01', months: 12 }

async function aShared(changed: Partial<ActivityDraft>, as: Caller = focalPoint): Promise<string> {
  const { reference } = await as.activities.draft(aNewActivity(changed))
  await as.activities.share({ reference })
  return reference
}

async function aPublic(changed: Partial<ActivityDraft>): Promise<string> {
  const { reference, version } = await focalPoint.activities.draft(aNewActivity(changed))
  const findings = await focalPoint.activities.quality({ reference })
  const reasons = findings.map(({ code, field }) => ({ code, field, reason: 'A reason' }))
  const outcome = await focalPoint.activities.publish({ reference, expectedVersion: version, reasons })
  expect(outcome.outcome).toBe('saved')
  return reference
}

async function shownTo(caller: Caller, over: Partial<Parameters<Caller['calendar']['timeline']>[0]> = {}) {
  const schedule = await caller.calendar.timeline({ ...year, place: 'KEN', ...over })
  return schedule.activities.map(({ reference }) => reference)
}

const planned = { status: 'planned' as const, startOn: '2027-02-01', endOn: '2027-05-31' }
const group = await aShared(planned)
const open = await aPublic({ ...planned, partnerAgencyIds: [idOf('iom')] })
const draft = (await focalPoint.activities.draft(aNewActivity(planned))).reference

describe('who sees what', () => {
  test('the group sees what another agency plans, the public what is published, nobody a draft', async () => {
    expect((await shownTo(iom)).toSorted()).toEqual([group, open].toSorted())
    expect(await shownTo(anyone)).toEqual([open])
    expect(await shownTo(focalPoint)).not.toContain(draft)
  })

  test('tells each name once, the lead first', async () => {
    const { activities, agencies: named, places } = await anyone.calendar.timeline({ ...year, place: 'KEN' })
    expect(activities[0]).toMatchObject({ agencies: ['unodc', 'iom'], places: ['404'] })
    expect(named.map(({ slug }) => slug).toSorted()).toEqual(['iom', 'unodc'])
    expect(places.map(({ code, subregion }) => [code, subregion])).toEqual([
      ['404', '202'],
      ['202', '202'],
    ])
  })

  test('the public is told the subregion of sensitive work, and does not find it by its country', async () => {
    const sensitive = await aPublic({
      ...planned,
      kind: 'DIRECT',
      forms: ['LABOUR'],
      places: at('800'),
      people: [],
    })
    const told = await anyone.calendar.timeline({ ...year, kind: ['DIRECT'] })
    expect(told.activities).toMatchObject([{ reference: sensitive, places: ['202'] }])
    expect(JSON.stringify(told)).not.toMatch(/"800"|UGA|Uganda/)
    expect(await shownTo(anyone, { place: 'UGA' })).toEqual([])
    expect(await shownTo(iom, { place: 'UGA' })).toEqual([sensitive])
  })
})

describe('the window', () => {
  const times: [string, Partial<ActivityDraft>, boolean][] = [
    ['ends on its first day', { status: 'ongoing', startOn: '2026-01-01', endOn: '2026-11-01' }, true],
    ['ended the day before', { status: 'ongoing', startOn: '2026-01-01', endOn: '2026-10-31' }, false],
    ['starts on its last day', { status: 'planned', startOn: '2027-10-31', endOn: '2028-01-01' }, true],
    ['starts the day after', { status: 'planned', startOn: '2027-11-01', endOn: '2028-01-01' }, false],
    ['lasts longer on both sides', { status: 'ongoing', startOn: '2020-01-01', endOn: '2030-01-01' }, true],
    ['is under way without a known end', { status: 'ongoing', startOn: '2022-01-01', endOn: null }, true],
    ['was completed without a known end', { status: 'completed', startOn: '2022-01-01', endOn: null }, false],
    ['has an end and no start yet', { status: 'planned', startOn: null, endOn: '2027-01-15' }, true],
    ['has no dates', { status: 'planned', startOn: null, endOn: null }, false],
  ]
  test.each(times)('an activity that %s', async (_, dates, isShown) => {
    const reference = await aShared({ ...dates, places: at('076') })
    for (const filter of [
      { place: 'BRA' },
      { place: undefined, agency: ['unodc'] },
      { place: undefined, kind: ['CAPB' as const] },
    ]) {
      expect((await shownTo(iom, filter)).includes(reference)).toBe(isShown)
    }
  })

  test('takes the filters of the log', async () => {
    const reference = await aShared({ ...planned, places: at('152'), pillars: ['PROT'], kind: 'TA' })
    const filter = { place: 'CHL', pillar: ['PROT' as const], kind: ['TA' as const], status: ['planned' as const] }
    expect(await shownTo(iom, { ...filter, agency: ['unodc'] })).toEqual([reference])
    expect(await shownTo(iom, { ...filter, agency: ['iom'] })).toEqual([])
    expect(await shownTo(iom, { ...filter, status: ['ongoing'] })).toEqual([])
  })

  test('holds so many, those that start last, and says that there are more', async () => {
    await db.transaction().execute(async (trx) => {
      await actAs(trx, { kind: 'system', name: 'test' })
      await sql`
        insert into activity (lead_agency_id, title, kind, status, visibility, start_on, end_on)
        select ${idOf('ilo')}::uuid, '[{"language": "en", "text": "Example"}]', 'NORM', 'planned', 'group',
          date '2026-12-01' + n, date '2027-12-31'
        from generate_series(1, ${mostOnTimeline + 2}::integer) n`.execute(trx)
    })
    const told = await iom.calendar.timeline({ from: '2026-11-01', months: 24, agency: ['ilo'], kind: ['NORM'] })
    expect(told.isMore).toBe(true)
    expect(told.activities).toHaveLength(mostOnTimeline)
    const starts = told.activities.map(({ startOn }) => startOn ?? '')
    expect(starts.toSorted().toReversed()).toEqual(starts)
    expect(starts.at(-1)).toBe('2026-12-04')
  })
})

describe('a month', () => {
  test('has what starts and what ends in it, the deadline of the round and the meeting of the group', async () => {
    const place = at('484')
    const starting = await aShared({ status: 'planned', startOn: '2027-03-01', endOn: null, places: place })
    const ending = await aShared({ status: 'ongoing', startOn: '2026-01-01', endOn: '2027-03-31', places: place })
    const both = await aShared({ status: 'planned', startOn: '2027-03-10', endOn: '2027-03-12', places: place })
    await aShared({ status: 'planned', startOn: '2027-02-28', endOn: '2027-04-01', places: place })
    await coordinator.rounds.open({
      fromOn: '2026-07-01',
      untilOn: '2026-12-31',
      deadline: '2027-03-15',
      note: {},
    })
    await coordinator.agenda.plan({
      title: 'Spring meeting',
      on: '2027-03-20',
      place: null,
      chairAgencyId: null,
      idempotencyKey: randomUUID(),
    })
    const month = await iom.calendar.month({ month: '2027-03', place: 'MEX' })
    expect(month.starting).toEqual([both, starting])
    expect(month.ending).toEqual([both, ending])
    expect(month.activities).toHaveLength(3)
    expect(month.dates).toMatchObject([
      { kind: 'round_deadline', on: '2027-03-15', title: null },
      { kind: 'group_meeting', on: '2027-03-20', title: 'Spring meeting' },
    ])
    expect((await iom.calendar.month({ month: '2027-04' })).dates).toEqual([])
  })
})
