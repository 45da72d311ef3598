import type { CalendarDate } from '@concert/domain/calendar-date'
import type { Digest, DigestChoice } from '@concert/domain/digest'
import type { Db, Trx } from './client.ts'

/** A person's digest; undefined when they never chose. */
export async function findDigest(db: Db, userId: string): Promise<Digest | undefined> {
  return selectDigest(db, userId).executeTakeFirst()
}

/** As `findDigest`, held until the end of the transaction; undefined too while another one holds it. */
export async function claimDigest(trx: Trx, userId: string): Promise<Digest | undefined> {
  return selectDigest(trx, userId).forUpdate().skipLocked().executeTakeFirst()
}

export async function saveDigestChoice(trx: Trx, userId: string, choice: DigestChoice, now: string): Promise<void> {
  await trx
    .insertInto('digest_choice')
    .values({ user_id: userId, ...choice, last_on: null, changed_at: now })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet({ ...choice, changed_at: now }))
    .execute()
}

/** Keeps the day on which it was looked whether something waits. */
export async function markDigestLooked(trx: Trx, userId: string, on: CalendarDate): Promise<void> {
  await trx.updateTable('digest_choice').set({ last_on: on }).where('user_id', '=', userId).execute()
}

/** Who may be owed a digest on this day: switched on, not looked at since, and not deactivated. */
export async function findDigestReaders(db: Db, on: CalendarDate): Promise<(Digest & { userId: string })[]> {
  return db
    .selectFrom('digest_choice')
    .innerJoin('user_account', 'user_account.id', 'digest_choice.user_id')
    .select(['user_id as userId', 'frequency', 'digest_choice.locale', 'last_on as lastOn'])
    .where('frequency', '<>', 'off')
    .where('deactivated_at', 'is', null)
    .where((eb) => eb.or([eb('last_on', 'is', null), eb('last_on', '<', on)]))
    .orderBy('user_id')
    .execute()
}

function selectDigest(db: Db, userId: string) {
  return db
    .selectFrom('digest_choice')
    .select(['frequency', 'locale', 'last_on as lastOn'])
    .where('user_id', '=', userId)
}
