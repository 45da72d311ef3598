import { claimMail, closeMail, findAddress, type OutboxMail, recordFailure } from '@concert/db/outbox'
import { type MailError, mailErrorOf, pauseAfter } from '@concert/domain/outbox'
import type { Context } from '../context.ts'
import { composeDigest } from '../digests/compose-digest.ts'
import type { Letter, Mail } from '../mail.ts'

export type SendingContext = Context & { mail: Mail }

type Delivery = 'sent' | 'needless' | { error: MailError }

/**
 * Sends the mail that waits longest. It is held in the database meanwhile, so that no other sender takes it. Should this
 * one be cut off after the mail server took the mail, by `signal` or a crash, it goes out again under the same
 * Message-ID.
 */
export function sendNext(ctx: SendingContext, signal?: AbortSignal): Promise<'sent' | 'needless' | 'failed' | null> {
  return ctx.db.transaction().execute(async (trx) => {
    const mail = await claimMail(trx, ctx.now().toISOString())
    if (!mail) return null
    const delivery = await deliver(ctx, mail, signal)
    const at = ctx.now()
    if (delivery === 'sent' || delivery === 'needless') {
      await closeMail(trx, mail.id, delivery, at.toISOString())
      return delivery
    }
    const { error } = delivery
    const attempts = mail.attempts + 1
    const pause = pauseAfter(attempts, error)
    const nextAt = pause === null ? null : new Date(at.getTime() + pause).toISOString()
    await recordFailure(trx, mail.id, { attempts, error, at: at.toISOString(), nextAt })
    ctx.log.warn({ mail: mail.id, error, attempts, nextAt }, nextAt ? 'a mail was not taken' : 'a mail was given up')
    return 'failed'
  })
}

/** Reads what is to be said and to which address at this very moment, and hands it to the mail server. */
async function deliver(ctx: SendingContext, mail: OutboxMail, signal?: AbortSignal): Promise<Delivery> {
  let letter: Letter | null
  try {
    letter = await compose(ctx, mail)
  } catch (err) {
    ctx.log.error({ err, mail: mail.id }, 'a mail could not be written')
    return { error: 'not_written' }
  }
  if (!letter) return 'needless'
  try {
    await Promise.race([ctx.mail.send(letter), ...(signal ? [untilStopped(signal)] : [])])
    return 'sent'
  } catch (error) {
    signal?.throwIfAborted()
    return { error: mailErrorOf(error) }
  }
}

async function compose(ctx: SendingContext, { id, toUserId, locale }: OutboxMail): Promise<Letter | null> {
  const to = await findAddress(ctx.db, toUserId)
  if (to === undefined) return null
  const letter = await composeDigest(ctx, { userId: toUserId, reader: locale, baseUrl: ctx.mail.baseUrl })
  return letter && { ...letter, to, id }
}

function untilStopped(signal: AbortSignal): Promise<never> {
  return new Promise((_, stop) => {
    const end = () => stop(signal.reason)
    if (signal.aborted) end()
    else signal.addEventListener('abort', end, { once: true })
  })
}
