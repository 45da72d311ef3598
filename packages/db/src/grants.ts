import type { CalendarDate } from '@concert/domain/calendar-date'
import type { AidKind, GrantVisibility } from '@concert/domain/codelists'
import { NotFound } from '@concert/domain/errors'
import type { GrantProposal } from '@concert/domain/grant'
import type { Advice, Decision, GrantStanding } from '@concert/domain/grant-decisions'
import type { Carried } from '@concert/domain/journal/entry'
import type { Money } from '@concert/domain/money'
import type { Instalment } from '@concert/domain/schedule'
import { type Selectable, sql } from 'kysely'
import type { Db } from './client.ts'
import type { GrantBalanceTable } from './grant-tables.ts'

/** A grant as it was decided and as the journal has it at this moment. */
export interface Grant {
  id: string
  reference: string
  callId: string
  granteeId: string
  placeCode: string
  aidKinds: AidKind[]
  title: string
  currency: string
  asked: Money
  proposedOn: CalendarDate
  visibility: GrantVisibility
  doNoHarmNote: string | null
  advice: { advice: Advice; on: CalendarDate } | null
  decision: { decision: Decision; on: CalendarDate } | null
  approved: Money | null
  carried: Record<keyof GrantStanding, Carried>
}

export type NewGrant = Omit<GrantProposal, 'idempotencyKey'>

export async function insertGrant(db: Db, grant: NewGrant): Promise<{ id: string; reference: string }> {
  return db
    .insertInto('fund_grant')
    .values({
      call_id: grant.callId,
      grantee_id: grant.granteeId,
      place_code: grant.placeCode,
      aid_kinds: grant.aidKinds,
      title: grant.title,
      asked_minor: grant.amount.amountMinor,
      currency: grant.amount.currency,
      proposed_on: grant.proposedOn,
      from_on: grant.from,
      until_on: grant.until,
      visibility: grant.visibility,
      do_no_harm_note: grant.doNoHarmNote,
    })
    .returning(['id', 'reference'])
    .executeTakeFirstOrThrow()
}

export async function getGrant(db: Db, id: string): Promise<Grant> {
  const row = await db
    .selectFrom('fund_grant')
    .innerJoin('grant_balance', 'grant_balance.grant_id', 'fund_grant.id')
    .selectAll('fund_grant')
    .selectAll('grant_balance')
    .where('fund_grant.id', '=', id)
    .executeTakeFirst()
  if (!row) throw new NotFound('grant')
  const { currency } = row
  return {
    id: row.id,
    reference: row.reference,
    callId: row.call_id,
    granteeId: row.grantee_id,
    placeCode: row.place_code,
    aidKinds: row.aid_kinds,
    title: row.title,
    currency,
    asked: { amountMinor: row.asked_minor, currency },
    proposedOn: row.proposed_on,
    visibility: row.visibility,
    doNoHarmNote: row.do_no_harm_note,
    advice: row.advice !== null && row.advised_on !== null ? { advice: row.advice, on: row.advised_on } : null,
    decision: row.decision !== null && row.decided_on !== null ? { decision: row.decision, on: row.decided_on } : null,
    approved: row.approved_minor === null ? null : { amountMinor: row.approved_minor, currency },
    carried: toCarriedGrant(row, currency),
  }
}

function toCarriedGrant(row: Omit<Selectable<GrantBalanceTable>, 'grant_id'>, currency: string): Grant['carried'] {
  const carried = (amountMinor: number, usdMinor: number): Carried => ({ amount: { amountMinor, currency }, usdMinor })
  return {
    awarded: carried(row.awarded_minor, row.awarded_usd),
    cut: carried(row.cut_minor, row.cut_usd),
    disbursed: carried(row.disbursed_minor, row.disbursed_usd),
    payable: carried(row.payable_minor, row.payable_usd),
    refunded: carried(row.refunded_minor, row.refunded_usd),
  }
}

export async function updateAdvice(
  db: Db,
  id: string,
  { advice, on, note }: { advice: Advice; on: CalendarDate; note: string | null },
): Promise<void> {
  await db.updateTable('fund_grant').set({ advice, advised_on: on, advice_note: note }).where('id', '=', id).execute()
}

/** A plan that was agreed on an earlier decision falls with it. */
export async function updateDecision(
  db: Db,
  id: string,
  decided: { decision: Decision; on: CalendarDate; amount: Money | null; note: string | null },
): Promise<void> {
  await db.deleteFrom('grant_instalment').where('grant_id', '=', id).execute()
  await db
    .updateTable('fund_grant')
    .set({
      decision: decided.decision,
      decided_on: decided.on,
      decision_note: decided.note,
      approved_minor: decided.amount?.amountMinor ?? null,
    })
    .where('id', '=', id)
    .execute()
}

export async function updateVisibility(
  db: Db,
  id: string,
  { visibility, doNoHarmNote }: { visibility: GrantVisibility; doNoHarmNote: string | null },
): Promise<void> {
  await db.updateTable('fund_grant').set({ visibility, do_no_harm_note: doNoHarmNote }).where('id', '=', id).execute()
}

/** The whole plan anew. */
export async function replacePlan(db: Db, grantId: string, instalments: readonly Instalment[]): Promise<void> {
  await db.deleteFrom('grant_instalment').where('grant_id', '=', grantId).execute()
  if (instalments.length === 0) return
  await db
    .insertInto('grant_instalment')
    .values(
      instalments.map((part, index) => ({
        grant_id: grantId,
        position: index + 1,
        due_on: part.dueOn,
        amount_minor: part.amount.amountMinor,
      })),
    )
    .execute()
}

export async function findPlan(db: Db, grantId: string, currency: string): Promise<Instalment[]> {
  const rows = await db
    .selectFrom('grant_instalment')
    .select(['due_on', 'amount_minor'])
    .where('grant_id', '=', grantId)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({ dueOn: row.due_on, amount: { amountMinor: row.amount_minor, currency } }))
}

/** The value date of the award that stands, if there is one. */
export async function findAwardedOn(db: Db, grantId: string): Promise<CalendarDate | null> {
  const { rows } = await sql<{ on: CalendarDate | null }>`
    select max(e.value_date) as "on" from journal_entry e
    where e.kind = 'grant_awarded' and e.number in (select entry_number from journal_line where grant_id = ${grantId})
      and not exists (select from journal_entry r where r.reverses = e.number)`.execute(db)
  return rows[0]?.on ?? null
}
