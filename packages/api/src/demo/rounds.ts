import type { Trx } from '@concert/db/client'
import { findListedActivities, upsertAnswer } from '@concert/db/round-answers'
import { closeRound, insertExpectedReports, insertRound, updateReport } from '@concert/db/rounds'
import { getAgencyIdBySlug } from '@concert/db/users'
import { addDays, type CalendarDate } from '@concert/domain/calendar-date'
import { proposedRound, type Round } from '@concert/domain/round'

const byName = 'Example data'
const clearedBefore = ['iom', 'ilo', 'unicef', 'unhcr', 'un-women', 'undp', 'unodc']
const clearedNow = ['ilo', 'unicef', 'osce']

/** A past round, closed, and an open one: a few agencies are cleared and UNODC is half-way through. */
export async function seedDemoRounds(trx: Trx, day: CalendarDate): Promise<void> {
  const current = proposedRound(day)
  const past = proposedRound(addDays(current.fromOn, -1))
  const closed = await open(trx, past, instant(addDays(past.untilOn, 1)))
  for (const slug of clearedBefore) await answer(trx, closed, slug, { share: 1, at: addDays(past.untilOn, 20) })
  await closeRound(trx, closed.id, instant(addDays(past.deadline, 5)), null)

  const round = await open(trx, current, instant(addDays(day, -10)))
  for (const slug of clearedNow) await answer(trx, round, slug, { share: 1, at: addDays(day, -3) })
  await answer(trx, round, 'unodc', { share: 0.5, at: null })
}

async function open(trx: Trx, period: Pick<Round, 'fromOn' | 'untilOn' | 'deadline'>, openedAt: Date): Promise<Round> {
  const note = { en: 'Example: please confirm what is planned for the coming half-year as well.' }
  const round = await insertRound(trx, { ...period, note, openedAt, openedBy: null })
  if (!round) throw new Error('A round is open already')
  await insertExpectedReports(trx, round.id, period.untilOn)
  return round
}

async function answer(
  trx: Trx,
  round: Round,
  slug: string,
  { share, at }: { share: number; at: CalendarDate | null },
): Promise<void> {
  const agencyId = await getAgencyIdBySlug(trx, slug)
  const listed = await findListedActivities(trx, round, agencyId)
  const typedAt = new Date(round.openedAt).toISOString()
  for (const { id, version, status, startOn, endOn } of listed.slice(0, Math.ceil(listed.length * share))) {
    await upsertAnswer(trx, {
      ...{ roundId: round.id, agencyId, activity: { id, version }, status, startOn, endOn, typedAt, byName },
      kind: 'unchanged',
      note: '',
      isProposal: false,
      byId: null,
    })
  }
  await updateReport(
    trx,
    round.id,
    agencyId,
    at === null
      ? { state: 'in_work' }
      : { state: 'cleared', cleared_at: instant(at), listed: listed.map(({ id }) => id) },
  )
}

function instant(day: CalendarDate): Date {
  return new Date(`${day}T09:00:00Z`)
}
