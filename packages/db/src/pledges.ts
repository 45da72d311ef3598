import type { CalendarDate } from '@concert/domain/calendar-date'
import { NotFound } from '@concert/domain/errors'
import type { Carried } from '@concert/domain/journal/entry'
import type { PledgeBalance } from '@concert/domain/journal/pledge-standing'
import type { Money } from '@concert/domain/money'
import type { PledgeAnnouncement, PledgeCondition, PledgeKind } from '@concert/domain/pledge'
import type { Instalment } from '@concert/domain/schedule'
import { type Selectable, sql } from 'kysely'
import type { Db } from './client.ts'
import type { PledgeBalanceTable } from './fund-tables.ts'

export interface Pledge {
  id: string
  reference: string
  kind: PledgeKind
  donorId: string
  announcedOn: CalendarDate
}

/** A pledge of money as the journal has it at this moment. */
export interface MoneyPledge extends Pledge {
  currency: string
  carried: Record<keyof PledgeBalance, Carried>
}

export interface StoredInstalment {
  id: string
  position: number
  dueOn: CalendarDate
  amount: Money
  paid: Money
}

/** Keeps the pledge with its announced schedule; nothing is booked yet. */
export async function insertPledge(db: Db, pledge: PledgeAnnouncement): Promise<Pledge> {
  const money = pledge.kind === 'money' ? pledge : undefined
  const valuation = pledge.kind === 'in_kind' ? pledge.valuation : null
  const row = await db
    .insertInto('pledge')
    .values({
      kind: pledge.kind,
      donor_id: pledge.donorId,
      announced_on: pledge.announcedOn,
      meeting_id: pledge.meetingId,
      amount_minor: money?.amount.amountMinor ?? null,
      currency: money?.amount.currency ?? null,
      condition: money?.condition.kind ?? 'none',
      match_percent: money?.condition.matchPercent ?? null,
      condition_note: money?.condition.note ?? null,
      earmarking: pledge.earmarking,
      earmarking_note: pledge.earmarkingNote,
      description: pledge.kind === 'money' ? null : pledge.description,
      valuation_minor: valuation?.amountMinor ?? null,
      valuation_currency: valuation?.currency ?? null,
      valued_by: pledge.kind === 'in_kind' ? pledge.valuedBy : null,
    })
    .returning(['id', 'reference'])
    .executeTakeFirstOrThrow()
  if (money && money.instalments.length > 0) await replaceSchedule(db, row.id, money.instalments)
  return { ...row, kind: pledge.kind, donorId: pledge.donorId, announcedOn: pledge.announcedOn }
}

/** The whole schedule anew; only while nothing was ever paid on the old one. */
export async function replaceSchedule(db: Db, pledgeId: string, instalments: readonly Instalment[]): Promise<void> {
  await db.deleteFrom('instalment').where('pledge_id', '=', pledgeId).execute()
  if (instalments.length > 0) {
    await db
      .insertInto('instalment')
      .values(
        instalments.map((part, index) => ({
          pledge_id: pledgeId,
          position: index + 1,
          due_on: part.dueOn,
          amount_minor: part.amount.amountMinor,
        })),
      )
      .execute()
  }
  const scheduled = instalments.reduce((total, part) => total + part.amount.amountMinor, 0)
  await db.updateTable('pledge').set({ scheduled_minor: scheduled }).where('id', '=', pledgeId).execute()
}

export async function meetingExists(db: Db, id: string): Promise<boolean> {
  const row = await db.selectFrom('meeting').select('id').where('id', '=', id).executeTakeFirst()
  return row !== undefined
}

/** What must happen before what is signed on a condition is owed. */
export async function getPledgeCondition(db: Db, id: string): Promise<PledgeCondition> {
  const row = await db
    .selectFrom('pledge')
    .select(['condition', 'match_percent', 'condition_note'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new NotFound('pledge')
  return { kind: row.condition, matchPercent: row.match_percent, note: row.condition_note }
}

/** Whether a payment was ever allocated to the pledge, even if that was undone. */
export async function wasEverPaid(db: Db, pledgeId: string): Promise<boolean> {
  const row = await db
    .selectFrom('allocation')
    .select('id')
    .where('pledge_id', '=', pledgeId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The pledge, with balances when it is one of money. */
export async function getPledge(db: Db, id: string): Promise<Pledge | MoneyPledge> {
  const row = await db
    .selectFrom('pledge')
    .leftJoin('pledge_balance', 'pledge_balance.pledge_id', 'pledge.id')
    .selectAll('pledge_balance')
    .select(['pledge.id', 'reference', 'kind', 'donor_id', 'announced_on', 'currency'])
    .where('pledge.id', '=', id)
    .executeTakeFirst()
  if (!row) throw new NotFound('pledge')
  const pledge = {
    id: row.id,
    reference: row.reference,
    kind: row.kind,
    donorId: row.donor_id,
    announcedOn: row.announced_on,
  }
  if (row.currency === null || row.pledge_id === null) return pledge
  return { ...pledge, currency: row.currency, carried: toCarried(row as PledgeBalanceRow, row.currency) }
}

export type PledgeBalanceRow = Omit<Selectable<PledgeBalanceTable>, 'pledge_id'>

export function toCarried(row: PledgeBalanceRow, currency: string): MoneyPledge['carried'] {
  const carried = (amountMinor: number, usdMinor: number): Carried => ({ amount: { amountMinor, currency }, usdMinor })
  return {
    announced: carried(row.announced_minor, row.announced_usd),
    formalised: carried(row.formalised_minor, row.formalised_usd),
    conditional: carried(row.conditional_minor, row.conditional_usd),
    outstanding: carried(row.receivable_minor, row.receivable_usd),
    received: carried(row.received_minor, row.received_usd),
    reduced: carried(row.reduced_minor, row.reduced_usd),
    writtenOff: carried(row.written_off_minor, row.written_off_usd),
  }
}

/** The amounts alone, as the rules about a pledge's life take them. */
export function toStanding(carried: MoneyPledge['carried']): PledgeBalance {
  return {
    announced: carried.announced.amount,
    formalised: carried.formalised.amount,
    conditional: carried.conditional.amount,
    outstanding: carried.outstanding.amount,
    received: carried.received.amount,
    reduced: carried.reduced.amount,
    writtenOff: carried.writtenOff.amount,
  }
}

/** A pledge's instalments, the first one first. */
export async function findInstalments(db: Db, pledgeId: string): Promise<StoredInstalment[]> {
  const { rows } = await sql<StoredInstalment>`
    select i.id, i.position, i.due_on as "dueOn",
      jsonb_build_object('amountMinor', i.amount_minor, 'currency', p.currency) as amount,
      jsonb_build_object('amountMinor', i.paid_minor, 'currency', p.currency) as paid
    from instalment i join pledge p on p.id = i.pledge_id
    where i.pledge_id = ${pledgeId} order by i.due_on, i.position`.execute(db)
  return rows
}
