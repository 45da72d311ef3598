import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../src/client.ts'

export interface FundSize {
  pledges: number
  payments: number
  donors: number
}

const batch = 40_000

/**
 * Fills an empty fund with fourteen years of invented bookings, the same for the same size; one that was interrupted goes
 * on. Balances and tallies are kept by the product's own triggers, batch by batch; what only refuses (constraints that
 * are triggers, foreign keys) is off meanwhile, and the standing checks prove the books afterwards. Only as a superuser.
 */
export async function fillFund(db: Db, size: FundSize, progress: (step: string) => void): Promise<void> {
  await db.connection().execute(async (one) => {
    const booked = (await measureFund(one)).entries
    if (booked > 0 && !(await isThere(one, 'plan_line'))) return
    await keepOnly(one, 'always')
    await run(one, sql`set session_replication_role = replica`)
    await run(one, sql`set work_mem = '256MB'`)
    for (const [table, plan] of [
      ['plan_payment', inventBookings],
      ['plan_line', planEntries],
    ] as const) {
      if (await isThere(one, table)) continue
      progress(`planning ${size.pledges} pledges and ${size.payments} payments: ${table}`)
      await one.transaction().execute((trx) => plan(trx, size))
    }
    const last = await findLastPlanned(one)
    for (let first = booked + 1; first <= last; first += batch) {
      progress(`booking entries ${first} to ${Math.min(first + batch - 1, last)} of ${last}`)
      await one.transaction().execute((trx) => bookEntries(trx, first, first + batch - 1))
    }
    await run(one, sql`drop table plan_line, plan_entry, plan_payment, plan_pledge, plan_rate`)
    await run(one, sql`reset work_mem`)
    await run(one, sql`set session_replication_role = origin`)
    await keepOnly(one, 'origin')
  })
  await run(db, sql`vacuum analyze`)
}

async function isThere(db: Db, table: string): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass(${table}) is not null as there`.execute(db)
  return rows[0]?.there ?? false
}

async function findLastPlanned(db: Db): Promise<number> {
  const { rows } = await sql<{ last: number }>`select max(number) as last from plan_entry`.execute(db)
  return rows[0]?.last ?? 0
}

/** What a fund holds by now. */
export async function measureFund(db: Db): Promise<FundSize & { entries: number; lines: number }> {
  const { rows } = await sql<FundSize & { entries: number; lines: number }>`
    select (select count(*) from pledge) as pledges, (select count(*) from payment) as payments,
      (select count(*) from donor) as donors, (select count(*) from journal_entry) as entries,
      (select count(*) from journal_line) as lines`.execute(db)
  return rows[0] ?? { pledges: 0, payments: 0, donors: 0, entries: 0, lines: 0 }
}

/** Whether the triggers that keep something fire although all others are off. */
async function keepOnly(db: Db, when: 'always' | 'origin'): Promise<void> {
  const { rows } = await sql<{ table: string; name: string }>`
    select c.relname as table, t.tgname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where not t.tgisinternal and t.tgconstraint = 0 and t.tgname not in ('admit', 'check_closing')
      and t.tgname not like '%append_only' and c.relname not like '%activity%'`.execute(db)
  for (const { table, name } of rows) {
    const state = sql.raw(when === 'always' ? 'enable always' : 'enable')
    await run(db, sql`alter table ${sql.table(table)} ${state} trigger ${sql.ref(name)}`)
  }
}

async function inventGround(db: Db, { donors }: FundSize): Promise<void> {
  await run(
    db,
    sql`
      create unlogged table plan_rate as
      select currency, month::date as "on", round((base * (1 + 0.08 * sin(n / 7.0 + base)))::numeric, 4) as rate, decimals
      from (values ('USD', 1, 2), ('EUR', 0.9, 2), ('GBP', 0.8, 2), ('JPY', 130, 0)) c (currency, base, decimals)
      cross join generate_series(date '2012-01-01', date '2026-11-01', interval '1 month') with ordinality m (month, n)`,
  )
  await run(db, sql`update plan_rate set rate = 1 where currency = 'USD'`)
  await run(
    db,
    sql`
      insert into exchange_rate (currency, "on", units_per_usd, source)
      select currency, "on", rate, 'Invented' from plan_rate where currency <> 'USD'`,
  )
  await run(
    db,
    sql`
      insert into donor (id, kind, anonymous)
      select md5('donor ' || i)::uuid, 'GOV', i % 40 = 0 from generate_series(1, ${donors}::integer) i`,
  )
  await run(
    db,
    sql`
      insert into donor_name (donor_id, role, name, language)
      select md5('donor ' || i)::uuid, 'main', 'Example donor ' || i, 'en' from generate_series(1, ${donors}::integer) i`,
  )
  await run(
    db,
    sql`
      insert into bank_account (id, name, currency)
      select md5('bank ' || currency)::uuid, 'Example account ' || currency, currency
      from (values ('USD'), ('EUR'), ('GBP'), ('JPY')) c (currency)`,
  )
}

async function inventBookings(db: Db, size: FundSize): Promise<void> {
  const { pledges, payments, donors } = size
  await inventGround(db, size)
  await run(
    db,
    sql`
      create unlogged table plan_pledge as
      select i, md5('pledge ' || i)::uuid as id, md5('donor ' || (1 + (i * 7919::bigint) % ${donors}))::uuid as donor_id,
        p.on, p.on + 20 + i % 80 as formalised_on, c.currency, c.decimals, 100000 + (i * 48271::bigint) % 50000000 as minor,
        (select id from meeting where i % 3 = 0 order by slug offset i % (select count(*) from meeting) limit 1) as meeting_id
      from generate_series(1, ${pledges}::integer) i
      cross join lateral (select date '2012-01-01' + ((i * 104729::bigint) % 4600)::integer as "on") p
      cross join lateral (select case when i % 10 < 6 then 'USD' when i % 10 < 8 then 'EUR' when i % 10 < 9 then 'GBP'
        else 'JPY' end as currency, case when i % 10 = 9 then 0 else 2 end as decimals) c`,
  )
  // One pledge in ten is promised only; the others are paid in equal parts, but for a fifth of every seventh.
  await run(
    db,
    sql`
      create unlogged table plan_payment as
      select j, md5('payment ' || j)::uuid as id, p.i, p.id as pledge_id, p.donor_id, p.currency, p.decimals,
        p.formalised_on + 100 * part + (j % 90)::integer as "on", part, paid.minor, p.minor as pledged,
        case when j % 3 = 0 then least(1500, paid.minor / 100) else 0 end as fee
      from plan_pledge p
      cross join lateral (select count(*)::integer as parts from generate_series(
        p.i, ${payments}::integer * 10 / 9, ${pledges}::integer)) n
      cross join lateral generate_series(1, parts) part
      cross join lateral (select p.i + (part - 1) * ${pledges}::bigint as j) number
      cross join lateral (select p.minor * case when p.i % 7 = 0 then 4 else 5 end / 5 / parts as minor) paid
      where p.i % 10 <> 0`,
  )
  await run(db, sql`create index on plan_payment (pledge_id)`)
  await run(
    db,
    sql`
      insert into pledge (id, kind, donor_id, announced_on, meeting_id, amount_minor, currency, condition, earmarking)
      select id, 'money', donor_id, "on", meeting_id, minor, currency, 'none', 'unearmarked' from plan_pledge order by i`,
  )
  await run(
    db,
    sql`
      insert into payment (id, donor_id, received_on, amount_minor, currency, fee_minor, bank_account_id, bank_reference)
      select id, donor_id, "on", minor, currency, fee, md5('bank ' || currency)::uuid, 'EXAMPLE ' || j
      from plan_payment order by j`,
  )
}

/** Every entry in the order of its day, with its lines. */
async function planEntries(db: Db): Promise<void> {
  await run(db, sql`analyze plan_rate, plan_pledge, plan_payment`)
  await run(
    db,
    sql`
      create unlogged table plan_entry as
      select row_number() over (order by "on", stage, pledge_id, part)::bigint as number, e.* from (
        select "on", 1 as stage, 'pledge_announced' as kind, id as pledge_id, null::uuid as payment_id, 0 as part
        from plan_pledge
        union all
        select formalised_on, 2, 'pledge_formalised', id, null, 0 from plan_pledge where i % 10 <> 0
        union all
        select "on", 3, 'payment_received', pledge_id, id, part from plan_payment
        union all
        select "on", 4, 'payment_allocated', pledge_id, id, part from plan_payment
      ) e`,
  )
  await run(db, sql`analyze plan_entry`)
  const usdOf = (minor: RawBuilder<unknown>, rate: RawBuilder<unknown>, decimals: RawBuilder<unknown>) =>
    sql`round(${minor} * 100 / (${rate} * power(10::numeric, ${decimals})))::bigint`
  const lineColumns = sql`number, account, cash, minor, currency, usd, rate, rate_on, pledge_id, payment_id, donor_id`
  await run(
    db,
    sql`
      create unlogged table plan_line as
      with pledged as (
        select e.number, e.stage, p.*, r.rate, r.on as rate_on, ${usdOf(sql`p.minor`, sql`r.rate`, sql`p.decimals`)} as usd
        from plan_entry e join plan_pledge p on p.id = e.pledge_id
        join plan_rate r on r.currency = p.currency and r.on = date_trunc('month', e.on)::date where e.stage in (1, 2)
      ), paid as (
        select e.number, e.stage, m.*, r.rate, r.on as rate_on, ${usdOf(sql`m.minor`, sql`r.rate`, sql`m.decimals`)} as usd,
          ${usdOf(sql`m.fee`, sql`r.rate`, sql`m.decimals`)} as fee_usd,
          floor(f.usd * (m.minor::numeric * m.part) / m.pledged)::bigint
            - floor(f.usd * (m.minor::numeric * (m.part - 1)) / m.pledged)::bigint as owed_usd
        from plan_entry e join plan_payment m on m.id = e.payment_id
        join plan_rate r on r.currency = m.currency and r.on = date_trunc('month', e.on)::date
        join pledged f on f.stage = 2 and f.id = m.pledge_id
      )
      select ${lineColumns} from (
        select number, k.account, false as cash, k.sign * minor as minor, currency, k.sign * usd as usd, rate, rate_on,
          id as pledge_id, null::uuid as payment_id, donor_id
        from pledged cross join lateral (values (1, 'announced', 1), (1, 'promises', -1), (2, 'receivable', 1),
          (2, 'pledge_income', -1)) k (stage, account, sign) where k.stage = pledged.stage
        union all
        select number, k.account, k.account = 'cash', k.minor, currency, k.usd, case when paid.stage = 3 then rate end,
          case when paid.stage = 3 then rate_on end, case when paid.stage = 4 then pledge_id end, id, donor_id
        from paid cross join lateral (values
          (3, 'cash', minor - fee, usd - fee_usd), (3, 'bank_charges', fee, fee_usd), (3, 'unallocated', -minor, -usd),
          (4, 'unallocated', minor, usd), (4, 'receivable', -minor, -owed_usd), (4, 'fx_difference', 0, owed_usd - usd)
        ) k (stage, account, minor, usd) where k.stage = paid.stage
      ) lines where minor <> 0 or usd <> 0`,
  )
  await run(db, sql`create index on plan_line (number)`)
  await run(db, sql`create index on plan_entry (number)`)
  await run(db, sql`analyze plan_line`)
}

async function bookEntries(db: Db, first: number, last: number): Promise<void> {
  const within = sql`number between ${first} and ${last}`
  await run(
    db,
    sql`
      insert into journal_entry (number, kind, value_date, actor_name, reason)
      select number, kind, "on", 'Invented', 'Invented' from plan_entry where ${within} order by number`,
  )
  await run(
    db,
    sql`
      insert into allocation (payment_id, pledge_id, amount_minor, settled_minor, allocated_on, entry_number)
      select m.id, m.pledge_id, m.minor, m.minor, m.on, e.number
      from plan_entry e join plan_payment m on m.id = e.payment_id where e.stage = 4 and e.${within} order by e.number`,
  )
  await run(
    db,
    sql`
      insert into journal_line (entry_number, position, account, bank_account_id, amount_minor, currency, usd_minor, rate,
        rate_date, rate_source, pledge_id, payment_id, donor_id)
      select number, row_number() over (partition by number order by minor desc), account,
        case when cash then md5('bank ' || currency)::uuid end, minor, currency, usd, rate, rate_on,
        case when rate is not null then 'Invented' end, pledge_id, payment_id, donor_id
      from plan_line where ${within} order by number`,
  )
}

async function run(db: Db, statement: RawBuilder<unknown>): Promise<void> {
  await statement.execute(db)
}
