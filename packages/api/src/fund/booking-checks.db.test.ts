import { randomUUID } from 'node:crypto'
import { sql } from '@concert/db/testing/sql'
import { expect, test } from 'vitest'
import { aFund, allOf, anAnnouncement, aPayment, eur } from '../../testing/fund.ts'
import { aWorld } from '../../testing/world.ts'
import { inTransaction } from '../transaction.ts'
import { fundChecks } from './checks.ts'

const world = await aWorld()
const { fundManager, db } = world
const { donorId, euros } = await aFund(world)
const secondOfficer = world.as('fund_manager')
const system = world.contextOf({ kind: 'system', name: 'test' })
const key = () => randomUUID()

const { id: pledgeId } = await fundManager.pledges.announce(anAnnouncement({ donorId, amount: eur(90_000) }))
const terms = { formalisedOn: '2026-09-10', evidence: 'Letters', instalments: null, conditional: false }
await fundManager.pledges.formalise({ ...terms, pledgeId, amount: eur(80_000), idempotencyKey: key() })
const payment = aPayment({
  donorId,
  bankAccountId: euros,
  amount: eur(50_000),
  fee: eur(700),
  receivedOn: '2026-09-20',
})
await fundManager.payments.record({ ...payment, allocations: [allOf(pledgeId, eur(50_000))] })
const writeOff = { pledgeId, on: '2026-10-05', reason: 'Gone', amount: eur(10_000), idempotencyKey: key() }
await secondOfficer.signatures.confirm({ id: (await fundManager.pledges.writeOff(writeOff)).id, idempotencyKey: key() })

async function faults(): Promise<string[]> {
  const found: string[] = []
  for (const check of fundChecks) {
    const { ok } = await inTransaction(system, (trx) => check.run(trx, world.clock.now))
    if (!ok) found.push(check.id)
  }
  return found
}

/** What somebody with the keys of the database might do behind the journal's back; undone afterwards. */
async function whenTampered(...statements: string[]): Promise<string[]> {
  let found: string[] = []
  const undo = new Error('undone')
  await db
    .transaction()
    .execute(async (trx) => {
      await sql.raw('set local session_replication_role = replica').execute(trx)
      for (const statement of statements) await sql.raw(statement).execute(trx)
      for (const check of fundChecks) {
        const { ok } = await check.run(trx, world.clock.now)
        if (!ok) found = [...found, check.id]
      }
      throw undo
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error
    })
  return found
}

test('the checks hold over what two officers booked', async () => {
  expect(await faults()).toEqual([])
})

test.each([
  ['journal.rates_frozen', `update journal_line set usd_minor = usd_minor + sign(amount_minor) where entry_number = 2`],
  ['journal.rates_frozen', `update journal_line set rate_date = '2026-01-01' where entry_number = 2`],
  [
    'journal.rates_frozen',
    `update journal_line set rate = null, rate_date = null, rate_source = null where entry_number = 1`,
  ],
  [
    'journal.second_officer',
    `alter table second_signature drop constraint second_signature_check3; update second_signature set decided_by = asked_by`,
  ],
  ['journal.second_officer', `update second_signature set state = 'declined', note = 'No'`],
  [
    'journal.never_below_zero',
    `update journal_line set amount_minor = amount_minor * 9 where account in ('written_off', 'receivable') and entry_number = 5`,
  ],
  [
    'journal.closed_periods_untouched',
    `insert into closed_period (until_on, closed_by, closed_at) values ('2026-09-30', 'test', '2026-01-01')`,
  ],
  ['journal.promises_apart', `update journal_line set account = 'fund_balance' where account = 'promises'`],
  [
    'journal.payments_told_apart',
    `insert into payment (reference, donor_id, received_on, amount_minor, currency, fee_minor, bank_account_id)
     select 'PAY-2026-99999', donor_id, received_on + 3, amount_minor, currency, 0, bank_account_id from payment`,
  ],
  [
    'journal.reversals_exact',
    `insert into journal_entry (number, kind, value_date, actor_name, reason, reverses)
     values (6, 'allocation_undone', '2026-10-06', 'test', 'test', 5);
     insert into journal_line (entry_number, position, account, amount_minor, currency, usd_minor, pledge_id)
     select 6, position, account, -amount_minor / 2, currency, -usd_minor / 2, pledge_id
     from journal_line where entry_number = 5`,
  ],
])('%s finds what was done behind the journal’s back', async (check, statement) => {
  expect(await whenTampered(statement)).toContain(check)
})
