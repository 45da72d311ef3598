import { expect, test } from 'vitest'
import { aDatabase } from '../testing/database.ts'
import { sql } from '../testing/sql.ts'
import { sumStatementCells } from './statement.ts'

const { db } = await aDatabase()
const lastEntry = 70_000

// Balances and what refuses entries are asleep: only what adds up is asked here.
await db.transaction().execute(async (trx) => {
  for (const trigger of ['keep_tallies', 'keep_blocks']) {
    await sql`alter table journal_line enable always trigger ${sql.ref(trigger)}`.execute(trx)
  }
  await sql`set local session_replication_role = replica`.execute(trx)
  await sql`
    insert into journal_entry (number, kind, value_date, actor_name)
    select n, case n % 3 when 0 then 'interest_received' else 'support_cost_charged' end, date '2020-01-01' + n / 40, 'Example'
    from generate_series(1, ${lastEntry}::integer) n`.execute(trx)
  for (const [first, last] of [
    [1, 40_000],
    [40_001, 65_535],
    [65_536, 65_536],
    [65_537, lastEntry],
  ]) {
    await sql`
      insert into journal_line (entry_number, position, account, currency, amount_minor, usd_minor)
      select n, l.position, case when l.position = 1 then 'fund_balance' when n % 3 = 0 then 'interest' else 'support_cost' end,
        'USD', l.sign * (n % 977 + 1), l.sign * (n % 977 + 1)
      from generate_series(${first}::integer, ${last}::integer) n
      cross join (values (1, 1), (2, -1)) l (position, sign)`.execute(trx)
  }
})

test.each([1, 32_767, 32_768, 32_769, 45_000, 65_536, 66_000, lastEntry - 1, lastEntry])(
  'as of entry %d of 70,000 the cells are the sums of the lines up to it',
  async (asOfEntry) => {
    const period = { from: '2021-03-01', until: '2024-02-29' }
    const { rows } = await sql`
      select e.kind, l.account,
        coalesce(sum(l.usd_minor) filter (where e.value_date < ${period.from}), 0)::bigint as "beforeUsd",
        coalesce(sum(l.usd_minor) filter (where e.value_date >= ${period.from}), 0)::bigint as "withinUsd"
      from journal_entry e join journal_line l on l.entry_number = e.number
      where e.number <= ${asOfEntry} and e.value_date <= ${period.until}
      group by 1, 2`.execute(db)
    const cells = await sumStatementCells(db, { ...period, asOfEntry, lastEntry })
    const ordered = (list: unknown[]) => list.map((row) => JSON.stringify(row)).toSorted()
    expect(ordered(cells)).toEqual(ordered(rows))
  },
)
