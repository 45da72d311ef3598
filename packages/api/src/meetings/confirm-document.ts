import { confirmMeetingDocument } from '@concert/db/meetings'
import { DomainError } from '@concert/domain/errors'
import { actorUserId } from '../actor-user.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'

/** A coordinator vouches for a document of a meeting: everyone sees it from now on. */
export function confirmDocument(ctx: Context, input: { id: string }): Promise<void> {
  return inTransaction(ctx, async (trx) => {
    const symbol = await confirmMeetingDocument(trx, input.id, actorUserId(ctx))
    if (symbol === undefined) throw new DomainError('meetings.nothing_to_confirm')
    await recordAudit(trx, ctx, 'meeting_document.confirmed', { type: 'meeting_document', id: input.id }, { symbol })
  })
}
