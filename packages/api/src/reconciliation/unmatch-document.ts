import { getMatch, updateMatchEnded } from '@concert/db/extracts'
import { lockJournal } from '@concert/db/journal'
import { updateProvisional } from '@concert/db/reconciliation-matches'
import { DomainError } from '@concert/domain/errors'
import type { DocumentUnmatching } from '@concert/domain/reconciliation-views'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'
import { whoMatches } from './match-certain.ts'

/** Takes a match apart, for good unless an officer makes it again: no program does. */
export function unmatchDocument(ctx: Context, input: DocumentUnmatching): Promise<{ document: string }> {
  return once(ctx, { key: input.idempotencyKey, procedure: 'reconciliation.unmatch', body: input }, async (trx) => {
    await lockJournal(trx)
    const { id, document, entryNumber, kind, isEnded } = await getMatch(trx, input.matchId)
    if (isEnded) throw new DomainError('reconciliation.match_ended', { document })
    await updateMatchEnded(trx, id, { reason: input.reason, ...whoMatches(ctx) })
    await updateProvisional(trx)
    const values = { document, entryNumber, kind, reason: input.reason }
    await recordAudit(trx, ctx, 'reconciliation.unmatched', { type: 'document', id: document }, values)
    return { document }
  })
}
