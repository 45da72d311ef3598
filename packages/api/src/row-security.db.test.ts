import { randomUUID } from 'node:crypto'
import { actAs } from '@concert/db/identity'
import { aNewActivity } from '@concert/db/testing/activities'
import { sql } from '@concert/db/testing/sql'
import type { Actor } from '@concert/domain/actor'
import { describe, expect, test } from 'vitest'
import { aWorld } from '../testing/world.ts'
import { type CallerName, callers } from './policy-matrix.ts'

const world = await aWorld()
const { db } = world
const unodc = await db.selectFrom('agency').select('id').where('slug', '=', 'unodc').executeTakeFirstOrThrow()

const invitation = { name: 'Someone Else', agencyId: null, roles: ['coordinator' as const], locale: 'en' as const }
const { userId: someoneElse } = await world.system.users.invite({ ...invitation, email: 'else@example.org' })
const iom = world.as('focal_point', 'iom')
await iom.activities.draft(aNewActivity())
const shared = await iom.activities.draft(aNewActivity())
await iom.activities.share({ reference: shared.reference })
for (const statement of [
  sql`insert into user_session (user_id, token, expires_at) values (${someoneElse}, 'a token', now() + interval '1 day')`,
  sql`
    insert into user_credential (user_id, provider_id, account_id, password)
    values (${someoneElse}, 'credential', ${someoneElse}, 'a hash')`,
  sql`insert into user_rate_limit (key, count, last_request) values ('127.0.0.1|/sign-in/email', 3, 0)`,
]) {
  await statement.execute(db)
}

const donor = randomUUID()
const payment = randomUUID()
const pledge = randomUUID()
const promiseOfPolicy = randomUUID()
const bankAccount = randomUUID()
await db.transaction().execute(async (trx) => {
  for (const statement of [
    sql`insert into donor (id, kind, anonymous) values (${donor}, 'IND', true)`,
    sql`insert into donor_name (donor_id, role, name, language) values (${donor}, 'main', 'Somebody Unnamed', 'en')`,
    sql`insert into bank_account (id, name, currency) values (${bankAccount}, 'Main', 'USD')`,
    sql`insert into exchange_rate (currency, "on", units_per_usd, source) values ('EUR', '2026-11-01', 0.9, 'Example')`,
    sql`
      insert into pledge (id, kind, donor_id, announced_on, amount_minor, currency, condition, earmarking)
      values (${pledge}, 'money', ${donor}, '2026-11-20', 10000, 'USD', 'none', 'unearmarked')`,
    sql`
      insert into pledge (id, kind, donor_id, announced_on, condition, earmarking, description)
      values (${promiseOfPolicy}, 'policy', ${donor}, '2026-11-20', 'none', 'unearmarked', 'A hotline')`,
    sql`
      insert into pledge_outcome (pledge_id, outcome, "on", note, recorded_by_name)
      values (${promiseOfPolicy}, 'withdrawn', '2026-11-21', 'a reason for managers', 'test')`,
    sql`
      insert into payment (id, donor_id, received_on, amount_minor, currency, fee_minor, bank_account_id)
      values (${payment}, ${donor}, '2026-11-21', 10000, 'USD', 0, ${bankAccount})`,
    sql`
      insert into journal_entry (number, kind, value_date, actor_name, reason)
      values (1, 'pledge_announced', '2026-11-20', 'test', 'a reason for managers')`,
    sql`
      insert into journal_line (entry_number, position, account, amount_minor, currency, usd_minor, pledge_id, donor_id)
      values (1, 1, 'announced', 10000, 'USD', 10000, ${pledge}, ${donor}),
             (1, 2, 'promises', -10000, 'USD', -10000, ${pledge}, ${donor})`,
  ]) {
    await statement.execute(trx)
  }
})

function actorOf(name: CallerName): Actor {
  if (name === 'anyone') return { kind: 'anonymous' }
  return { kind: 'person', userId: randomUUID(), name, agencyId: unodc.id, roles: [name] }
}

const undone = new Error('undone on purpose')

/** How many rows a statement finds or changes for this caller when nothing but the database stands in the way. */
async function reach(name: CallerName, statement: string): Promise<number> {
  let rows = 0
  await db
    .transaction()
    .execute(async (trx) => {
      await actAs(trx, actorOf(name))
      const result = await sql.raw<object>(statement).execute(trx)
      rows = Number(result.numAffectedRows ?? result.rows.length)
      throw undone
    })
    .catch((error: unknown) => {
      const refused = error instanceof Error && /row-level security|permission denied|append-only/.test(error.message)
      if (error !== undone && !refused) throw error
    })
  return rows
}

const members: readonly CallerName[] = ['contributor', 'focal_point', 'fund_manager', 'coordinator', 'administrator']

/** What is not theirs, and who may read it all the same. The callers are of UNODC. */
const readers: [what: string, statement: string, allowed: readonly CallerName[]][] = [
  ['other people’s accounts', 'select from user_account', ['administrator']],
  ['other people’s names', 'select from user_name', members],
  ['other people’s roles', 'select from user_role', ['administrator']],
  ['one-time links', 'select from user_link', ['administrator']],
  ['other people’s sessions', 'select id from user_session', ['administrator']],
  ['session tokens', 'select token from user_session', []],
  ['password hashes', 'select password from user_credential', []],
  ['sign-in attempts', 'select from user_rate_limit', []],
  ['drafts of another agency', `select from activity where visibility = 'draft'`, []],
  [
    'former texts of drafts of another agency',
    `select from activity_version v where not exists (select from activity a where a.id = v.activity_id and a.visibility <> 'draft')`,
    [],
  ],
  ['activities of the group', `select from activity where visibility = 'group'`, members],
  [
    'unconfirmed memberships',
    `select from agency_membership where basis = 'unverified' and confirmed_at is null`,
    ['coordinator'],
  ],
  ['published figures that are not cleared', 'select from published_figure where cleared_at is null', ['fund_manager']],
  ['notes of published figures', 'select from published_figure_note', ['fund_manager']],
  ['donors who are not named', 'select from donor where anonymous', ['fund_manager']],
  ['names of donors who are not named', 'select from donor_name', ['fund_manager']],
  ['pledges as the books have them', 'select from pledge', ['fund_manager']],
  ['what became of pledges that are not money', 'select from pledge_outcome', ['fund_manager']],
  ['payments', 'select from payment', ['fund_manager']],
  ['bank accounts', 'select from bank_account', ['fund_manager']],
  ['entries of the journal', 'select from journal_entry', ['fund_manager']],
  ['lines of the journal', 'select from journal_line', ['fund_manager']],
  ['what each donor owes', 'select from donor_balance', ['fund_manager']],
  ['what each pledge comes to', 'select from pledge_balance', ['fund_manager']],
  ['the audit log', 'select from audit_row', ['administrator']],
  ['what the audit log says was written', 'select from audit_value', ['administrator']],
  ['answers given to others', 'select from idempotency', []],
]

/** What nobody may change but those named. */
const writers: [what: string, statement: string, allowed: readonly CallerName[]][] = [
  ['shut someone else out', 'update user_account set deactivated_at = now()', ['administrator']],
  [
    'give themselves a role',
    `insert into user_role (user_id, role) values ('${someoneElse}', 'administrator')`,
    ['administrator'],
  ],
  ['set someone else’s password', `update user_credential set password = 'another'`, []],
  ['end someone else’s sessions', 'delete from user_session', ['administrator']],
  [
    'make a link',
    `insert into user_link (kind, token_digest, user_id, expires_at) values ('reset', repeat('0', 64), '${someoneElse}', now() + interval '1 hour')`,
    ['administrator'],
  ],
  [
    'change an activity of another agency',
    `update activity set status = status where not (agency_ids @> array['${unodc.id}'::uuid])`,
    [],
  ],
  ['delete an activity of another agency', 'delete from activity', []],
  [
    'confirm a membership',
    `update agency_membership set confirmed_at = now() where basis = 'unverified'`,
    ['coordinator'],
  ],
  ['clear a published figure', 'update published_figure set cleared_at = now()', ['fund_manager']],
  ['rewrite a note', `update published_figure_note set note = ''`, []],
  [
    'record a payment',
    `insert into payment (donor_id, received_on, amount_minor, currency, fee_minor, bank_account_id)
     values ('${donor}', '2026-11-22', 1, 'USD', 0, '${bankAccount}')`,
    ['fund_manager'],
  ],
  [
    'record what became of a pledge',
    `insert into pledge_outcome (pledge_id, outcome, "on", note, recorded_by_name)
     values ('${promiseOfPolicy}', 'delivered', '2026-11-22', 'Open', 'test')`,
    ['fund_manager'],
  ],
  ['rewrite what became of a pledge', `update pledge_outcome set note = ''`, []],
  ['change the amount of a payment', 'update payment set amount_minor = 1', []],
  ['change the amount of a pledge', 'update pledge set amount_minor = 1', []],
  ['rewrite the journal', 'update journal_line set amount_minor = 1', []],
  ['strike an entry out of the journal', 'delete from journal_entry', []],
  ['change a balance', 'update donor_balance set donor_id = donor_id', []],
  ['change what is public of a pledge', 'delete from public_pledge', []],
  ['rewrite the audit log', `update audit_row set action = ''`, []],
  ['erase what was audited', `update audit_value set values = null, erased_at = now()`, []],
  ['shorten the audit log', 'delete from audit_row', []],
  ['seal the audit log', `insert into audit_seal values (1, 1, '', '')`, []],
  ['make a real database a demonstration', 'update installation set is_demonstration = true', []],
  ['rewrite a former answer', `update idempotency set response = '{}'`, []],
]

describe('with the policy layer switched off', () => {
  test.each(readers)('the database shows %s only to those who may read them', async (_, statement, allowed) => {
    const seen: CallerName[] = []
    for (const name of callers) if ((await reach(name, statement)) > 0) seen.push(name)
    expect(seen).toEqual(allowed)
  })

  test.each(writers)('the database lets only those who may %s', async (_, statement, allowed) => {
    const letIn: CallerName[] = []
    for (const name of callers) if ((await reach(name, statement)) > 0) letIn.push(name)
    expect(letIn).toEqual(allowed)
  })
})

test.each(readers.filter(([what]) => what !== 'other people’s names'))(
  'without SET ROLE the embedded superuser would have seen %s',
  async (_, statement) => {
    const { rows } = await sql.raw<object>(statement).execute(db)
    expect(rows.length).toBeGreaterThan(0)
  },
)

test('what is public of a pledge does not lead to a donor who is not named', async () => {
  const { rows } = await sql<{ row: string }>`select row_to_json(p)::text as row from public_pledge p`.execute(db)
  expect(rows).not.toEqual([])
  expect(rows.filter(({ row }) => row.includes(donor) || row.includes('Somebody Unnamed'))).toEqual([])
})

test('every table stands under row-level security that binds its owner too', async () => {
  const open = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname not like 'kysely%'
      and not (relrowsecurity and relforcerowsecurity)`.execute(db)
  expect(open.rows).toEqual([])
})

test('the role of requests owns nothing, is no superuser and cannot bypass row-level security', async () => {
  const role = await sql<object>`
    select rolsuper, rolbypassrls, rolcanlogin, rolcreaterole, rolcreatedb,
      (select count(*) from pg_class where relowner = r.oid) as owned
    from pg_roles r where rolname = 'concert_app'`.execute(db)
  expect(role.rows).toEqual([
    { rolsuper: false, rolbypassrls: false, rolcanlogin: false, rolcreaterole: false, rolcreatedb: false, owned: 0 },
  ])
})

test('the role of requests makes no tables', async () => {
  const attempt = db.transaction().execute(async (trx) => {
    await actAs(trx, { kind: 'anonymous' })
    await sql`create table climbed (id integer)`.execute(trx)
  })
  await expect(attempt).rejects.toThrow(/permission denied/)
})
