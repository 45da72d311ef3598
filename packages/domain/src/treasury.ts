import { z } from 'zod'
import { calendarDate } from './calendar-date.ts'
import { positiveMoney } from './money.ts'

const bookedAtBank = {
  on: calendarDate,
  /** Which document of the accounts of record says so. */
  document: z.string().trim().min(1).max(140),
  idempotencyKey: z.uuid(),
}

const onOneAccount = { ...bookedAtBank, bankAccountId: z.uuid(), amount: positiveMoney }

/** Interest that a bank account earned. */
export const interestRecord = z.strictObject(onOneAccount)
export type InterestRecord = z.infer<typeof interestRecord>

/** Programme support cost that left a bank account. */
export const supportCostRecord = z.strictObject(onOneAccount)
export type SupportCostRecord = z.infer<typeof supportCostRecord>

/** What a bank account held on the day before which nothing is booked on it. */
export const openingBalance = z.strictObject(onOneAccount)
export type OpeningBalance = z.infer<typeof openingBalance>

/** The bank took `given` from one account and put `got` into another. */
export const bankConversion = z.strictObject({
  ...bookedAtBank,
  fromAccountId: z.uuid(),
  given: positiveMoney,
  intoAccountId: z.uuid(),
  got: positiveMoney,
})
export type BankConversion = z.infer<typeof bankConversion>
