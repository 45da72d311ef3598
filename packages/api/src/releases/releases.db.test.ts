import { randomUUID } from 'node:crypto'
import { aNewActivity } from '@concert/db/testing/activities'
import { sql } from '@concert/db/testing/sql'
import type { PeopleCount } from '@concert/domain/activity'
import { describe, expect, test } from 'vitest'
import { aWorld } from '../../testing/world.ts'
import { runChecks } from '../checks/run-checks.ts'

const world = await aWorld()
const { coordinator, anyone, focalPoint } = world
const iom = world.as('focal_point', 'iom')

const count = (split: Partial<PeopleCount>): PeopleCount => ({
  kind: 'assisted',
  sex: null,
  ageGroup: null,
  form: null,
  audience: null,
  count: 0,
  ...split,
})

async function publicWith(people: PeopleCount[]): Promise<string> {
  const { reference, version } = await iom.activities.draft(aNewActivity({ people }))
  const outcome = await iom.activities.publish({ reference, expectedVersion: version, reasons: [] })
  if (outcome.outcome === 'stopped') {
    const reasons = outcome.findings.map(({ code, field }) => ({ code, field, reason: 'an example' }))
    expect(await iom.activities.publish({ reference, expectedVersion: version, reasons })).toMatchObject({
      outcome: 'saved',
    })
  }
  return reference
}

async function release(): Promise<number> {
  const { number, hash } = await coordinator.releases.preview()
  return (await coordinator.releases.make({ number, hash, idempotencyKey: randomUUID() })).number
}

const assisted = async () => (await anyone.figures.show({ id: 'people.assisted' })).value

describe('people assisted', () => {
  test('are exact for their agencies, and for nobody else outside a release', async () => {
    const reference = await publicWith([
      count({ count: 60 }),
      count({ count: 4, form: 'BEGGING' }),
      count({ kind: 'trained', count: 30 }),
    ])
    const ours = await iom.activities.get({ reference })
    expect(ours.members?.people.map((row) => row.count).toSorted()).toEqual([30, 4, 60])
    for (const caller of [focalPoint, coordinator, world.fundManager, world.administrator]) {
      const view = await caller.activities.get({ reference })
      expect(view.members?.people.map((row) => row.kind)).toEqual(['trained'])
      expect(view.seesAssisted).toBe(false)
      const history = await caller.activities.history({ reference })
      expect(history.flatMap(({ draft }) => draft.people).map((row) => row.kind)).not.toContain('assisted')
    }
    expect((await anyone.activities.get({ reference })).members).toBeNull()
    const preview = await coordinator.releases.preview()
    expect(preview.content.assisted.form.cells).toEqual({ BEGGING: null, not_specified: null })
    expect(preview.reasons.form.cells).toEqual({ BEGGING: 'small', not_specified: 'complementary' })
  })

  test('change in public at a release only, and never by less than 11', async () => {
    expect(await anyone.releases.current()).toBeNull()
    expect(await assisted()).toBe(0)
    expect(await release()).toBe(1)
    expect(await assisted()).toBe(60)
    await publicWith([count({ count: 5 })])
    expect(await release()).toBe(2)
    expect(await assisted()).toBe(60)
    await expect(release()).rejects.toThrow('releases.nothing_new')
    await publicWith([count({ count: 20 })])
    expect(await assisted()).toBe(60)
    expect(await release()).toBe(3)
    expect(await assisted()).toBe(85)
  })

  test('are not released unseen: what changed since the preview is looked at first', async () => {
    const { number, hash } = await coordinator.releases.preview()
    await publicWith([count({ kind: 'trained', count: 12 })])
    const making = { number, hash, idempotencyKey: randomUUID() }
    await expect(coordinator.releases.make(making)).rejects.toThrow('releases.changed_meanwhile')
  })

  test('of a release that was taken off are told no more, its number stays, and the one before it stands', async () => {
    await coordinator.releases.withdraw({ number: 3, reason: 'A count was wrong', idempotencyKey: randomUUID() })
    expect(await assisted()).toBe(60)
    expect(await anyone.releases.list()).toMatchObject([
      { number: 3, content: null, withdrawn: { reason: 'A count was wrong' } },
      { number: 2, withdrawn: null },
      { number: 1, withdrawn: null },
    ])
    await expect(
      coordinator.releases.withdraw({ number: 3, reason: 'Once more', idempotencyKey: randomUUID() }),
    ).rejects.toThrow('releases.already_withdrawn')
    expect(await release()).toBe(4)
  })

  test('stay as they were released: the database takes no change and no gap', async () => {
    await expect(
      sql`update people_release set hash = repeat('0', 64) where number = 1`.execute(world.db),
    ).rejects.toThrow('append-only')
    await expect(
      sql`insert into people_release (number, released_at, hash) values (9, now(), repeat('0', 64))`.execute(world.db),
    ).rejects.toThrow('without gaps')
  })

  test('pass the standing checks, which find a release that was tampered with', async () => {
    const outcomeOf = async () =>
      (await runChecks(world.contextOf({ kind: 'anonymous' })))
        .filter(({ id }) => id.startsWith('releases.'))
        .map(({ id, ok }) => [id, ok])
    expect(await outcomeOf()).toEqual([
      ['releases.told_from_input', true],
      ['releases.pools_from_members', true],
      ['releases.nothing_small', true],
    ])
    await sql`
      update people_release_content set content = jsonb_set(content, '{assisted,form,cells,BEGGING}', '4')
      where number = 4`.execute(world.db)
    expect(await outcomeOf()).toEqual([
      ['releases.told_from_input', false],
      ['releases.pools_from_members', true],
      ['releases.nothing_small', false],
    ])
  })
})
