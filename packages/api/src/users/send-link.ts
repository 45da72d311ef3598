import type { Locale } from '@concert/domain/locales'
import { mailErrorOf } from '@concert/domain/outbox'
import { linkHours } from '@concert/domain/user'
import { wordsAt } from '@concert/messages/words'
import type { Context } from '../context.ts'
import type { OneTimeLink } from './one-time-link.ts'

export interface SentLink {
  link: OneTimeLink
  /** Whether the link also went out by e-mail. */
  mailed: boolean
}

/** Writes to the person in their language. What cannot be sent is not lost: the administrator sees the link. */
export async function sendLink(
  ctx: Context,
  kind: 'invite' | 'reset',
  person: { name: string; email: string; locale: Locale },
  link: OneTimeLink,
): Promise<SentLink> {
  if (!ctx.mail) return { link, mailed: false }
  const values = { name: person.name, link: `${ctx.mail.baseUrl}${link.path}`, hours: linkHours }
  try {
    await ctx.mail.send({
      to: person.email,
      subject: await wordsAt(`users.mail.${kind}.subject`, person.locale),
      text: await wordsAt(`users.mail.${kind}.text`, person.locale, values),
    })
    return { link, mailed: true }
  } catch (error) {
    // A mail server's own words may repeat the address.
    const why = mailErrorOf(error)
    ctx.log.error({ error: why, requestId: ctx.requestId }, 'a letter could not be sent')
    return { link, mailed: false }
  }
}
