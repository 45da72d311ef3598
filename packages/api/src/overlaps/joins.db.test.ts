import { randomUUID } from 'node:crypto'
import { actAs } from '@concert/db/identity'
import { aNewActivity } from '@concert/db/testing/activities'
import { sql } from '@concert/db/testing/sql'
import { type Activity, type ActivityDraft, draftOf } from '@concert/domain/activity'
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

async function published(caller: Caller, over: Partial<ActivityDraft> = {}): Promise<Activity> {
  const { reference, version } = await shared(caller, over)
  const outcome = await caller.activities.publish({ reference, expectedVersion: version, reasons: [] })
  if (outcome.outcome !== 'saved') throw new Error(`not published: ${JSON.stringify(outcome)}`)
  return outcome.activity
}

const inPlace = (code: string) => ({ places: [{ code, percentage: null }] })
const whole = (caller: Caller, { reference }: Activity) => caller.activities.open({ reference })

const proposed = (caller: Caller, kept: Activity, joined: Activity, fromOther: (keyof ActivityDraft)[] = []) =>
  caller.overlaps.proposeJoin({
    kept: { reference: kept.reference, version: kept.version },
    joined: { reference: joined.reference, version: joined.version },
    fromOther,
    note: 'One programme of both agencies',
    idempotencyKey: randomUUID(),
  })
const agree = (caller: Caller, id: string) => caller.overlaps.agreeToJoin({ id, idempotencyKey: randomUUID() })
const end = (caller: Caller, id: string) =>
  caller.overlaps.endJoinProposal({ id, why: 'We work on other dates', idempotencyKey: randomUUID() })
const separate = (caller: Caller, id: string) =>
  caller.overlaps.separate({ id, why: 'The programme was split', idempotencyKey: randomUUID() })

async function joined(kept: Activity, other: Activity, fromOther: (keyof ActivityDraft)[] = []): Promise<string> {
  const { id } = await proposed(unodc, kept, other, fromOther)
  expect(await agree(iom, id)).toEqual({ isJoined: true })
  return id
}

const total = async (caller: Caller, place: string) => (await caller.activities.list({ place })).total
const byAgency = async (caller: Caller, place: string) => {
  const { counts } = await caller.activities.tallies({ place })
  return Object.fromEntries((counts?.byAgency ?? []).map(({ agency, count }) => [agency.slug, count]))
}
const wrongFigures = async () =>
  (await runChecks(world.contextOf({ kind: 'system', name: 'test' }))).filter(({ ok }) => !ok).map(({ id }) => id)

test('one side proposes, the other agrees, and one record of both agencies is left in every figure', async () => {
  const ours = await shared(unodc, {
    ...inPlace('120'),
    paragraphs: ['12'],
    toolsUsed: null,
    people: [trained(40)],
  })
  const theirs = await shared(iom, {
    ...inPlace('120'),
    paragraphs: ['13'],
    toolsUsed: 'A checklist',
    tags: ['demand'],
    people: [trained(25)],
  })
  const before = (await unodc.activities.tallies({})).counts
  expect(await total(coordinator, '120')).toBe(2)

  const { id } = await proposed(unodc, ours, theirs, ['toolsUsed'])
  expect(await total(coordinator, '120')).toBe(2)
  const [waiting] = (await iom.overlaps.inbox()).rows
  expect(waiting?.join).toMatchObject({ state: 'proposed', kept: ours.reference, byAgency: 'UNODC' })
  await agree(iom, id)

  const joint = await whole(iom, ours)
  expect(joint).toMatchObject({
    paragraphs: ['12', '13'],
    tags: ['demand'],
    toolsUsed: 'A checklist',
    people: [trained(40)],
    partnerAgencyIds: [theirs.leadAgencyId],
  })
  expect(await total(coordinator, '120')).toBe(1)
  expect(await byAgency(coordinator, '120')).toEqual({ unodc: 1, iom: 1 })
  const after = (await unodc.activities.tallies({})).counts
  expect(after?.total).toBe((before?.total ?? 0) - 1)
  expect((await unodc.activities.list({ place: '120', agency: ['iom'] })).rows.map((row) => row.reference)).toEqual([
    ours.reference,
  ])
  expect(await wrongFigures()).toEqual([])
})

test('the address of the other record leads to the joint one, and its history stays readable', async () => {
  const ours = await published(unodc, inPlace('140'))
  const theirs = await published(iom, inPlace('140'))
  await joined(ours, theirs)
  for (const caller of [anyone, ilo])
    expect((await caller.activities.get({ reference: theirs.reference })).reference).toBe(ours.reference)
  expect((await ilo.activities.get({ reference: ours.reference })).joinedHere).toMatchObject([
    { reference: theirs.reference },
  ])
  expect((await anyone.activities.get({ reference: ours.reference })).joinedHere).toEqual([])
  const history = await ilo.activities.history({ reference: theirs.reference })
  expect(history.map(({ change }) => change)).toEqual(['joined', 'published', 'shared', 'drafted'])
  expect(await total(anyone, '140')).toBe(1)
  await expect(whole(iom, theirs)).rejects.toThrow('activities.joined')
  await expect(
    iom.activities.save({ reference: theirs.reference, expectedVersion: 4, draft: draftOf(theirs), reasons: [] }),
  ).rejects.toThrow('activities.joined')
})

test('a joined record leaves the overlaps, and separating brings back exactly what was there', async () => {
  const place = { ...inPlace('148'), budget: { amountMinor: 5_000, currency: 'USD' } }
  const ours = await shared(unodc, place)
  const theirs = await shared(iom, { ...inPlace('148'), lessons: 'Start early' })
  const third = await shared(ilo, inPlace('148'))
  const openOf = async (one: Activity) =>
    (await coordinator.overlaps.ofActivity({ reference: one.reference }))
      .filter(({ state }) => state === 'open')
      .map(({ activities }) => activities.map(({ reference }) => reference).toSorted())
      .toSorted()
  const before = [await openOf(ours), await openOf(theirs), await openOf(third)]
  const id = await joined(ours, theirs, ['lessons'])
  expect(await openOf(third)).toEqual([[ours.reference, third.reference].toSorted()])
  expect((await ilo.overlaps.pair({ references: [ours.reference, theirs.reference] })).pair).toMatchObject({
    state: 'settled',
    join: { state: 'joined' },
    verdicts: [{ kind: 'join', byAgency: 'IOM' }],
  })

  const joint = await whole(unodc, ours)
  await unodc.activities.save({
    reference: ours.reference,
    expectedVersion: joint.version,
    draft: { ...draftOf(joint), toolsUsed: 'Typed in between' },
    reasons: [],
  })
  await expect(separate(ilo, id)).rejects.toThrow('overlaps.separate_not_yours')
  await expect(separate(coordinator, id)).rejects.toThrow('overlaps.separate_not_yours')
  await separate(iom, id)

  expect(draftOf(await whole(unodc, ours))).toEqual(draftOf(ours))
  expect(draftOf(await whole(iom, theirs))).toEqual(draftOf(theirs))
  expect([await openOf(ours), await openOf(theirs), await openOf(third)]).toEqual(before)
  const history = await unodc.activities.history({ reference: ours.reference })
  expect(history.map(({ change }) => change)).toEqual(['separated', 'saved', 'joined', 'shared', 'drafted'])
  expect(await total(coordinator, '148')).toBe(3)
  await expect(separate(iom, id)).rejects.toThrow('overlaps.not_joined')
  expect(await wrongFigures()).toEqual([])
})

test('nobody agrees for another agency, and a coordinator for none', async () => {
  const ours = await shared(unodc, inPlace('174'))
  const theirs = await shared(iom, inPlace('174'))
  await expect(proposed(ilo, ours, theirs)).rejects.toThrow('overlaps.join_not_yours')
  const { id } = await proposed(coordinator, ours, theirs)
  await expect(agree(coordinator, id)).rejects.toThrow('overlaps.agree_not_yours')
  await expect(agree(ilo, id)).rejects.toThrow('overlaps.agree_not_yours')
  expect(await agree(unodc, id)).toEqual({ isJoined: false })
  expect(await total(coordinator, '174')).toBe(2)
  const page = await iom.overlaps.pair({ references: [ours.reference, theirs.reference] })
  expect(page.may).toEqual({ propose: true, agree: true, end: 'decline', separate: false })
  expect(await agree(iom, id)).toEqual({ isJoined: true })
})

test('a proposal is declined by one side and withdrawn by the other, and a newer one takes its place', async () => {
  const ours = await shared(unodc, inPlace('178'))
  const theirs = await shared(iom, inPlace('178'))
  const first = await proposed(unodc, ours, theirs)
  const second = await proposed(iom, theirs, ours)
  await expect(agree(iom, first.id)).rejects.toThrow('overlaps.not_proposed')
  expect(await end(unodc, second.id)).toEqual({ state: 'declined' })
  const third = await proposed(unodc, ours, theirs)
  expect(await end(unodc, third.id)).toEqual({ state: 'withdrawn' })
  const page = await iom.overlaps.pair({ references: [ours.reference, theirs.reference] })
  expect(page.pair).toMatchObject({ state: 'open', join: null })
  expect(page.earlierJoins.map(({ state }) => state).toSorted()).toEqual(['declined', 'withdrawn'])
})

test('what was changed since it was shown is neither proposed nor agreed to', async () => {
  const ours = await shared(unodc, inPlace('180'))
  const theirs = await shared(iom, inPlace('180'))
  const { id } = await proposed(unodc, ours, theirs)
  const more = { ...draftOf(theirs), toolsUsed: 'A new checklist' }
  await iom.activities.save({ reference: theirs.reference, expectedVersion: theirs.version, draft: more, reasons: [] })
  await expect(agree(iom, id)).rejects.toThrow('overlaps.changed_since_proposal')
  await expect(proposed(unodc, ours, theirs)).rejects.toThrow('overlaps.changed_meanwhile')
  expect((await iom.overlaps.pair({ references: [ours.reference, theirs.reference] })).hasMoved).toBe(true)
})

test('drafts are not joined, and what is public is not hidden in what is not', async () => {
  const ours = await shared(unodc, inPlace('204'))
  const theirs = await published(iom, inPlace('204'))
  const draft = await unodc.activities.draft(aNewActivity({ ...facts, ...inPlace('204') }))
  await expect(proposed(unodc, draft, theirs)).rejects.toThrow('overlaps.no_pair')
  await expect(proposed(unodc, ours, theirs)).rejects.toThrow('overlaps.join_hides_public')
  await joined(theirs, ours)
})

test('a later join is taken apart before an earlier one', async () => {
  const ours = await shared(unodc, inPlace('262'))
  const theirs = await shared(iom, inPlace('262'))
  const others = await shared(ilo, inPlace('262'))
  const first = await joined(ours, theirs)
  world.clock.now = new Date('2026-11-24T10:00:00Z')
  const second = await proposed(unodc, await whole(unodc, ours), others)
  await agree(ilo, second.id)
  await expect(separate(unodc, first)).rejects.toThrow('overlaps.separate_later_first')
  await separate(ilo, second.id)
  await separate(unodc, first)
  expect(draftOf(await whole(unodc, ours))).toEqual(draftOf(ours))
  expect(await total(coordinator, '262')).toBe(3)
})

test('the database lets no person move a joined record, nor read what it said before', async () => {
  const ours = await shared(unodc, inPlace('231'))
  const theirs = await shared(iom, inPlace('231'))
  await joined(ours, theirs)
  const { leadAgencyId: agencyId } = theirs
  await world.db.transaction().execute(async (trx) => {
    await actAs(trx, { kind: 'person', userId: randomUUID(), name: 'A', agencyId, roles: ['focal_point'] })
    const moved = await sql`update activity set relevance = 'own' where reference = ${theirs.reference}`.execute(trx)
    expect(moved.numAffectedRows).toBe(0n)
    expect((await sql`select from activity_join_before`.execute(trx)).rows).toEqual([])
  })
})

test('a visitor learns nothing of a joined record that was never public', async () => {
  const ours = await shared(unodc, inPlace('232'))
  const theirs = await shared(iom, inPlace('232'))
  await joined(ours, theirs)
  await expect(anyone.activities.get({ reference: theirs.reference })).rejects.toThrow()
})

function trained(count: number) {
  return { kind: 'trained' as const, sex: null, ageGroup: null, form: null, audience: null, count }
}
