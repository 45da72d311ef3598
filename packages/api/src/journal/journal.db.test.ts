import { randomUUID } from 'node:crypto'
import { connect } from '@concert/db/client'
import { actAs } from '@concert/db/identity'
import { postEntry } from '@concert/db/journal'
import { aConfirmedSignature } from '@concert/db/testing/signatures'
import { sql } from '@concert/db/testing/sql'
import { DomainError } from '@concert/domain/errors'
import { entry, type Line, line } from '@concert/domain/journal/entry'
import { afterAll, expect, test } from 'vitest'
import { aFund, allOf, anAnnouncement, aPayment, usd } from '../../testing/fund.ts'
import { aWorld } from '../../testing/world.ts'
import { inTransaction } from '../transaction.ts'

const world = await aWorld()
const { fundManager, db } = world
const { donorId, dollars } = await aFund(world)
const locale = 'en' as const
const system = world.contextOf({ kind: 'system', name: 'test' })
const booking = { actorId: null, actorName: 'test', idempotencyKey: null }

const announce = (over: Partial<Parameters<typeof anAnnouncement>[0]> = {}) =>
  fundManager.pledges.announce(anAnnouncement({ donorId, ...over }))
const entries = async () => (await fundManager.journal.entries({})).rows

function promise(pledgeId: string, minor: number, counter = -minor): Line[] {
  return [
    line('announced', { amount: usd(minor), usdMinor: minor }, { pledgeId, donorId }),
    line('promises', { amount: usd(counter), usdMinor: counter }, { pledgeId, donorId }),
  ]
}
const anEntry = (pledgeId: string, valueDate = '2026-10-01') =>
  entry('announcement_changed', valueDate, promise(pledgeId, 1))

test('the database itself refuses an entry that does not balance, or has no lines', async () => {
  const { id } = await announce()
  const before = await entries()
  const post = (lines: Line[]) => inTransaction(system, (trx) => postEntry(trx, booking, { ...anEntry(id), lines }))
  await expect(post(promise(id, 5, -4))).rejects.toThrow('does not balance')
  await expect(post([])).rejects.toThrow('has no lines')
  const inTwoCurrencies = promise(id, 5).map((one, index) =>
    index === 0 ? one : { ...one, amount: { ...one.amount, currency: 'EUR' } },
  )
  await expect(post(inTwoCurrencies)).rejects.toThrow('not in the currency')
  const tooLarge = promise(id, 5).map((one) => ({ ...one, usdMinor: one.usdMinor * 10 ** 15 }))
  await expect(post(tooLarge)).rejects.toThrow('check constraint')
  expect(await entries()).toEqual(before)
})

test('what is booked is for ever', async () => {
  await announce()
  for (const statement of [
    sql`update journal_entry set reason = 'other'`,
    sql`delete from journal_entry`,
    sql`truncate journal_entry cascade`,
    sql`update journal_line set amount_minor = 1`,
    sql`delete from journal_line`,
    sql`truncate journal_line`,
  ]) {
    await expect(statement.execute(db)).rejects.toThrow('append-only')
    await expect(inTransaction(system, (trx) => statement.execute(trx))).rejects.toThrow('permission denied')
  }
})

test('no line joins an entry that was booked before, unless the entry still balances', async () => {
  await announce()
  const [last] = await entries()
  const late = sql`
    insert into journal_line (entry_number, position, account, amount_minor, currency, usd_minor)
    values (${last?.number}, 9, 'interest', 5, 'USD', 5)`
  await expect(inTransaction(system, (trx) => late.execute(trx))).rejects.toThrow('does not balance')
})

test('fifty who post at once leave no gap', async () => {
  const { id } = await announce()
  const [last] = await entries()
  const numbers = await Promise.all(
    Array.from({ length: 50 }, () => inTransaction(system, (trx) => postEntry(trx, booking, anEntry(id)))),
  )
  const first = (last?.number ?? 0) + 1
  expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, index) => first + index))
})

test('a posting that fails uses up no number', async () => {
  const { id } = await announce()
  const failing = inTransaction(system, async (trx) => {
    await postEntry(trx, booking, anEntry(id))
    throw new DomainError('errors.test')
  })
  await expect(failing).rejects.toThrow('errors.test')
  const [last] = await entries()
  expect(await inTransaction(system, (trx) => postEntry(trx, booking, anEntry(id)))).toBe((last?.number ?? 0) + 1)
})

test('a reversal mirrors its entry exactly, once, and is never reversed itself', async () => {
  const { id } = await announce()
  const [original] = await entries()
  const signatureId = await aConfirmedSignature(db, 'reversal')
  const reversal = (lines: Line[], reverses: number) =>
    inTransaction(system, (trx) =>
      postEntry(
        trx,
        { ...booking, signatureId },
        { kind: 'entry_reversed', valueDate: '2026-10-01', reason: 'Test', reverses, lines },
      ),
    )
  const number = original?.number ?? 0
  await expect(reversal(promise(id, -99_999), number)).rejects.toThrow('no mirror')
  const reversed = await reversal(promise(id, -100_000), number)
  await expect(reversal(promise(id, -100_000), number)).rejects.toThrow('unique constraint')
  await expect(reversal(promise(id, 100_000), reversed)).rejects.toThrow('cannot be reversed')
})

test('keeps the rate of the day on the line, whatever becomes of the table', async () => {
  const { reference } = await announce({ amount: { amountMinor: 9_000, currency: 'EUR' } })
  const rate = { currency: 'EUR', on: '2026-08-15', unitsPerUsd: '0.5', source: 'Corrected' }
  await fundManager.rates.record({ ...rate, idempotencyKey: randomUUID() })
  const story = await fundManager.pledges.story({ reference, locale })
  expect(story.usd).toMatchObject({ announcedUsd: 10_000 })
  expect(story.entries[0]?.lines[0]?.rate).toEqual({ unitsPerUsd: '0.9', on: '2026-08-15', source: 'Test' })
  const { rows } = await fundManager.rates.list({ currency: 'EUR' })
  expect(rows).toContainEqual(rate)
})

test('finds entries by account, kind, currency and day', async () => {
  const total = async (filter: Parameters<typeof fundManager.journal.entries>[0]) =>
    (await fundManager.journal.entries(filter)).total
  expect(await total({ account: 'cash' })).toBe(0)
  expect(await total({ kind: 'pledge_announced', currency: 'EUR' })).toBe(1)
  expect(await total({ from: '2026-10-01', until: '2026-10-01' })).toBe(
    (await total({ kind: 'announcement_changed' })) + 1,
  )
})

test('row-level security alone shows no payment, line, rate or bank reference to anyone but fund managers', async () => {
  const pledge = await announce()
  const allocations = [allOf(pledge.id, usd(50_000))]
  await fundManager.payments.record(aPayment({ donorId, bankAccountId: dollars, allocations }))
  // biome-ignore format: read as a list
  const tables = [
    'payment', 'payment_balance', 'allocation', 'bank_account', 'journal_entry', 'journal_line', 'exchange_rate',
    'pledge', 'pledge_balance', 'instalment', 'donor_balance', 'closed_period',
  ]
  const person = { kind: 'person' as const, userId: randomUUID(), name: 'A person', agencyId: null }
  const others = [
    { kind: 'anonymous' as const },
    { ...person, roles: ['contributor', 'focal_point', 'coordinator', 'administrator'] as const },
  ]
  for (const actor of others) {
    for (const table of tables) {
      const { rows } = await inTransaction(world.contextOf(actor), (trx) =>
        sql<{ seen: number }>`select count(*) as seen from ${sql.table(table)}`.execute(trx),
      )
      expect([table, rows[0]?.seen]).toEqual([table, 0])
    }
    const writes = [
      sql`insert into donor (kind, anonymous) values ('GOV', false)`,
      sql`insert into exchange_rate (currency, "on", units_per_usd, source) values ('EUR', '2020-01-01', 1, 'x')`,
      sql`insert into journal_entry (number, kind, value_date, actor_name) values (lock_journal(), 'pledge_announced', '2020-01-01', 'x')`,
    ]
    for (const write of writes) {
      const writing = inTransaction(world.contextOf(actor), (trx) => write.execute(trx))
      await expect(writing).rejects.toThrow('row-level security')
    }
  }
  const { rows } = await inTransaction(system, (trx) =>
    sql<{ seen: number }>`select count(*) as seen from journal_line`.execute(trx),
  )
  expect(rows[0]?.seen).toBeGreaterThan(0)
})

test('nobody changes a balance or a public total by hand', async () => {
  for (const table of ['pledge_balance', 'payment_balance', 'donor_balance', 'public_pledge', 'fund_tally']) {
    const column = sql.ref(table === 'payment_balance' ? 'unallocated_usd' : 'received_usd')
    const change = inTransaction(system, (trx) => sql`update ${sql.table(table)} set ${column} = 1`.execute(trx))
    await expect(change).rejects.toThrow('permission denied')
  }
})

test('refuses a day in a closed period, in words and in the database', async () => {
  const { id } = await announce()
  await inTransaction(system, (trx) =>
    sql`insert into closed_period (until_on, closed_by) values ('2026-09-30', 'test')`.execute(trx),
  )
  await expect(announce({ announcedOn: '2026-09-30' })).rejects.toMatchObject({
    cause: { code: 'journal.period_closed', field: 'announcedOn', params: { until: '2026-09-30' } },
  })
  const payment = aPayment({ donorId, bankAccountId: dollars, receivedOn: '2026-09-01' })
  await expect(fundManager.payments.record(payment)).rejects.toMatchObject({
    cause: { code: 'journal.period_closed', field: 'receivedOn' },
  })
  const direct = inTransaction(system, (trx) => postEntry(trx, booking, anEntry(id, '2026-09-30')))
  await expect(direct).rejects.toThrow('closed')
  await announce({ announcedOn: '2026-10-01' })
})

test('closing waits for a posting that is under way', async () => {
  const other = connect(world.url, { max: 1 })
  afterAll(() => other.close())
  const { id } = await announce({ announcedOn: '2026-10-01' })
  let closing: Promise<unknown> | undefined
  let closed = false
  await inTransaction(system, async (trx) => {
    await postEntry(trx, booking, anEntry(id))
    closing = other.db.transaction().execute(async (second) => {
      await actAs(second, { kind: 'system', name: 'test' })
      await sql`insert into closed_period (until_on, closed_by) values ('2026-10-31', 'test')`.execute(second)
      closed = true
    })
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(closed).toBe(false)
  })
  await closing
  expect(closed).toBe(true)
})

test('finds one entry by its number, and the entries of one bank account', async () => {
  const bankAccountId = dollars
  const amount = usd(700)
  const interest = { bankAccountId, on: '2026-11-15', document: 'DOC', amount, idempotencyKey: randomUUID() }
  const { entryNumber: number } = await fundManager.treasury.recordInterest(interest)
  const { rows, total } = await fundManager.journal.entries({ number })
  expect([total, rows.map((row) => row.number)]).toEqual([1, [number]])
  const on = await fundManager.journal.entries({ bankAccountId })
  expect(on.rows[0]?.number).toBe(number)
  expect(on.rows.every((row) => row.lines.some((line) => line.about.bankAccountId === bankAccountId))).toBe(true)
  expect((await fundManager.journal.entries({ bankAccountId: randomUUID() })).total).toBe(0)
})
