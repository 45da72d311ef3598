import { actAs } from '@concert/db/identity'
import { expect, test } from 'vitest'
import { aWorld } from '../../testing/world.ts'

const world = await aWorld()

async function anActivity(values: { paragraphs: string[]; visibility: 'group' | 'public' }): Promise<string> {
  const lead = await world.db.selectFrom('agency').select('id').where('slug', '=', 'unodc').executeTakeFirstOrThrow()
  const row = await world.db
    .insertInto('activity')
    .values({
      lead_agency_id: lead.id,
      title: JSON.stringify([{ language: 'en', text: 'Training of prosecutors' }]),
      kind: 'CAPB',
      pillars: ['PROS'],
      start_on: '2026-01-01',
      ...values,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

async function answers(number: string): Promise<number | undefined> {
  const { commitments } = await world.anyone.commitments.list()
  return commitments.find((each) => each.number === number)?.activities
}

test('the paragraphs stand in the order of the declaration, 11 before its parts', async () => {
  const { commitments } = await world.anyone.commitments.list()
  const numbers = commitments.map((each) => each.number)
  expect(numbers.slice(9, 14)).toEqual(['10', '11', '11(a)', '11(b)', '12'])
  expect(numbers).toHaveLength(28)
})

test('a paragraph that speaks to States alone has no status to give', async () => {
  const { commitments } = await world.anyone.commitments.list()
  expect(commitments.find((each) => each.number === '8')?.statuses).toEqual([])
  expect(commitments.find((each) => each.number === '25')?.statuses).toEqual([
    { addressee: 'secretary_general', status: 'no_update_recorded', since: null },
  ])
})

test('only public activities count as answers, and the count follows them', async () => {
  const id = await anActivity({ paragraphs: ['9', '10'], visibility: 'public' })
  await anActivity({ paragraphs: ['9'], visibility: 'group' })
  expect([await answers('9'), await answers('10')]).toEqual([1, 1])
  await world.db
    .updateTable('activity')
    .set({ paragraphs: ['9', '22'] })
    .where('id', '=', id)
    .execute()
  expect([await answers('9'), await answers('10'), await answers('22')]).toEqual([1, 0, 1])
  await world.db.deleteFrom('activity').where('id', '=', id).execute()
  expect([await answers('9'), await answers('22')]).toEqual([0, 0])
})

test('a coordinator sets the status of what the United Nations is asked', async () => {
  const change = {
    instrument: 'declaration-2017',
    number: '12',
    addressee: 'secretary_general',
    status: 'under_way',
  } as const
  await world.coordinator.commitments.setStatus(change)
  const { commitments } = await world.anyone.commitments.list()
  expect(commitments.find((each) => each.number === '12')?.statuses[0]).toMatchObject({
    addressee: 'secretary_general',
    status: 'under_way',
  })
})

test('refuses a status where States are addressed, in the use case and in the database', async () => {
  const change = { instrument: 'declaration-2017', number: '8', addressee: 'unodc', status: 'done' } as const
  await expect(world.coordinator.commitments.setStatus(change)).rejects.toMatchObject({
    cause: { code: 'commitments.no_status_here' },
  })
  const direct = world.db
    .insertInto('commitment_status')
    .values({ instrument_slug: 'declaration-2017', number: '8', addressee: 'unodc', status: 'done', changed_by: null })
    .execute()
  await expect(direct).rejects.toThrow(/asks nothing/)
})

test('an unverified resolution is for coordinators until one confirms it', async () => {
  const symbols = async (who: 'anyone' | 'coordinator') =>
    (await world[who].commitments.list()).resolutions.map((resolution) => resolution.symbol)
  expect(await symbols('anyone')).not.toContain('A/RES/72/195')
  expect(await symbols('coordinator')).toContain('A/RES/72/195')
  await world.coordinator.commitments.confirmResolution({ symbol: 'A/RES/72/195' })
  expect(await symbols('anyone')).toContain('A/RES/72/195')
})

test('no one but a coordinator writes a status past the policies', async () => {
  const writing = world.db.transaction().execute(async (trx) => {
    await actAs(trx, {
      kind: 'person',
      userId: crypto.randomUUID(),
      name: 'x',
      agencyId: null,
      roles: ['administrator'],
    })
    await trx
      .insertInto('commitment_status')
      .values({
        instrument_slug: 'declaration-2017',
        number: '13',
        addressee: 'icat',
        status: 'done',
        changed_by: null,
      })
      .execute()
  })
  await expect(writing).rejects.toThrow(/row-level security/)
})
