import { randomUUID } from 'node:crypto'
import { sql } from '@concert/db/testing/sql'
import { expect, test } from 'vitest'
import { usd } from '../../testing/fund.ts'
import { aCall, someGrants } from '../../testing/grants.ts'
import { aWorld } from '../../testing/world.ts'
import { inTransaction } from '../transaction.ts'

const world = await aWorld()
const { fundManager, anyone, coordinator } = world
const fund = await someGrants(world)
const locale = 'en' as const
const key = () => ({ idempotencyKey: randomUUID() })
const overview = () => anyone.grants.overview({ locale })
const list = () => anyone.grants.list({ locale })
const show = (id: string) => anyone.figures.show({ id })
async function release(): Promise<number> {
  const { number, hash } = await coordinator.releases.preview()
  return (await coordinator.releases.make({ number, hash, ...key() })).number
}

const whole = await fund.anAward({ amount: usd(1_000), title: 'Told whole' })
const hidden = await Promise.all(
  [0, 1, 2].map((n) =>
    fund.anAward({ amount: usd(100), title: `Secret title ${n}`, visibility: 'withheld', doNoHarmNote: 'Armed group' }),
  ),
)
const regional = await Promise.all(
  [0, 1, 2].map((n) => fund.anAward({ amount: usd(10), title: `Regional ${n}`, visibility: 'region_only' })),
)
await fund.anApprovedGrant({ title: 'Not awarded yet' })

test('before the first release nothing is told of money that is not told one by one', async () => {
  expect(await overview()).toMatchObject({ grants: 4, awardedUsd: 1_000, withheld: 0, pooledUsd: 0, pools: [] })
  expect((await coordinator.releases.preview()).content.grants?.pools).toHaveLength(2)
  expect(JSON.stringify(await coordinator.releases.preview())).not.toContain(hidden[0]?.id)
  expect(await release()).toBe(1)
})

test('anyone sees public grants whole, others by their region or in their pool, and nothing that is not awarded', async () => {
  const rows = await list()
  expect(rows).toHaveLength(4)
  expect(rows.find((row) => row.visibility === 'public')).toMatchObject({
    id: whole.reference,
    call: 'Seventh cycle',
    grantee: { name: 'Shelter Association', kind: 'non_governmental' },
    placeCode: '404',
    title: 'Told whole',
    awarded: usd(1_000),
    disbursedUsd: 0,
  })
  expect(rows.filter((row) => row.visibility === 'region_only')).toEqual(
    regional.map(() =>
      expect.objectContaining({ placeCode: '202', title: null, grantee: null, awarded: null, awardedUsd: null }),
    ),
  )
  expect(await overview()).toMatchObject({
    grants: 7,
    awardedUsd: 1_330,
    withheld: 3,
    pooledUsd: 330,
    calls: [{ title: { en: 'Seventh cycle' }, received: 120, grants: 4, awardedUsd: 1_000 }],
    bySubregion: [{ key: '202', name: 'Sub-Saharan Africa', grants: 4 }],
    pools: [
      { first: 'Seventh cycle', withheld: 0, awardedUsd: 30 },
      { first: 'Seventh cycle', withheld: 3, awardedUsd: 300 },
    ],
  })
  expect((await anyone.grants.list({ locale: 'fr' })).find((row) => row.grantee)?.grantee?.name).toBe(
    'Association du refuge',
  )
})

test('nothing public holds a secret: no title, reference, id, note or country of a hidden grant', async () => {
  const told = JSON.stringify([
    await list(),
    await overview(),
    await Promise.all(['grants.awarded', 'grants.disbursed', 'grants.count'].map(show)),
  ])
  for (const { reference, id } of [...hidden, ...regional]) {
    expect(told).not.toContain(reference)
    expect(told).not.toContain(id)
  }
  for (const secret of ['Secret title', 'Regional', 'Armed group', 'Not awarded']) expect(told).not.toContain(secret)
  expect(told.split('"404"')).toHaveLength(2)
})

test('the figures are the same numbers, and their proofs list public grants and count the rest', async () => {
  const sample = (value: number) => [{ label: whole.reference, value, link: '/fund/grants' }]
  const leftOut = [
    { reason: 'region_only_grant', rows: 3 },
    { reason: 'withheld_grant', rows: 3 },
  ]
  expect(await show('grants.awarded')).toMatchObject({
    value: 1_330,
    proof: { rowsIn: 7, sample: sample(1_000), leftOut },
  })
  expect(await show('grants.count')).toMatchObject({ value: 7, proof: { sample: sample(1), leftOut } })
})

test('row-level security alone keeps grants, grantees, reports, reserves and balances from everyone else', async () => {
  for (const actor of [{ kind: 'anonymous' as const }, actorOf('coordinator'), actorOf('focal_point')]) {
    await inTransaction(world.contextOf(actor), async (trx) => {
      for (const table of [
        'fund_grant',
        'grantee',
        'grantee_name',
        'grant_balance',
        'grant_instalment',
        'grant_report',
        'grant_people',
        'fund_reserve',
        'grant_pool_member',
      ]) {
        const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(trx)
        expect([table, rows[0]?.n]).toEqual([table, 0])
      }
      const published = await sql<{ n: number }>`select count(*) as n from public_grant`.execute(trx)
      expect(published.rows[0]?.n).toBe(4)
      await expect(sql`delete from public_grant`.execute(trx)).resolves.toMatchObject({ numAffectedRows: 0n })
    })
    await expect(
      inTransaction(world.contextOf(actor), (trx) =>
        sql`insert into public_grant select 'X', 'region_only', id, null, null, '202', '{}' from grant_call limit 1`.execute(
          trx,
        ),
      ),
    ).rejects.toThrow('row-level security')
  }
})

test('what is told changes with the grant: disbursed, hidden, cut away, reversed', async () => {
  const paid = { grantId: whole.id, bankAccountId: fund.dollars, on: '2026-10-12', amount: usd(400), left: null }
  await fundManager.grants.disburse({ ...paid, document: 'D', ...key() })
  const told = async () => (await list()).find((row) => row.id === whole.reference)
  expect(await told()).toMatchObject({ awardedUsd: 1_000, disbursedUsd: 400 })
  const { entries } = await fundManager.grants.story({ reference: whole.reference, locale })
  const reversal = { number: entries.at(-1)?.number ?? 0, on: '2026-11-20', reason: 'Bounced', ...key() }
  const { id } = await fundManager.journal.reverse(reversal)
  await world.as('fund_manager').signatures.confirm({ id, ...key() })
  expect(await told()).toMatchObject({ disbursedUsd: 0 })
  await fundManager.grants.setVisibility({
    grantId: whole.id,
    visibility: 'withheld',
    doNoHarmNote: 'Threats',
    ...key(),
  })
  expect(await told()).toBeUndefined()
  expect((await overview()).withheld).toBe(3)
  await fundManager.grants.setVisibility({ grantId: whole.id, visibility: 'public', doNoHarmNote: null, ...key() })
  await fundManager.grants.cut({ grantId: whole.id, on: '2026-11-21', amount: usd(1_000), reason: 'Ended', ...key() })
  expect(await told()).toBeUndefined()
  expect((await overview()).grants).toBe(6)
})

test('between releases no public number says that a hidden grant was awarded, paid, cut or moved', async () => {
  const told = async () => {
    const { asOf: _, ...totals } = await overview()
    const statement = await anyone.statement.year({ year: 2026 })
    return { totals, list: await list(), fund: statement.fund, awarded: (await show('grants.awarded')).value }
  }
  const before = await told()
  const award = { amount: usd(77), title: 'One more secret', visibility: 'withheld', doNoHarmNote: 'Threats' } as const
  const { id: grantId } = await fund.anAward(award)
  const paid = { grantId, bankAccountId: fund.dollars, on: '2026-10-12', amount: usd(70), left: null }
  await fundManager.grants.disburse({ ...paid, document: 'D2', ...key() })
  await fundManager.grants.cut({ grantId, on: '2026-11-21', amount: usd(7), reason: 'Less', ...key() })
  const region = { grantId: hidden[0]?.id ?? '', visibility: 'region_only' as const, doNoHarmNote: null }
  await fundManager.grants.setVisibility({ ...region, ...key() })
  expect(await told()).toEqual(before)
  await fundManager.grants.setVisibility({ ...region, visibility: 'withheld', doNoHarmNote: 'Threats', ...key() })
  expect((await coordinator.releases.preview()).grantsWait).toBe(true)
  await expect(release()).rejects.toThrow('releases.nothing_new')
  for (const n of [1, 2]) await fund.anAward({ ...award, title: `And ${n} more` })
  expect(await told()).toEqual(before)
  expect(await release()).toBe(2)
  expect((await overview()).pools).toMatchObject([{ withheld: 0 }, { withheld: 3 }, { withheld: 3, awardedUsd: 224 }])
  await coordinator.releases.withdraw({ number: 2, reason: 'Too early', ...key() })
  expect(await told()).toEqual(before)
})

test('a grant is not told whole while its amount would give the two others away', async () => {
  const setting = { grantId: hidden[0]?.id ?? '', visibility: 'public' as const, doNoHarmNote: null, ...key() }
  await expect(fundManager.grants.setVisibility(setting)).rejects.toMatchObject({
    cause: expect.objectContaining({ code: 'grants.gives_others_away', field: 'visibility' }),
  })
})

test('people counts reach nobody but fund managers', async () => {
  const grantId = hidden[0]?.id ?? ''
  const report = { grantId, kind: 'narrative' as const, dueOn: '2026-11-01', receivedOn: '2026-11-02', accepted: true }
  const people = [{ sex: 'female' as const, ageGroup: 'child' as const, form: 'MARRIAGE' as const, people: 777 }]
  await fundManager.grants.recordReport({ ...report, assisted: 777, people, ...key() })
  // As a number of its own: a random key may hold these digits.
  expect(JSON.stringify([await overview(), await list(), await anyone.figures.list()])).not.toMatch(/[:[,]777[,\]}]/)
  await expect(coordinator.grants.story({ reference: hidden[0]?.reference ?? '', locale })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  })
})

test('a call that no source confirms is for fund managers until one confirms it, and takes no grant before', async () => {
  const { id } = await fundManager.grants.openCall(aCall({ title: { en: 'Rumoured call' } }))
  await sql`
    insert into grant_call (cycle, title, year, source, basis)
    values ('9', '{"en": "Unsure call"}', 2025, 'A repost', 'unverified')`.execute(world.db)
  const titles = async () => (await overview()).calls.map(({ title }) => title.en)
  expect(await titles()).not.toContain('Unsure call')
  const unsure = (await fundManager.grants.calls()).find(({ title }) => title.en === 'Unsure call')
  const callId = unsure?.id ?? id
  await expect(fund.anApprovedGrant({ callId })).rejects.toMatchObject({
    cause: expect.objectContaining({ code: 'grants.call_unconfirmed', field: 'callId' }),
  })
  await fundManager.grants.confirmCall({ callId, ...key() })
  expect(await titles()).toContain('Unsure call')
  await fundManager.grants.changeCall({
    callId: id,
    ...withoutKey(aCall({ title: { en: 'Sure' }, eligible: 90 })),
    ...key(),
  })
  expect((await overview()).calls.find((call) => call.id === id)).toMatchObject({ title: { en: 'Sure' }, eligible: 90 })
})

function withoutKey({ idempotencyKey: _, ...call }: ReturnType<typeof aCall>) {
  return call
}

function actorOf(role: 'coordinator' | 'focal_point') {
  return { kind: 'person' as const, userId: randomUUID(), name: role, agencyId: null, roles: [role] }
}
