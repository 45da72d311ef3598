import { type Kysely, sql } from 'kysely'

const managersOnly = [
  'bank_account',
  'exchange_rate',
  'closed_period',
  'pledge',
  'instalment',
  'payment',
  'journal_entry',
  'journal_line',
  'allocation',
  'pledge_balance',
  'payment_balance',
  'donor_balance',
] as const

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of [...managersOnly, 'donor', 'donor_name', 'public_pledge', 'fund_tally']) {
    await sql`alter table ${sql.table(table)} enable row level security`.execute(db)
    await sql`alter table ${sql.table(table)} force row level security`.execute(db)
    await sql`grant select on ${sql.table(table)} to concert_app`.execute(db)
  }
  for (const table of managersOnly) {
    await sql`
      create policy read on ${sql.table(table)} for select to concert_app
      using ((select actor_has('fund_manager')))`.execute(db)
  }
  await sql`
    create policy read on donor for select to concert_app
    using (not anonymous or (select actor_has('fund_manager')))`.execute(db)
  await sql`
    create policy read on donor_name for select to concert_app
    using ((select actor_has('fund_manager')) or exists (select from donor d where d.id = donor_id and not d.anonymous))`.execute(
    db,
  )
  await sql`create policy read on public_pledge for select to concert_app using (true)`.execute(db)
  await sql`create policy read on fund_tally for select to concert_app using (true)`.execute(db)

  const written = [
    'donor',
    'donor_name',
    'bank_account',
    'exchange_rate',
    'closed_period',
    'pledge',
    'instalment',
    'payment',
    'journal_entry',
    'journal_line',
    'allocation',
  ]
  for (const table of written) {
    await sql`grant insert on ${sql.table(table)} to concert_app`.execute(db)
    await sql`
      create policy add on ${sql.table(table)} for insert to concert_app
      with check (actor_has('fund_manager'))`.execute(db)
  }
  await sql`grant usage on sequence pledge_number, payment_number to concert_app`.execute(db)

  // What may change afterwards; balances are changed by the journal's triggers only.
  await sql`grant update (units_per_usd, source, recorded_at) on exchange_rate to concert_app`.execute(db)
  await sql`grant update (scheduled_minor) on pledge to concert_app`.execute(db)
  await sql`grant update (undone_by) on allocation to concert_app`.execute(db)
  await sql`grant update (reversed_by) on payment to concert_app`.execute(db)
  for (const table of ['exchange_rate', 'pledge', 'allocation', 'payment']) {
    await sql`
      create policy change on ${sql.table(table)} for update to concert_app
      using (actor_has('fund_manager'))`.execute(db)
  }
  await sql`grant delete on instalment to concert_app`.execute(db)
  await sql`
    create policy reschedule on instalment for delete to concert_app using (actor_has('fund_manager'))`.execute(db)

  // The public story of a pledge: what was booked and not taken back, without journal, payment or reason.
  await sql`
    create function public_pledge_steps(wanted text)
    returns table (kind text, "on" date, amount_minor bigint, currency text, usd_minor bigint)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp begin atomic
      select s.kind, s."on", s.amount_minor, p.currency, s.usd_minor
      from pledge p
      cross join lateral (
        select k.kind, coalesce(m.received_on, e.value_date) as "on", e.number,
          sum(k.amount)::bigint as amount_minor, sum(k.usd)::bigint as usd_minor
        from journal_line l
        join journal_entry e on e.number = l.entry_number
        left join payment m on m.id = l.payment_id and l.account in ('unallocated', 'receivable')
        cross join lateral (values
          ('announced', l.account = 'announced' and l.amount_minor > 0, l.amount_minor, l.usd_minor),
          ('formalised', l.account = 'pledge_income' and l.amount_minor < 0, -l.amount_minor, -l.usd_minor),
          ('received', l.account = 'receivable' and l.payment_id is not null, -l.amount_minor, 0),
          ('received', l.account = 'unallocated', 0, l.usd_minor)
        ) k (kind, holds, amount, usd)
        where l.pledge_id = p.id and k.holds and e.reverses is null
          and not exists (select from journal_entry r where r.reverses = e.number)
        group by 1, 2, 3
      ) s
      where p.reference = wanted and p.kind = 'money'
      order by s."on", s.number, s.kind;
    end`.execute(db)
}
