import { getDonor } from '@concert/db/donors'
import { insertDonorMailbox, insertFundMailbox } from '@concert/db/mailboxes'
import type { DonorMailboxSetting, FundMailboxSetting } from '@concert/domain/functional-mailbox'
import { actorUserId } from '../actor-user.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'

/** Where donors answer the fund. */
export function setFundMailbox(
  ctx: Context,
  { address, idempotencyKey }: FundMailboxSetting,
): Promise<{ address: string | null }> {
  return once(ctx, { key: idempotencyKey, procedure: 'letters.setFundMailbox', body: { address } }, async (trx) => {
    await insertFundMailbox(trx, { address, ...savedBy(ctx) })
    await recordAudit(trx, ctx, 'fund_mailbox.set', { type: 'fund', id: 'fund' }, { address })
    return { address }
  })
}

/** The mailbox of a donor's function, shown in the address of its letters. */
export function setDonorMailbox(ctx: Context, input: DonorMailboxSetting): Promise<{ address: string | null }> {
  const { donorId, address, idempotencyKey } = input
  const body = { donorId, address }
  return once(ctx, { key: idempotencyKey, procedure: 'letters.setDonorMailbox', body }, async (trx) => {
    const { id } = await getDonor(trx, donorId)
    await insertDonorMailbox(trx, id, { address, ...savedBy(ctx) })
    await recordAudit(trx, ctx, 'donor_mailbox.set', { type: 'donor', id }, { address })
    return { address }
  })
}

function savedBy(ctx: Context) {
  return { savedBy: actorUserId(ctx), savedByName: ctx.actor.kind === 'anonymous' ? 'anonymous' : ctx.actor.name }
}
