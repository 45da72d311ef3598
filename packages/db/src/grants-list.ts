import { NotFound } from '@concert/domain/errors'
import type { GrantFilter } from '@concert/domain/grant'
import type { GrantReport, GrantRow, GrantStory } from '@concert/domain/grant-views'
import type { Locale } from '@concert/domain/locales'
import { type RawBuilder, sql } from 'kysely'
import type { Db } from './client.ts'
import { granteeNameIn } from './grantees.ts'

/** Grants as fund managers see them, the newest first. */
export async function findGrantRows(
  db: Db,
  filter: GrantFilter,
  reader: Locale,
  pageSize: number,
): Promise<{ rows: GrantRow[]; total: number }> {
  const where = sql.join(conditionsOf(filter), sql` and `)
  const { rows } = await sql<GrantRow>`
    select ${rowColumns(reader)} ${tables} where ${where}
    order by g.proposed_on desc, g.reference desc
    limit ${pageSize} offset ${(filter.page - 1) * pageSize}`.execute(db)
  const counted = await sql<{ total: number }>`select count(*) as total ${tables} where ${where}`.execute(db)
  return { rows, total: counted.rows[0]?.total ?? 0 }
}

type StoredStory = Omit<
  GrantStory,
  'awaitsSignature' | 'awardedOn' | 'standing' | 'instalments' | 'reports' | 'entries'
>

/** One grant with what was noted at each step. */
export async function getGrantStory(db: Db, reference: string, reader: Locale): Promise<StoredStory> {
  const { rows } = await sql<StoredStory>`
    select ${rowColumns(reader)}, ${money(sql`g.asked_minor`)} as asked, g.proposed_on as "proposedOn",
      case when g.approved_minor is not null then ${money(sql`g.approved_minor`)} end as approved,
      g.from_on as "from", g.until_on as "until", g.do_no_harm_note as "doNoHarmNote",
      case when g.advice is not null then
        jsonb_build_object('advice', g.advice, 'on', g.advised_on, 'note', g.advice_note) end as advice,
      case when g.decision is not null then
        jsonb_build_object('decision', g.decision, 'on', g.decided_on, 'note', g.decision_note) end as decision
    ${tables} where g.reference = ${reference}`.execute(db)
  const [story] = rows
  if (!story) throw new NotFound('grant')
  return story
}

/** What a grantee reported, and when it is due, the earliest first. */
export async function findGrantReports(db: Db, grantId: string): Promise<GrantReport[]> {
  const { rows } = await sql<GrantReport>`
    select r.id, r.kind, r.due_on as "dueOn", r.received_on as "receivedOn", r.accepted, r.assisted,
      (select coalesce(jsonb_agg(jsonb_build_object(
          'sex', p.sex, 'ageGroup', p.age_group, 'form', p.form, 'people', p.people)
        order by p.form, p.age_group, p.sex), '[]') from grant_people p where p.report_id = r.id) as people
    from grant_report r where r.grant_id = ${grantId} order by r.due_on, r.kind`.execute(db)
  return rows
}

const tables = sql`
  from fund_grant g join grant_balance b on b.grant_id = g.id
  join grant_call c on c.id = g.call_id join grantee o on o.id = g.grantee_id`

// The same steps as the domain's: booked ones first, then what was decided.
const life = sql`(case
  when b.awarded_minor > 0 then case
    when b.awarded_minor = b.cut_minor then 'cancelled'
    when b.payable_minor = 0 then 'disbursed'
    when b.disbursed_minor > 0 then 'part_disbursed'
    else 'awarded' end
  when g.decision is not null then g.decision
  when g.advice is not null then 'advised'
  else 'proposed' end)`

function rowColumns(reader: Locale): RawBuilder<unknown> {
  return sql`g.id, g.reference, g.title,
    jsonb_build_object('id', c.id, 'title', coalesce(c.title ->> ${reader}, c.title ->> 'en')) as call,
    jsonb_build_object('id', o.id, 'name', ${granteeNameIn(reader, sql`o.id`)}, 'kind', o.kind) as grantee,
    g.place_code as "placeCode", g.aid_kinds as "aidKinds", g.visibility, ${life} as life,
    ${money(sql`case when b.awarded_minor > 0 then b.awarded_minor - b.cut_minor
      else coalesce(g.approved_minor, g.asked_minor) end`)} as amount,
    ${money(sql`b.disbursed_minor - b.refunded_minor`)} as disbursed, ${money(sql`b.payable_minor`)} as payable`
}

function conditionsOf(filter: GrantFilter): RawBuilder<unknown>[] {
  const conditions: RawBuilder<unknown>[] = [sql`true`]
  const text = filter.text.trim()
  if (text !== '') {
    const pattern = `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
    conditions.push(sql`(g.reference = ${text.toUpperCase()} or lower(g.title) like ${pattern} or exists (
      select from grantee_name n where n.grantee_id = g.grantee_id and lower(n.name) like ${pattern}))`)
  }
  if (filter.callId) conditions.push(sql`g.call_id = ${filter.callId}`)
  if (filter.granteeId) conditions.push(sql`g.grantee_id = ${filter.granteeId}`)
  if (filter.aidKind) conditions.push(sql`${filter.aidKind} = any (g.aid_kinds)`)
  if (filter.visibility) conditions.push(sql`g.visibility = ${filter.visibility}`)
  if (filter.life) conditions.push(sql`${life} = ${filter.life}`)
  return conditions
}

function money(minor: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`jsonb_build_object('amountMinor', ${minor}, 'currency', g.currency)`
}
