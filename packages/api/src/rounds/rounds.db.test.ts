import { randomUUID } from 'node:crypto'
import { actAs } from '@concert/db/identity'
import { countReports } from '@concert/db/rounds'
import { aNewActivity } from '@concert/db/testing/activities'
import { sql } from '@concert/db/testing/sql'
import { draftOf } from '@concert/domain/activity'
import type { RoundAnswer } from '@concert/domain/round'
import { expect, test } from 'vitest'
import { aWorld } from '../../testing/world.ts'
import { inTransaction } from '../transaction.ts'
import { roundsChecks } from './checks.ts'

const world = await aWorld()
const { coordinator, focalPoint, contributor, db } = world
const iom = world.as('focal_point', 'iom')
const half = { fromOn: '2026-07-01', untilOn: '2026-12-31', deadline: '2027-01-31', note: { en: 'Be short' } }

async function aSharedActivity() {
  const { reference } = await focalPoint.activities.draft(aNewActivity())
  return focalPoint.activities.share({ reference })
}

const first = await aSharedActivity()
const second = await aSharedActivity()
const round = await coordinator.rounds.open(half)
const roundId = round.id

function anAnswer(over: Partial<RoundAnswer> = {}): RoundAnswer {
  return {
    idempotencyKey: randomUUID(),
    reference: first.reference,
    kind: 'unchanged',
    expectedVersion: 2,
    status: 'ongoing',
    startOn: '2026-10-01',
    endOn: '2026-12-31',
    note: '',
    typedAt: new Date().toISOString(),
    ...over,
  }
}

const answered = async (caller = focalPoint) => (await caller.rounds.show({})).own?.activities ?? []

test('has one round open at a time', async () => {
  await expect(coordinator.rounds.open(half)).rejects.toThrow('rounds.one_at_a_time')
})

test('lists what concerns the period and waits for an answer to each', async () => {
  expect((await answered()).map(({ reference, part, answer }) => [reference, part, answer])).toEqual([
    [first.reference, 'lead', null],
    [second.reference, 'lead', null],
  ])
  await expect(focalPoint.rounds.clear({ roundId, nothingToReport: false })).rejects.toThrow('rounds.unanswered')
})

test('keeps what a contributor proposes until the focal point clears it, and answers a key once', async () => {
  const ended = anAnswer({ kind: 'ended', status: 'completed', endOn: '2026-11-01', note: 'Ended early' })
  const unchanged = anAnswer({ reference: second.reference })
  const outcomes = await contributor.rounds.answer({ roundId, answers: [ended, unchanged] })
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['kept', 'kept'])
  expect(await contributor.rounds.answer({ roundId, answers: [ended, unchanged] })).toEqual(outcomes)
  expect((await focalPoint.activities.get({ reference: first.reference })).status).toBe('ongoing')

  await contributor.rounds.submit({ roundId, nothingToReport: false })
  await expect(contributor.rounds.clear({ roundId, nothingToReport: false })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  })
  expect(await focalPoint.rounds.clear({ roundId, nothingToReport: false })).toEqual({ isCleared: true, open: [] })
  const written = await focalPoint.activities.get({ reference: first.reference })
  expect([written.status, written.endOn, written.version]).toEqual(['completed', '2026-11-01', 3])
})

test('takes no answer into a cleared report before its focal point takes it up again', async () => {
  const answers = [anAnswer({ reference: second.reference })]
  expect(await contributor.rounds.answer({ roundId, answers })).toMatchObject([
    { outcome: 'refused', code: 'rounds.cleared_already' },
  ])
  await focalPoint.rounds.reopen({ roundId })
  expect(
    await focalPoint.rounds.answer({ roundId, answers: [anAnswer({ reference: second.reference })] }),
  ).toMatchObject([{ outcome: 'kept' }])
})

test('brings an answer together with another edit, and keeps nothing where both changed a field', async () => {
  const other = world.as('focal_point')
  const current = await other.activities.open({ reference: second.reference })
  await other.activities.save({
    reference: second.reference,
    expectedVersion: current.version,
    draft: { ...draftOf(current), endOn: '2027-03-31', lessons: 'A lesson' },
    reasons: [],
  })
  const met = anAnswer({ reference: second.reference, kind: 'update', endOn: '2027-01-15' })
  expect(await focalPoint.rounds.answer({ roundId, answers: [met] })).toMatchObject([
    { outcome: 'conflict', theirs: { endOn: '2027-03-31' }, theirVersion: 3 },
  ])
  const apart = anAnswer({ reference: second.reference, kind: 'update', startOn: '2026-10-15' })
  expect(await focalPoint.rounds.answer({ roundId, answers: [apart] })).toMatchObject([{ outcome: 'kept', version: 4 }])
  const again = anAnswer({ reference: second.reference, kind: 'update', startOn: '2026-10-20', endOn: '2027-03-31' })
  expect(await focalPoint.rounds.answer({ roundId, answers: [again] })).toMatchObject([{ outcome: 'kept', version: 5 }])
  const now = await focalPoint.activities.get({ reference: second.reference })
  expect([now.startOn, now.endOn, now.members?.lessons]).toEqual(['2026-10-20', '2027-03-31', 'A lesson'])
})

test('logs what was missing as a draft of the agency, once per key', async () => {
  const input = { roundId, ...aNewActivity({ title: [{ language: 'en', text: 'Example: new in the round' }] }) }
  const { reference } = await contributor.rounds.log(input)
  expect(await contributor.rounds.log(input)).toEqual({ reference })
  expect((await answered()).find((one) => one.reference === reference)?.answer?.kind).toBe('new')
})

test('says nothing to report for a whole agency, unless something was reported', async () => {
  await expect(focalPoint.rounds.clear({ roundId, nothingToReport: true })).rejects.toThrow('rounds.something_reported')
  expect((await iom.rounds.clear({ roundId, nothingToReport: true })).isCleared).toBe(true)
})

test('tells coordinators which agencies reported, the group how many, and the public nothing of it', async () => {
  const seen = await coordinator.rounds.show({})
  const standing = (slug: string) => seen.standings?.find(({ agency }) => agency.slug === slug)?.state
  expect([standing('iom'), standing('unodc'), standing('ilo')]).toEqual(['cleared', 'in_work', 'awaited'])
  const member = await iom.rounds.show({})
  expect(member.standings).toBeNull()
  expect(member.counts).toEqual(seen.counts)
  expect(member.counts.received).toBe(1)
  await expect(world.anyone.rounds.show({})).rejects.toThrow()

  const asVisitor = <Row>(query: ReturnType<typeof sql<Row>>) =>
    db.transaction().execute(async (trx) => {
      await actAs(trx, { kind: 'anonymous' })
      return (await query.execute(trx)).rows
    })
  for (const table of ['reporting_round', 'round_report', 'round_answer'])
    expect(await asVisitor(sql`select from ${sql.table(table)}`)).toEqual([])
  const counted = await db.transaction().execute(async (trx) => {
    await actAs(trx, { kind: 'anonymous' })
    return countReports(trx, roundId)
  })
  expect(counted).toEqual({ received: 0, awaited: 0 })
  const page = await world.anyone.agencies.get({ slug: 'iom' })
  expect(page.lastUpdated).toBe(world.clock.now.toISOString())
})

test('closes, and takes no answer afterwards', async () => {
  const found = await inTransaction(world.contextOf({ kind: 'system', name: 'test' }), (trx) =>
    Promise.all(roundsChecks.map((check) => check.run(trx, world.clock.now))),
  )
  expect(found).toEqual([{ ok: true, found: 0, detail: '' }])
  await coordinator.rounds.changeDeadline({ roundId, deadline: '2027-02-28' })
  const closed = await coordinator.rounds.close({ roundId })
  expect([closed.deadline, closed.closedAt]).toEqual(['2027-02-28', world.clock.now.toISOString()])
  expect(await focalPoint.rounds.answer({ roundId, answers: [anAnswer()] })).toMatchObject([
    { outcome: 'refused', code: 'rounds.closed' },
  ])
  expect((await coordinator.rounds.open({ ...half, note: {} })).closedAt).toBeNull()
})
