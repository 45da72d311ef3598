import type { Locale } from '@concert/domain/locales'
import type { MailError, MailKind, MailOutcome, OutboxState } from '@concert/domain/outbox'
import { sql } from 'kysely'
import type { Db, Trx } from './client.ts'

export interface OutboxMail {
  id: string
  toUserId: string
  kind: MailKind
  locale: Locale
  attempts: number
}

/** Puts a mail into the outbox; the same key reaches the same person once. */
export async function insertMail(
  trx: Trx,
  mail: { toUserId: string; kind: MailKind; key: string; locale: Locale; dueAt: string },
): Promise<void> {
  await trx
    .insertInto('outbox_mail')
    .values({
      to_user_id: mail.toUserId,
      kind: mail.kind,
      key: mail.key,
      locale: mail.locale,
      created_at: mail.dueAt,
      due_at: mail.dueAt,
    })
    .onConflict((conflict) => conflict.columns(['to_user_id', 'key']).doNothing())
    .execute()
}

/** The mail that waits longest, held until the end of the transaction; one that another sender holds is passed over. */
export async function claimMail(trx: Trx, now: string): Promise<OutboxMail | undefined> {
  return trx
    .selectFrom('outbox_mail')
    .select(['id', 'to_user_id as toUserId', 'kind', 'locale', 'attempts'])
    .where('outcome', 'is', null)
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
}

export async function closeMail(
  trx: Trx,
  id: string,
  outcome: Exclude<MailOutcome, 'given_up'>,
  at: string,
): Promise<void> {
  await trx.updateTable('outbox_mail').set({ outcome, closed_at: at }).where('id', '=', id).execute()
}

/** Keeps why an attempt failed and when the next one is; without a next one the mail is given up. */
export async function recordFailure(
  trx: Trx,
  id: string,
  failure: { attempts: number; error: MailError; at: string; nextAt: string | null },
): Promise<void> {
  const { attempts, error, at, nextAt } = failure
  await trx
    .updateTable('outbox_mail')
    .set({ attempts, last_error: error })
    .$if(nextAt === null, (query) => query.set({ outcome: 'given_up', closed_at: at }))
    .$if(nextAt !== null, (query) => query.set({ due_at: nextAt ?? at }))
    .where('id', '=', id)
    .execute()
}

/** Removes what left the outbox before `until`. */
export async function deleteClosedMail(db: Db, until: string): Promise<void> {
  await db.deleteFrom('outbox_mail').where('outcome', 'is not', null).where('closed_at', '<', until).execute()
}

/** Where the address of a mail is found, at the moment it is sent; undefined once the person is deactivated. */
export async function findAddress(db: Db, userId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('user_account')
    .select('email')
    .where('id', '=', userId)
    .where('deactivated_at', 'is', null)
    .executeTakeFirst()
  return row?.email
}

/** The outbox in numbers: what waits now, and what left it since `since`. */
export async function sumOutbox(db: Db, since: string): Promise<Omit<OutboxState, 'isSetUp'>> {
  const rows = await db
    .selectFrom('outbox_mail')
    .select(['outcome', 'last_error as error'])
    .select((eb) => [
      eb.fn.countAll<number>().as('count'),
      eb.fn.max('closed_at').as('closedAt'),
      sql<string | null>`min(due_at) filter (where outcome is null and attempts > 0)`.as('nextAt'),
    ])
    .where((eb) => eb.or([eb('outcome', 'is', null), eb('closed_at', '>=', since)]))
    .groupBy(['outcome', 'last_error'])
    .execute()
  const of = (outcome: MailOutcome | null) => rows.filter((row) => row.outcome === outcome)
  const countOf = (found: typeof rows) => found.reduce((sum, { count }) => sum + count, 0)
  const withReason = rows.filter(({ outcome }) => outcome === null || outcome === 'given_up')
  const errors = [...new Set(withReason.flatMap(({ error }) => error ?? []))].sort()
  return {
    waiting: countOf(of(null)),
    sent: countOf(of('sent')),
    needless: countOf(of('needless')),
    givenUp: countOf(of('given_up')),
    lastSentAt:
      of('sent')
        .flatMap(({ closedAt }) => closedAt ?? [])
        .sort()
        .at(-1) ?? null,
    nextAttemptAt: rows.flatMap(({ nextAt }) => nextAt ?? []).sort()[0] ?? null,
    reasons: errors.map((error) => ({
      error,
      waiting: countOf(of(null).filter((row) => row.error === error)),
      givenUp: countOf(of('given_up').filter((row) => row.error === error)),
    })),
  }
}
