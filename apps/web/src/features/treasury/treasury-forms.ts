import { today } from '@concert/domain/calendar-date'
import { bankConversion, interestRecord, openingBalance, supportCostRecord } from '@concert/domain/treasury'
import { z } from 'zod'
import { newKey } from '../../books/new-key.ts'
import { chosenId, typedAmount, typedAmountShape, typedDate, typedText } from '../../books/typed-values.ts'

const typedAtBank = { on: z.string().nullable(), document: z.string(), idempotencyKey: z.string() }
const readAtBank = { on: typedDate, document: typedText(140) }

const typedOnAccount = z.object({ ...typedAtBank, bankAccountId: z.string().nullable(), amount: typedAmountShape })
const readOnAccount = { ...readAtBank, bankAccountId: chosenId, amount: typedAmount }
export type TypedOnAccount = z.infer<typeof typedOnAccount>

export const interestForm = typedOnAccount.pipe(interestRecord.extend(readOnAccount))
export const supportCostForm = typedOnAccount.pipe(supportCostRecord.extend(readOnAccount))
export const openingForm = typedOnAccount.pipe(openingBalance.extend(readOnAccount))

export const conversionForm = z
  .object({
    ...typedAtBank,
    fromAccountId: z.string().nullable(),
    given: typedAmountShape,
    intoAccountId: z.string().nullable(),
    got: typedAmountShape,
  })
  .pipe(
    bankConversion.extend({
      ...readAtBank,
      fromAccountId: chosenId,
      given: typedAmount,
      intoAccountId: chosenId,
      got: typedAmount,
    }),
  )

const nothing = { text: '', currency: null }

export function beginOnAccount(): TypedOnAccount {
  return { on: today(), document: '', bankAccountId: null, amount: nothing, idempotencyKey: newKey() }
}

export function beginConversion(): z.input<typeof conversionForm> {
  const accounts = { fromAccountId: null, given: nothing, intoAccountId: null, got: nothing }
  return { on: today(), document: '', ...accounts, idempotencyKey: newKey() }
}
