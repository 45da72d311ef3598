import { NotFound } from '@concert/domain/errors'
import type { PledgeRow, PledgeStep, PublicPledge, PublicPledgeStory } from '@concert/domain/fund-views'
import type { Locale } from '@concert/domain/locales'
import type { PledgeFilter } from '@concert/domain/pledge'
import { type RawBuilder, sql } from 'kysely'
import type { Db } from './client.ts'
import { donorNameIn, findDonorIdsByName, standingDonor } from './donors.ts'
import { lifeByOutcome } from './pledge-outcomes.ts'

type PublicFilter = Omit<PledgeFilter, 'life' | 'overdue'>
type Rows<Row> = Promise<{ rows: Row[]; total: number }>

/** Pledges as anyone may see them; what anonymous donors pledged is found, but by no name. */
export async function findPublicPledges(
  db: Db,
  filter: PublicFilter,
  reader: Locale,
  pageSize: number,
): Rows<PublicPledge> {
  const where = await narrowing(db, filter, sql`s.donor_id`)
  const { rows } = await sql<PublicPledge>`
    select ${publicColumns(reader, sql`s.donor_id`)} from public_pledge s where ${where}
    ${orderOf(filter)} limit ${pageSize} offset ${(filter.page - 1) * pageSize}`.execute(db)
  const counted = await sql<{ total: number }>`
    select count(*) as total from public_pledge s where ${where}`.execute(db)
  return { rows, total: counted.rows[0]?.total ?? 0 }
}

/** Pledges as fund managers see them, with the donor and where each stands. */
export async function findPledgeRows(
  db: Db,
  filter: PledgeFilter,
  reader: Locale,
  today: string,
  pageSize: number,
): Rows<PledgeRow> {
  const conditions = [await narrowing(db, filter, sql`p.donor_id`)]
  if (filter.life) conditions.push(sql`${life} = ${filter.life}`)
  if (filter.overdue !== undefined) {
    const isOverdue = sql`(coalesce(b.receivable_minor, 0) > 0 and exists (
      select from instalment i where i.pledge_id = p.id and i.due_on < ${today} and i.paid_minor < i.amount_minor))`
    conditions.push(filter.overdue ? isOverdue : sql`not ${isOverdue}`)
  }
  const where = sql.join(conditions, sql` and `)
  const rows = await managerRows(
    db,
    where,
    sql`${orderOf(filter)} limit ${pageSize} offset ${(filter.page - 1) * pageSize}`,
    reader,
    today,
  )
  const counted = await sql<{ total: number }>`select count(*) as total ${managerTables} where ${where}`.execute(db)
  return { rows, total: counted.rows[0]?.total ?? 0 }
}

/** Pledges of money on which this donor may still pay, the oldest first. */
export function findOpenPledges(db: Db, donorId: string, reader: Locale, today: string): Promise<PledgeRow[]> {
  const open = sql`p.donor_id = ${donorId} and b.receivable_minor + b.conditional_minor
    + greatest(0, b.announced_minor - b.formalised_minor - b.conditional_minor - b.reduced_minor) > 0`
  return managerRows(db, open, sql`order by s.announced_on, s.reference limit 200`, reader, today)
}

/** One pledge as a fund manager sees it in a list. */
export async function getPledgeRow(db: Db, reference: string, reader: Locale, today: string): Promise<PledgeRow> {
  const [row] = await managerRows(db, sql`s.reference = ${reference}`, sql``, reader, today)
  if (!row) throw new NotFound('pledge')
  return row
}

/** One pledge as anyone may see it, with the steps of its public story. */
export async function getPublicPledgeStory(db: Db, reference: string, reader: Locale): Promise<PublicPledgeStory> {
  const { rows } = await sql<Omit<PublicPledgeStory, 'steps'>>`
    select ${publicColumns(reader, sql`s.donor_id`)}, s.condition, s.earmarking, s.description,
      ${moneyOrNull(sql`s.valuation_minor`, sql`s.valuation_currency`)} as valuation
    from public_pledge s where s.reference = ${reference}`.execute(db)
  const [story] = rows
  if (!story) throw new NotFound('pledge')
  const steps = await sql<PublicPledgeStory['steps'][number]>`
    select kind, "on", ${money(sql`amount_minor`, sql`currency`)} as amount, usd_minor as "usdMinor"
    from public_pledge_steps(${reference})`.execute(db)
  return { ...story, steps: story.kind === 'money' ? steps.rows : stepsBesideTheMoney(story) }
}

function stepsBesideTheMoney({
  announcedOn,
  delivered,
}: Pick<PublicPledge, 'announcedOn' | 'delivered'>): PledgeStep[] {
  const nothing = { amount: null, usdMinor: null }
  const announced = { kind: 'announced' as const, on: announcedOn, ...nothing }
  return delivered ? [announced, { kind: 'received', on: delivered.on, ...nothing }] : [announced]
}

export interface PledgeNotes {
  matchPercent: number | null
  conditionNote: string | null
  earmarkingNote: string | null
  valuedBy: string | null
  /** Exchange of letters or agreement, of the last formalisation that stands. */
  evidence: string | null
}

/** What officers noted about a pledge. */
export async function getPledgeNotes(db: Db, id: string): Promise<PledgeNotes> {
  const { rows } = await sql<PledgeNotes>`
    select p.match_percent as "matchPercent", p.condition_note as "conditionNote",
      p.earmarking_note as "earmarkingNote", p.valued_by as "valuedBy",
      (select e.reason from journal_entry e
        where e.kind in ('pledge_formalised', 'pledge_formalised_conditionally')
          and e.number in (select l.entry_number from journal_line l where l.pledge_id = p.id)
          and not exists (select from journal_entry r where r.reverses = e.number)
        order by e.number desc limit 1) as evidence
    from pledge p where p.id = ${id}`.execute(db)
  const [notes] = rows
  if (!notes) throw new NotFound('pledge')
  return notes
}

const managerTables = sql`
  from public_pledge s join pledge p on p.id = s.pledge_id left join pledge_balance b on b.pledge_id = p.id`

const life = sql`coalesce(b.life, ${lifeByOutcome(sql`p.id`)})`

async function managerRows(
  db: Db,
  where: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
  reader: Locale,
  today: string,
): Promise<PledgeRow[]> {
  const { rows } = await sql<PledgeRow>`
    select ${publicColumns(reader, sql`p.donor_id`)}, ${life} as life,
      ${moneyOrNull(sql`b.receivable_minor`, sql`p.currency`)} as outstanding,
      case when b.pledge_id is not null then ${money(sql`due.minor`, sql`p.currency`)} end as overdue,
      array_remove(array[
        case when due.minor > 0 then 'overdue' end, case when b.conditional_minor > 0 then 'conditional' end,
        case when b.reduced_minor > 0 then 'reduced' end, case when b.written_off_minor > 0 then 'written_off' end
      ], null) as flags
    ${managerTables}
    cross join lateral (
      select least(coalesce(sum(i.amount_minor - i.paid_minor), 0), coalesce(b.receivable_minor, 0))::bigint as minor
      from instalment i where i.pledge_id = p.id and i.due_on < ${today}) due
    where ${where} ${order}`.execute(db)
  return rows
}

function publicColumns(reader: Locale, donorId: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`s.pledge_id as id, s.reference, s.kind, ${donorId} as "donorId", ${donorNameIn(reader, donorId)} as "donorName",
    s.announced_on as "announcedOn",
    (select jsonb_build_object('id', m.id, 'slug', m.slug, 'title', coalesce(m.title ->> ${reader}, m.title ->> 'en'))
      from meeting m where m.id = s.meeting_id) as meeting,
    case when s.delivered_on is not null
      then jsonb_build_object('on', s.delivered_on, 'inPart', s.delivered_in_part) end as delivered,
    ${moneyOrNull(sql`s.announced_minor`, sql`s.currency`)} as amount,
    ${moneyOrNull(sql`s.formalised_minor`, sql`s.currency`)} as formalised,
    ${moneyOrNull(sql`s.received_minor`, sql`s.currency`)} as received,
    case when s.currency is not null then jsonb_build_object('announcedUsd', s.announced_usd,
      'formalisedUsd', s.formalised_usd, 'receivedUsd', s.received_usd) end as usd`
}

async function narrowing(db: Db, filter: PublicFilter, donorId: RawBuilder<unknown>): Promise<RawBuilder<unknown>> {
  const conditions: RawBuilder<unknown>[] = [sql`true`]
  const text = filter.text.trim()
  if (text !== '') {
    const donors = await findDonorIdsByName(db, text)
    conditions.push(sql`(s.reference = ${text.toUpperCase()} or ${donorId} = any (${donors}::uuid[]))`)
  }
  if (filter.donorId) conditions.push(sql`${donorId} = ${standingDonor(filter.donorId)}`)
  if (filter.meetingId) conditions.push(sql`s.meeting_id = ${filter.meetingId}`)
  if (filter.kind) conditions.push(sql`s.kind = ${filter.kind}`)
  if (filter.currency) conditions.push(sql`s.currency = ${filter.currency}`)
  if (filter.year) {
    conditions.push(
      sql`s.announced_on between make_date(${filter.year}::integer, 1, 1) and make_date(${filter.year}::integer, 12, 31)`,
    )
  }
  return sql.join(conditions, sql` and `)
}

function orderOf({ sort }: PublicFilter): RawBuilder<unknown> {
  const orders = {
    newest: sql`order by s.announced_on desc, s.reference desc`,
    oldest: sql`order by s.announced_on, s.reference`,
    largest: sql`order by s.announced_usd desc, s.reference desc`,
  }
  return orders[sort]
}

function money(minor: RawBuilder<unknown>, currency: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`jsonb_build_object('amountMinor', ${minor}, 'currency', ${currency})`
}

function moneyOrNull(minor: RawBuilder<unknown>, currency: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`case when ${currency} is not null and ${minor} is not null then ${money(minor, currency)} end`
}
