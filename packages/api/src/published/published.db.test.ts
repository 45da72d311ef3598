import { actAs } from '@concert/db/identity'
import { expect, test } from 'vitest'
import { aWorld } from '../../testing/world.ts'

const world = await aWorld()

async function idOf(key: string): Promise<string> {
  const row = await world.db
    .selectFrom('published_figure')
    .select('id')
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  return row.id
}

test('nothing published is public before a fund manager clears it', async () => {
  expect(await world.anyone.published.list()).toEqual([])
  expect(await world.coordinator.published.list()).toEqual([])
})

test('a fund manager sees every row with its note, contradictions side by side', async () => {
  const rows = await world.fundManager.published.list()
  expect(rows.length).toBeGreaterThan(50)
  expect(
    rows.filter((row) => row.subject.en === 'Contributions since the beginning').map((row) => row.valueText),
  ).toEqual(['>7000000', '7000000'])
  expect(rows.find((row) => row.subject.en === 'Italy')?.note).toContain('currency not stated')
})

test('a cleared row is public without its note, and can be taken back', async () => {
  const id = await idOf('donors-2019-bel')
  await world.fundManager.published.clear({ id })

  const [row] = await world.anyone.published.list()
  expect(row).toMatchObject({ id, amount: { amountMinor: 200_000_000, currency: 'EUR' }, note: null })

  await world.fundManager.published.unclear({ id })
  expect(await world.anyone.published.list()).toEqual([])
  const actions = await world.db
    .selectFrom('audit_row')
    .select('action')
    .where('subject_id', '=', id)
    .orderBy('id')
    .execute()
  expect(actions.map((each) => each.action)).toEqual(['published_figure.cleared', 'published_figure.uncleared'])
})

test('clearing twice, or taking back what is not cleared, is refused', async () => {
  const id = await idOf('donors-2017-ita')
  await world.fundManager.published.clear({ id })
  await expect(world.fundManager.published.clear({ id })).rejects.toMatchObject({
    cause: { code: 'published.cleared_already' },
  })
  await world.fundManager.published.unclear({ id })
  await expect(world.fundManager.published.unclear({ id })).rejects.toMatchObject({
    cause: { code: 'published.not_cleared' },
  })
})

test('the database alone lets no note and no uncleared row out', async () => {
  const id = await idOf('donors-2019-bel')
  await world.fundManager.published.clear({ id })
  const seen = await world.db.transaction().execute(async (trx) => {
    await actAs(trx, {
      kind: 'person',
      userId: id,
      name: 'x',
      agencyId: null,
      roles: ['coordinator', 'administrator', 'focal_point'],
    })
    return {
      notes: await trx.selectFrom('published_figure_note').selectAll().execute(),
      figures: await trx.selectFrom('published_figure').select('key').execute(),
      changed: (await trx.updateTable('published_figure').set({ cleared_at: null }).executeTakeFirst()).numUpdatedRows,
    }
  })
  expect(seen).toEqual({ notes: [], figures: [{ key: 'donors-2019-bel' }], changed: 0n })
})
