import { lockJournal } from '@concert/db/journal'
import { findUnmatched, insertMatches, updateProvisional } from '@concert/db/reconciliation-matches'
import { DomainError } from '@concert/domain/errors'
import type { DocumentMatching } from '@concert/domain/reconciliation-views'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'
import { whoMatches } from './match-certain.ts'

/** An officer says which entry a document of the accounts of record is, although their amounts may differ. */
export function matchDocument(ctx: Context, input: DocumentMatching): Promise<{ document: string }> {
  return once(ctx, { key: input.idempotencyKey, procedure: 'reconciliation.match', body: input }, async (trx) => {
    await lockJournal(trx)
    const { document, entryNumber, reason } = input
    const { rows, items } = await findUnmatched(trx)
    const row = rows.find((one) => one.document === document)
    if (!row) throw new DomainError('reconciliation.document_taken', { document }, 'document')
    const { kind } = row
    if (!items.some((item) => item.entryNumber === entryNumber && item.kind === kind)) {
      throw new DomainError('reconciliation.entry_taken', { number: entryNumber }, 'entryNumber')
    }
    await insertMatches(trx, [{ document, entryNumber, kind, basis: 'officer', reason }], whoMatches(ctx))
    await updateProvisional(trx)
    const values = { document, entryNumber, kind, reason }
    await recordAudit(trx, ctx, 'reconciliation.matched', { type: 'document', id: document }, values)
    return { document }
  })
}
