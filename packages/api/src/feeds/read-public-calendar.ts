import { getAgency } from '@concert/db/agencies'
import type { Trx } from '@concert/db/client'
import { getPlace } from '@concert/db/places'
import { today } from '@concert/domain/calendar-date'
import type { ActivityFeedRequest } from '@concert/domain/calendar-feed'
import { NotFound } from '@concert/domain/errors'
import { wordsOf } from '@concert/messages/words'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { type ActivitiesOf, writeActivities } from './activity-events.ts'

/** The public activities of an agency, or those in a country or region, as a calendar; undefined where there is none. */
export async function readPublicCalendar(
  ctx: Omit<Context, 'actor'>,
  wanted: ActivityFeedRequest,
  publicUrl: string | undefined,
): Promise<string | undefined> {
  const { locale } = ctx
  const writing = { say: await wordsOf(locale), locale, publicUrl, day: today(ctx.now()) }
  try {
    return await inTransaction({ ...ctx, actor: { kind: 'anonymous' } }, async (trx) =>
      writeActivities(trx, writing, await subjectOf(trx, wanted)),
    )
  } catch (error) {
    if (error instanceof NotFound) return undefined
    throw error
  }
}

async function subjectOf(trx: Trx, wanted: ActivityFeedRequest): Promise<ActivitiesOf> {
  if (wanted.kind === 'agency') {
    return { agencyId: (await getAgency(trx, wanted.agency)).id, placeCode: null, readership: 'public' }
  }
  return { agencyId: null, placeCode: (await getPlace(trx, wanted.place)).code, readership: 'public' }
}
