import { randomUUID } from 'node:crypto'
import { sql } from '@concert/db/testing/sql'
import type { PledgeAnnouncement } from '@concert/domain/pledge'
import type { PledgeOutcome } from '@concert/domain/pledge-outcome'
import { expect, test } from 'vitest'
import { aFund, anAnnouncement } from '../../testing/fund.ts'
import { aWorld } from '../../testing/world.ts'

const world = await aWorld()
const { fundManager, anyone } = world
const { donorId } = await aFund(world)
const locale = 'en' as const
const refusal = (code: string) => ({ cause: { code } })

const earmarking = { earmarking: 'unearmarked', earmarkingNote: null } as const
const common = { donorId, announcedOn: '2026-09-01', meetingId: null, ...earmarking }

function announce(kind: 'in_kind' | 'policy') {
  const described = { ...common, description: 'Ten laptops', idempotencyKey: randomUUID() }
  const pledge: PledgeAnnouncement =
    kind === 'policy' ? { ...described, kind } : { ...described, kind, valuation: null, valuedBy: null }
  return fundManager.pledges.announce(pledge)
}

const record = (pledgeId: string, outcome: PledgeOutcome, on = '2026-10-15', note = 'Handed over') =>
  fundManager.pledges.recordOutcome({ pledgeId, outcome, on, note, idempotencyKey: randomUUID() })

const lifeOf = async (reference: string) => (await fundManager.pledges.story({ reference, locale })).life

test('a delivery in kind is a step that anyone sees, its note only fund managers', async () => {
  const { id, reference } = await announce('in_kind')
  await record(id, 'delivered_in_part', '2026-10-01', 'Four of ten')
  expect(await lifeOf(reference)).toBe('part_received')
  await record(id, 'delivered', '2026-10-15', 'The other six')
  expect(await lifeOf(reference)).toBe('received')

  const told = await anyone.pledges.get({ reference, locale })
  expect(told).toMatchObject({
    delivered: { on: '2026-10-15', inPart: false },
    steps: [
      { kind: 'announced', on: '2026-09-01' },
      { kind: 'received', on: '2026-10-15', amount: null },
    ],
  })
  expect(JSON.stringify(told)).not.toContain('other six')
  const { outcomes } = await fundManager.pledges.story({ reference, locale })
  expect(outcomes).toMatchObject([
    { outcome: 'delivered_in_part', on: '2026-10-01', note: 'Four of ten', recordedBy: 'A fund_manager' },
    { outcome: 'delivered', on: '2026-10-15', note: 'The other six' },
  ])
})

test('a withdrawal is for fund managers only, and what was delivered before it stays public', async () => {
  const taken = await announce('policy')
  await record(taken.id, 'withdrawn', '2026-10-15', 'Another government')
  expect(await lifeOf(taken.reference)).toBe('withdrawn')
  expect(await anyone.pledges.get({ reference: taken.reference, locale })).toMatchObject({
    delivered: null,
    steps: [{ kind: 'announced' }],
  })
  const part = await announce('in_kind')
  await record(part.id, 'delivered_in_part_only')
  expect(await lifeOf(part.reference)).toBe('closed_partly_fulfilled')
  expect(await anyone.pledges.get({ reference: part.reference, locale })).toMatchObject({
    delivered: { on: '2026-10-15', inPart: true },
  })
})

test('a record by mistake is followed by another one: the latest stands, in the list and its filter too', async () => {
  const { id, reference } = await announce('policy')
  const found = async (life: 'announced' | 'received') =>
    (await fundManager.pledges.rows({ locale, life, text: reference })).rows.map((row) => [row.reference, row.life])
  await record(id, 'delivered')
  expect(await found('received')).toEqual([[reference, 'received']])
  await record(id, 'open', '2026-10-16', 'Meant for another pledge')
  expect(await found('received')).toEqual([])
  expect(await found('announced')).toEqual([[reference, 'announced']])
  expect((await anyone.pledges.get({ reference, locale })).delivered).toBeNull()
})

test('refuses money, a day before the announcement and one still to come', async () => {
  const money = await fundManager.pledges.announce(anAnnouncement({ donorId }))
  await expect(record(money.id, 'delivered')).rejects.toMatchObject(refusal('pledges.outcome_of_money'))
  const { id, reference } = await announce('in_kind')
  await expect(record(id, 'delivered', '2026-08-31')).rejects.toMatchObject(refusal('pledges.before_announced'))
  await expect(record(id, 'delivered', '2026-11-25')).rejects.toMatchObject(refusal('pledges.outcome_in_future'))
  expect(await lifeOf(reference)).toBe('announced')
})

test('the same key records once, and no record is ever changed', async () => {
  const { id, reference } = await announce('in_kind')
  const on = '2026-10-15'
  const once = { pledgeId: id, outcome: 'delivered' as const, on, note: 'Done', idempotencyKey: randomUUID() }
  await Promise.all([fundManager.pledges.recordOutcome(once), fundManager.pledges.recordOutcome(once)])
  expect((await fundManager.pledges.story({ reference, locale })).outcomes).toHaveLength(1)
  await expect(sql`update pledge_outcome set note = 'x'`.execute(world.db)).rejects.toThrow(/append|change/i)
})
