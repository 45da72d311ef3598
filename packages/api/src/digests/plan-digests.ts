import { claimDigest, findDigestReaders, markDigestLooked } from '@concert/db/digests'
import { insertMail } from '@concert/db/outbox'
import { findPerson } from '@concert/db/users'
import { today } from '@concert/domain/calendar-date'
import { digestDue } from '@concert/domain/digest'
import type { Context } from '../context.ts'
import { countWaiting } from '../inbox/queries.ts'
import type { Person } from '../inbox/source.ts'
import { inTransaction } from '../transaction.ts'

/** Puts a mail into the outbox for everybody whose digest is due and for whom something waits. */
export async function planDigests(ctx: Context): Promise<void> {
  const now = ctx.now()
  for (const reader of await findDigestReaders(ctx.db, today(now))) {
    if (digestDue(reader, now) === null) continue
    const person = await findPerson(ctx.db, reader.userId)
    if (!person) continue
    await planDigest({ ...ctx, actor: person }, person, now).catch((err: unknown) => {
      ctx.log.warn({ err }, 'a digest could not be prepared; trying again')
    })
  }
}

/** In the person's own name from its first statement on: what they may not see is not counted. */
function planDigest(ctx: Context, person: Person, now: Date): Promise<void> {
  return inTransaction(ctx, async (trx) => {
    const digest = await claimDigest(trx, person.userId)
    const on = digest && digestDue(digest, now)
    if (!digest || !on) return
    await markDigestLooked(trx, person.userId, on)
    if ((await countWaiting(trx, person, on)).length === 0) return
    await insertMail(trx, {
      toUserId: person.userId,
      kind: 'digest',
      key: `digest ${on}`,
      locale: digest.locale,
      dueAt: now.toISOString(),
    })
  })
}
