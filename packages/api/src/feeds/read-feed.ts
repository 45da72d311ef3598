import { findStandingFeed, markFeedFetched } from '@concert/db/calendar-feeds'
import { findOwedInstalments } from '@concert/db/instalments-due'
import { findUser } from '@concert/db/users'
import { mayUse } from '@concert/domain/actor'
import { today } from '@concert/domain/calendar-date'
import type { DueInstalment } from '@concert/domain/instalment-reminders'
import { type DayEvent, writeCalendar } from '@concert/exchange/ical/write-calendar'
import { type Say, wordsOf } from '@concert/messages/words'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { digestOfFeedToken } from './new-address.ts'

/** As many instalments as a calendar is told; the earliest ones. */
const most = 2000

/**
 * The calendar behind an address, in its owner's language and with what its owner may read at this very moment.
 * Undefined alike for a token that nobody has, one that was revoked, and one whose owner may read no more.
 */
export async function readFeed(
  ctx: Omit<Context, 'actor' | 'locale'>,
  token: string,
  publicUrl: string | undefined,
): Promise<string | undefined> {
  const feed = await findStandingFeed(ctx.db, digestOfFeedToken(token))
  const owner = feed && (await findUser(ctx.db, feed.ownerId))
  if (!feed || !owner || owner.status === 'deactivated') return undefined
  const { id: userId, name, agencyId, roles } = owner
  const actor = { kind: 'person' as const, userId, name, agencyId, roles }
  if (!mayUse(actor, 'fund.read')) return undefined
  const say = await wordsOf(owner.locale)
  const instalments = await inTransaction({ ...ctx, actor, locale: owner.locale }, async (trx) => {
    await markFeedFetched(trx, feed.id, today(ctx.now()))
    return findOwedInstalments(trx, owner.locale, most)
  })
  return writeCalendar(
    say('feeds.event.name'),
    instalments.map((one) => eventOf(one, say, publicUrl)),
  )
}

/** No amount, and no name of a donor who is not named: a calendar is shared more easily than the books. */
function eventOf(one: DueInstalment & { changedAt: string }, say: Say, publicUrl: string | undefined): DayEvent {
  const { id, dueOn, changedAt, pledgeReference: reference, donorName, position } = one
  const donor = one.anonymous ? null : donorName
  return {
    uid: id,
    on: dueOn,
    changedAt,
    summary:
      donor === null ? say('feeds.event.unnamed', { reference }) : say('feeds.event.named', { reference, donor }),
    description: say('feeds.event.detail', { position }),
    ...(publicUrl === undefined ? {} : { url: new URL(`/fund/pledges/${reference}`, publicUrl).href }),
  }
}
