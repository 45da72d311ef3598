import { type Kysely, sql } from 'kysely'
import { guardManagersTable } from './guard-table.ts'

const kinds = `('acknowledgement', 'formalisation_request', 'formalisation_confirmation', 'reminder', 'receipt',
  'donor_statement', 'yearly_report')`
const languages = `('en', 'fr', 'es', 'ru', 'zh', 'ar')`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create sequence letter_number`.execute(db)
  await sql`
    create table letter (
      reference text primary key check (reference ~ '^LTR-[0-9]{4}-[0-9]{5,}$'),
      kind text not null check (kind in ${sql.raw(kinds)}),
      language text not null check (language in ${sql.raw(languages)}),
      donor_id uuid not null references donor (id),
      pledge_id uuid references pledge (id),
      payment_id uuid references payment (id),
      period_from date,
      period_until date,
      template_version integer not null check (template_version >= 0),
      written jsonb not null,
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      made_by uuid,
      made_by_name text not null,
      made_at timestamptz not null,
      check ((kind in ('acknowledgement', 'formalisation_request', 'formalisation_confirmation', 'reminder'))
        = (pledge_id is not null)),
      check ((kind = 'receipt') = (payment_id is not null)),
      check ((kind in ('donor_statement', 'yearly_report')) = (period_from is not null)),
      check ((period_from is null) = (period_until is null) and period_from <= period_until)
    )`.execute(db)
  await sql`create index letter_newest on letter (made_at desc, reference desc)`.execute(db)
  await sql`create index letter_donor on letter (donor_id, made_at desc)`.execute(db)
  await sql`create index letter_pledge on letter (pledge_id, made_at desc)`.execute(db)

  await sql`
    create table letter_template (
      kind text not null check (kind in ${sql.raw(kinds)}),
      language text not null check (language in ${sql.raw(languages)}),
      version integer not null check (version >= 1),
      title text check (length(btrim(title)) between 1 and 300),
      paragraphs jsonb check (jsonb_typeof(paragraphs) = 'array' and jsonb_array_length(paragraphs) between 1 and 40),
      restored integer check (restored between 0 and version - 1),
      saved_by uuid,
      saved_by_name text not null,
      saved_at timestamptz not null default now(),
      primary key (kind, language, version),
      check ((title is null) = (paragraphs is null)),
      check (title is not null or restored is not null)
    )`.execute(db)

  const mailbox = sql`
      id bigint generated always as identity primary key,
      address text check (address = lower(address) and length(address) <= 120 and address ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
      saved_by uuid,
      saved_by_name text not null,
      saved_at timestamptz not null default now()`
  await sql`create table donor_mailbox (donor_id uuid not null references donor (id), ${mailbox})`.execute(db)
  await sql`create index donor_mailbox_newest on donor_mailbox (donor_id, id desc)`.execute(db)
  await sql`create table fund_mailbox (${mailbox})`.execute(db)

  for (const table of ['letter', 'letter_template', 'donor_mailbox', 'fund_mailbox']) {
    await guardManagersTable(db, table)
    await sql`
      create trigger ${sql.ref(`${table}_is_append_only`)} before update or delete or truncate on ${sql.table(table)}
      for each statement execute function refuse_change()`.execute(db)
  }
  await sql`grant usage on sequence letter_number to concert_app`.execute(db)
}
