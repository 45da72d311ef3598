import { findBankAccounts, insertBankAccount } from '@concert/db/payments'
import { DomainError } from '@concert/domain/errors'
import type { BankAccountOpening } from '@concert/domain/payment'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'

export function openBankAccount(ctx: Context, input: BankAccountOpening): Promise<{ id: string }> {
  return once(ctx, { key: input.idempotencyKey, procedure: 'payments.openBankAccount', body: input }, async (trx) => {
    const { name, currency } = input
    const isTaken = (await findBankAccounts(trx)).some((account) => account.name === name)
    if (isTaken) throw new DomainError('payments.bank_account_taken', { name }, 'name')
    const id = await insertBankAccount(trx, { name, currency })
    await recordAudit(trx, ctx, 'bank_account.opened', { type: 'bank_account', id }, { name, currency })
    return { id }
  })
}
