import type { Db } from '@concert/db/client'
import { findListedActivities, upsertAnswer } from '@concert/db/round-answers'
import { findCurrentRound } from '@concert/db/rounds'
import { sql } from '@concert/db/testing/sql'
import { getAgencyIdBySlug } from '@concert/db/users'
import { addDays, type CalendarDate } from '@concert/domain/calendar-date'

/** What the focal point says of one activity. */
export interface PlannedAnswer {
  reference: string
  kind: 'unchanged' | 'update' | 'ended'
  note: string
  /** Typed; null where the day stays. */
  endOn: CalendarDate | null
}

export interface Plan {
  roundId: string
  agencyId: string
  answers: PlannedAnswer[]
}

const scripts = [
  'two more weeks',
  'deux semaines de plus',
  'ещё две недели',
  '再延长两周',
  'أسبوعان إضافيان',
  'dos semanas más',
]

/** Leaves as many activities of the agency open in the round as are to be answered, and plans what is said of them. */
export async function planAnswers(db: Db, slug: string, wanted: number, today: CalendarDate): Promise<Plan> {
  return db.transaction().execute(async (trx) => {
    const round = await findCurrentRound(trx)
    if (!round) throw new Error('No round is open')
    const agencyId = await getAgencyIdBySlug(trx, slug)
    const listed = await findListedActivities(trx, round, agencyId)
    const open = listed.filter(({ part, answer }) => part === 'lead' && answer === null)
    if (open.length < wanted) throw new Error(`${slug} has ${open.length} activities to report on, not ${wanted}`)
    const chosen = new Set(open.slice(-wanted).map(({ id }) => id))
    for (const { id, version, status, startOn, endOn, answer } of listed) {
      if (answer !== null || chosen.has(id)) continue
      const before = { roundId: round.id, agencyId, activity: { id, version }, status, startOn, endOn }
      const typedAt = new Date(round.openedAt).toISOString()
      const by = { byId: null, byName: 'Bench', isProposal: false }
      await upsertAnswer(trx, { ...before, ...by, kind: 'unchanged', note: '', typedAt })
    }
    return { roundId: round.id, agencyId, answers: open.slice(-wanted).map(planned(today)) }
  })
}

/** Half of them are unchanged, the others get a day and a sentence; sentences in the six languages. */
function planned(today: CalendarDate) {
  return ({ reference, status }: { reference: string; status: string }, index: number): PlannedAnswer => {
    if (index % 2 === 0) return { reference, kind: 'unchanged', note: '', endOn: null }
    const note = `Example ${index + 1}: ${scripts[(index >> 1) % scripts.length]} “${reference}” & <b>50 %</b>`
    return status === 'ongoing' && index % 4 === 1
      ? { reference, kind: 'ended', note, endOn: today }
      : { reference, kind: 'update', note, endOn: addDays(today, 60 + index) }
  }
}

/** One sentence for each planned answer that is not in the database exactly once and exactly as it was typed. */
export async function findLost(db: Db, { roundId, agencyId, answers }: Plan): Promise<string[]> {
  const { rows } = await sql<{
    reference: string
    kind: string
    note: string
    end_on: string | null
    now: string | null
  }>`
    select a.reference, r.kind, r.note, r.end_on, a.end_on as now
    from round_answer r join activity a on a.id = r.activity_id
    where r.round_id = ${roundId} and r.agency_id = ${agencyId}`.execute(db)
  return answers.flatMap(({ reference, kind, note, endOn }) => {
    const found = rows.filter((row) => row.reference === reference)
    const [row] = found
    if (!row || found.length > 1) return [`${reference}: ${found.length} answers`]
    const isSame = row.kind === kind && row.note === note
    const isDated = endOn === null || (row.end_on === endOn && row.now === endOn)
    return isSame && isDated ? [] : [`${reference}: ${JSON.stringify(row)} in place of ${kind} “${note}” ${endOn}`]
  })
}

/** How many answers were taken and how often their keys came; more traces than keys would be answers counted twice. */
export async function countTraces(db: Db): Promise<{ keys: number; traces: number }> {
  const { rows } = await sql<{ keys: number; traces: number }>`
    select (select count(*)::integer from idempotency where procedure = 'rounds.answer') as keys,
      (select count(*)::integer from audit_row where action = 'round.answered') as traces`.execute(db)
  return rows[0] ?? { keys: 0, traces: 0 }
}

export async function isCleared(db: Db, { roundId, agencyId }: Plan): Promise<boolean> {
  const report = await db
    .selectFrom('round_report')
    .select('state')
    .where('round_id', '=', roundId)
    .where('agency_id', '=', agencyId)
    .executeTakeFirst()
  return report?.state === 'cleared'
}
