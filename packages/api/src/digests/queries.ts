import { findDigest } from '@concert/db/digests'
import { getUser } from '@concert/db/users'
import type { Digest } from '@concert/domain/digest'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { whoAsks } from '../users/who-asks.ts'

export interface OwnDigest extends Digest {
  /** Whether an operator has set up a mail server; without one nothing goes out. */
  isMailSetUp: boolean
}

/** The digest of the one who asks: off, in the language of their account, until they choose. */
export function ownDigest(ctx: Context): Promise<OwnDigest> {
  const { userId } = whoAsks(ctx)
  return inTransaction(ctx, async (trx) => {
    const chosen = await findDigest(trx, userId)
    const digest = chosen ?? { frequency: 'off', locale: (await getUser(trx, userId)).locale, lastOn: null }
    return { ...digest, isMailSetUp: ctx.mail !== undefined }
  })
}
