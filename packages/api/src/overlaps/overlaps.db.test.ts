import { randomUUID } from 'node:crypto'
import { aNewActivity } from '@concert/db/testing/activities'
import type { Activity, ActivityDraft } from '@concert/domain/activity'
import { draftOf, emptyDraft } from '@concert/domain/activity'
import { factsOf } from '@concert/domain/overlap/facts'
import { expect, test } from 'vitest'
import { aWorld, type Caller } from '../../testing/world.ts'
import { runChecks } from '../checks/run-checks.ts'

const world = await aWorld()
const { focalPoint: unodc, coordinator, anyone } = world
const iom = world.as('focal_point', 'iom')
const ilo = world.as('focal_point', 'ilo')

const facts: Partial<ActivityDraft> = {
  title: [{ language: 'en', text: 'Training of labour inspectors on indicators of forced labour' }],
  forms: ['LABOUR'],
  audiences: ['LEA'],
}

async function shared(caller: Caller, over: Partial<ActivityDraft> = {}): Promise<Activity> {
  const { reference } = await caller.activities.draft(aNewActivity({ ...facts, ...over }))
  return caller.activities.share({ reference })
}

const askedBy = (activity: Activity) => {
  const { leadAgencyId: _, ...asked } = factsOf(activity)
  return { reference: activity.reference, facts: asked }
}

const settle = (caller: Caller, one: Activity, other: Activity, kind: 'coordinate' | 'different' = 'coordinate') =>
  caller.overlaps.settle({
    references: [one.reference, other.reference],
    kind,
    note: 'We share the calendar of trainings',
    idempotencyKey: randomUUID(),
  })

const openOf = async (activity: Activity) =>
  (await coordinator.overlaps.ofActivity({ reference: activity.reference })).filter(({ state }) => state === 'open')

test('a draft finds what another agency does in the same place, with reasons that sum to the score', async () => {
  const place = { places: [{ code: '120', percentage: null }] }
  const theirs = await shared(iom, place)
  const draft = await unodc.activities.draft(aNewActivity({ ...facts, ...place }))
  const [hit, ...others] = await unodc.overlaps.radar(askedBy(draft))
  expect(others).toEqual([])
  expect(hit?.activity.reference).toBe(theirs.reference)
  expect(hit?.pair).toBeNull()
  expect(hit?.reasons.reduce((sum, { points }) => sum + points, 0)).toBe(hit?.score)
  expect(hit?.reasons.map(({ fact }) => fact)).toContain('place')
  expect(await openOf(theirs)).toEqual([])
})

test("nobody finds another agency's draft", async () => {
  const place = { places: [{ code: '140', percentage: null }] }
  await iom.activities.draft(aNewActivity({ ...facts, ...place }))
  const draft = await unodc.activities.draft(aNewActivity({ ...facts, ...place }))
  expect(await unodc.overlaps.radar(askedBy(draft))).toEqual([])
})

test('an empty draft finds nothing', async () => {
  const draft = await unodc.activities.draft({ idempotencyKey: randomUUID(), draft: emptyDraft() })
  expect(await unodc.overlaps.radar(askedBy(draft))).toEqual([])
})

test('sharing keeps the pair, a verdict quiets it, and only a fact that it rested on opens it again', async () => {
  const place = { places: [{ code: '148', percentage: null }] }
  const theirs = await shared(iom, place)
  const ours = await shared(unodc, place)
  const [pair] = await openOf(ours)
  expect(pair?.activities.map(({ reference }) => reference).toSorted()).toEqual(
    [ours.reference, theirs.reference].toSorted(),
  )
  expect((await iom.overlaps.inbox()).rows.map(({ score }) => score)).toContain(pair?.score)

  await settle(unodc, ours, theirs)
  expect(await openOf(theirs)).toEqual([])
  const [seen] = await iom.overlaps.ofActivity({ reference: theirs.reference })
  expect(seen?.verdicts).toMatchObject([{ kind: 'coordinate', byAgency: 'UNODC' }])

  const more = { ...draftOf(ours), toolsUsed: 'A checklist' }
  const saved = await unodc.activities.save({ reference: ours.reference, expectedVersion: ours.version, draft: more })
  expect(await openOf(ours)).toEqual([])
  if (saved.outcome !== 'saved') throw new Error('not saved')
  const changed = { ...more, audiences: ['LEA' as const, 'JUD' as const] }
  await unodc.activities.save({
    reference: ours.reference,
    expectedVersion: saved.activity.version,
    draft: changed,
  })
  expect(await openOf(ours)).toMatchObject([{ changed: ['audience'], state: 'open' }])

  await settle(coordinator, theirs, ours, 'different')
  const [again] = await iom.overlaps.ofActivity({ reference: theirs.reference })
  expect(again?.verdicts.map(({ kind }) => kind)).toEqual(['different', 'coordinate'])
})

test('a pair that no longer overlaps is gone, and one with a verdict stays settled', async () => {
  const place = { places: [{ code: '174', percentage: null }] }
  const theirs = await shared(iom, place)
  const ours = await shared(unodc, place)
  expect(await openOf(theirs)).toHaveLength(1)
  const cancelled = { ...draftOf(ours), status: 'cancelled' as const }
  await unodc.activities.save({ reference: ours.reference, expectedVersion: ours.version, draft: cancelled })
  expect(await openOf(theirs)).toEqual([])
})

test('refuses a verdict of an agency that is not in the pair, and on what is no pair', async () => {
  const place = { places: [{ code: '178', percentage: null }] }
  const theirs = await shared(iom, place)
  const ours = await shared(unodc, place)
  const elsewhere = await shared(ilo, { places: [{ code: '180', percentage: null }] })
  await expect(settle(ilo, ours, theirs)).rejects.toThrow('overlaps.not_yours')
  await expect(settle(unodc, ours, elsewhere)).rejects.toThrow('overlaps.no_pair')
  await expect(settle(anyone, ours, theirs)).rejects.toThrow()
  expect(await openOf(ours)).toHaveLength(1)
})

test('a verdict to coordinate names the mailboxes of both agencies, and no note names a person', async () => {
  const place = { places: [{ code: '226', percentage: null }] }
  const theirs = await shared(iom, place)
  const ours = await shared(unodc, place)
  await unodc.agencies.saveMailbox({
    agencyId: ours.leadAgencyId,
    address: 'secretariat@example.org',
    idempotencyKey: randomUUID(),
  })
  await settle(unodc, ours, theirs)
  const [pair] = await iom.overlaps.ofActivity({ reference: theirs.reference })
  expect(pair?.verdicts[0]?.mailboxes.toSorted((a, b) => a.acronym.localeCompare(b.acronym))).toEqual([
    { acronym: 'IOM', address: null },
    { acronym: 'UNODC', address: 'secretariat@example.org' },
  ])
  const named = {
    references: [ours.reference, theirs.reference] as [string, string],
    kind: 'different' as const,
    note: 'Ask jane.roe@example.org',
    idempotencyKey: randomUUID(),
  }
  await expect(unodc.overlaps.settle(named)).rejects.toThrow('coordination.personal_data')
})

test('the log is narrowed by agencies, country and state', async () => {
  const place = { places: [{ code: '204', percentage: null }] }
  const theirs = await shared(ilo, place)
  const ours = await shared(unodc, place)
  const found = await coordinator.overlaps.list({ agency: ['ilo', 'unodc'], place: '204' })
  expect(found.rows.map(({ activities }) => activities.map(({ reference }) => reference).toSorted())).toEqual([
    [ours.reference, theirs.reference].toSorted(),
  ])
  expect((await coordinator.overlaps.list({ agency: ['ilo', 'iom'], place: '204' })).total).toBe(0)
  expect((await coordinator.overlaps.list({ state: 'settled', place: '204' })).total).toBe(0)
})

test('the standing check on open pairs holds', async () => {
  const reports = await runChecks(world.contextOf({ kind: 'system', name: 'test' }))
  expect(reports.find(({ id }) => id === 'overlaps.open_pairs_are_live')).toMatchObject({ ok: true })
})
