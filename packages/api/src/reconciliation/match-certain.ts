import type { Trx } from '@concert/db/client'
import { findPairsApart } from '@concert/db/extracts'
import { lockJournal } from '@concert/db/journal'
import { findUnmatched, insertMatches, updateProvisional } from '@concert/db/reconciliation-matches'
import { certainMatches } from '@concert/domain/reconciliation'
import { actorUserId } from '../actor-user.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'

/** Matches what is certain now, such as payments that were recorded after their extract came in. */
export function matchAgain(ctx: Context, input: { idempotencyKey: string }): Promise<{ matched: number }> {
  return once(ctx, { key: input.idempotencyKey, procedure: 'reconciliation.matchAgain', body: {} }, async (trx) => {
    await lockJournal(trx)
    const matched = await matchCertain(trx, ctx)
    await updateProvisional(trx)
    return { matched }
  })
}

/** Only what needs no person; everything else waits for an officer. */
export async function matchCertain(trx: Trx, ctx: Context): Promise<number> {
  const { rows, items } = await findUnmatched(trx)
  const matches = certainMatches(rows, items, await findPairsApart(trx))
  if (matches.length === 0) return 0
  await insertMatches(
    trx,
    matches.map((match) => ({ ...match, reason: null })),
    whoMatches(ctx),
  )
  const pairs = matches.map(({ document, entryNumber, basis }) => ({ document, entryNumber, basis }))
  const subject = { type: 'reconciliation', id: 'certain' }
  await recordAudit(trx, ctx, 'reconciliation.matched_certain', subject, { count: matches.length, pairs })
  return matches.length
}

export function whoMatches(ctx: Context): { byId: string | null; byName: string } {
  return { byId: actorUserId(ctx), byName: ctx.actor.kind === 'anonymous' ? '' : ctx.actor.name }
}
