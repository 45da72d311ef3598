import { findDigest } from '@concert/db/digests'
import { findPerson } from '@concert/db/users'
import { today } from '@concert/domain/calendar-date'
import type { Locale } from '@concert/domain/locales'
import { writeLetter } from '@concert/exchange/mail/write-letter'
import { wordsOf } from '@concert/messages/words'
import type { Context } from '../context.ts'
import { countWaiting } from '../inbox/queries.ts'
import type { Letter } from '../mail.ts'
import { inTransaction } from '../transaction.ts'

/**
 * What waits for a person at this moment, in numbers alone: a mail may be read by others than the one it is for. Null
 * when nothing waits any more, or they have switched it off or left.
 */
export async function composeDigest(
  ctx: Context,
  to: { userId: string; reader: Locale; baseUrl: string },
): Promise<Omit<Letter, 'to' | 'id'> | null> {
  const { userId, reader, baseUrl } = to
  const person = await findPerson(ctx.db, userId)
  if (!person) return null
  const counts = await inTransaction({ ...ctx, actor: person }, async (trx) => {
    const isOn = ((await findDigest(trx, userId))?.frequency ?? 'off') !== 'off'
    return isOn ? countWaiting(trx, person, today(ctx.now())) : []
  })
  if (counts.length === 0) return null
  const say = await wordsOf(reader)
  const settings = `${baseUrl}/my/digest?lang=${reader}`
  const letter = writeLetter({
    reader,
    title: say('digests.mail.title'),
    lead: say('digests.mail.lead'),
    items: counts.map(({ source, count }) => say(`users.inbox.waits.${source}`, { count })),
    link: { text: say('digests.mail.open'), href: `${baseUrl}/my?lang=${reader}` },
    reason: say('digests.mail.reason'),
    settings: { text: say('digests.mail.settings'), href: settings },
  })
  return { subject: say('digests.mail.subject'), ...letter, unsubscribe: settings }
}
