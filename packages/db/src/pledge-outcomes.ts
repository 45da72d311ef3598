import type { CalendarDate } from '@concert/domain/calendar-date'
import type { OutcomeRow } from '@concert/domain/fund-views'
import { lifeAfter, type PledgeOutcome } from '@concert/domain/pledge-outcome'
import { type Generated, type GeneratedAlways, type RawBuilder, sql } from 'kysely'
import type { Db } from './client.ts'

export interface PledgeOutcomeTable {
  number: GeneratedAlways<number>
  pledge_id: string
  outcome: PledgeOutcome
  on: string
  note: string
  recorded_at: Generated<string>
  recorded_by: string | null
  recorded_by_name: string
}

export interface PledgeOutcomeTables {
  pledge_outcome: PledgeOutcomeTable
}

export interface NewOutcome {
  pledgeId: string
  outcome: PledgeOutcome
  on: CalendarDate
  note: string
  by: { id: string | null; name: string }
}

/** Adds what became of a pledge that is not money; from now on it stands in place of what was recorded before. */
export async function insertOutcome(db: Db, { pledgeId, outcome, on, note, by }: NewOutcome): Promise<void> {
  await db
    .insertInto('pledge_outcome')
    .values({ pledge_id: pledgeId, outcome, on, note, recorded_by: by.id, recorded_by_name: by.name })
    .execute()
}

/** Everything that was ever recorded of a pledge, the first record first. */
export function findOutcomes(db: Db, pledgeId: string): Promise<OutcomeRow[]> {
  return db
    .selectFrom('pledge_outcome')
    .select(['outcome', 'on', 'note', 'recorded_by_name as recordedBy', 'recorded_at as recordedAt'])
    .where('pledge_id', '=', pledgeId)
    .orderBy('number')
    .execute()
}

/** The life of a pledge that is not money, in a query in which `pledgeId` is its id. */
export function lifeByOutcome(pledgeId: RawBuilder<unknown>): RawBuilder<unknown> {
  const cases = Object.entries(lifeAfter).map(([outcome, life]) => sql`when ${sql.lit(outcome)} then ${sql.lit(life)}`)
  return sql`coalesce((
    select case o.outcome ${sql.join(cases, sql` `)} end
    from pledge_outcome o where o.pledge_id = ${pledgeId} order by o.number desc limit 1), 'announced')`
}
