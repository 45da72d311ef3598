import { findStandingFeed, markFeedFetched } from '@concert/db/calendar-feeds'
import { findUser } from '@concert/db/users'
import { mayUse } from '@concert/domain/actor'
import { today } from '@concert/domain/calendar-date'
import type { FeedKind } from '@concert/domain/calendar-feed'
import { wordsOf } from '@concert/messages/words'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { writeActivities } from './activity-events.ts'
import { writeInstalments } from './instalment-events.ts'
import { digestOfFeedToken } from './new-address.ts'

const policyOf = { instalments: 'fund.read', agency: 'group.read', place: 'group.read' } as const satisfies Record<
  FeedKind,
  string
>

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
  const { id: userId, name, agencyId, roles, locale } = owner
  const actor = { kind: 'person' as const, userId, name, agencyId, roles }
  if (!mayUse(actor, policyOf[feed.kind])) return undefined
  const writing = { say: await wordsOf(locale), locale, publicUrl, day: today(ctx.now()) }
  return inTransaction({ ...ctx, actor, locale }, async (trx) => {
    await markFeedFetched(trx, feed.id, writing.day)
    if (feed.kind === 'instalments') return writeInstalments(trx, writing)
    return writeActivities(trx, writing, { ...feed, readership: 'group' })
  })
}
