import type { Trx } from '@concert/db/client'
import { findEntriesAbout } from '@concert/db/journal'
import { getPayment } from '@concert/db/payments'
import { findAllocations, getPaymentRow } from '@concert/db/payments-list'
import { DomainError } from '@concert/domain/errors'
import type { AllocationRow, EntryRow, PaymentRow } from '@concert/domain/fund-views'
import type { LetterRequest, LetterTable } from '@concert/domain/letter'
import { type Money, subtract } from '@concert/domain/money'
import { factTable, type LetterWords, numeric, row, text, total } from './letter-words.ts'
import type { Told } from './told.ts'

type Request = Extract<LetterRequest, { payment: string }>

/** What a receipt says. Throws DomainError for a payment that was taken back: the money is not here. */
export async function tellAboutPayment(trx: Trx, request: Request, words: LetterWords): Promise<Told> {
  const payment = await getPaymentRow(trx, request.payment, request.language)
  const { isReversed } = await getPayment(trx, payment.id)
  if (isReversed) throw new DomainError('letters.payment_reversed', { payment: payment.reference }, 'payment')
  const allocations = await findAllocations(trx, { paymentId: payment.id })
  const entries = await findEntriesAbout(trx, { paymentId: payment.id })
  const credited = subtract(payment.amount, payment.fee)
  return {
    subject: { donorId: payment.donorId, pledgeId: null, paymentId: payment.id, from: null, until: null },
    text: {
      paymentReference: payment.reference,
      amount: words.money(payment.amount),
      receivedOn: words.date(payment.receivedOn),
      fee: words.money(payment.fee),
      credited: words.money(credited),
      unallocated: words.money(payment.unallocated),
    },
    tables: {
      paymentFacts: factsOf(payment, credited, words),
      allocationTable: usesOf(payment, allocations, entries, words),
    },
  }
}

function factsOf(payment: PaymentRow, credited: Money, words: LetterWords): LetterTable {
  const { say } = words
  return factTable([
    [say('letters.table.payment'), payment.reference],
    [say('letters.table.receivedOn'), words.date(payment.receivedOn)],
    [say('letters.table.sent'), words.money(payment.amount)],
    [say('letters.table.fee'), words.money(payment.fee)],
    [say('letters.table.credited'), words.money(credited)],
    [say('letters.table.inDollars'), payment.amount.currency !== 'USD' && words.usd(payment.usdMinor)],
    [say('letters.table.bankReference'), payment.bankReference],
  ])
}

/** What the payment was used for, line by line: together exactly what the donor sent. */
function usesOf(
  payment: PaymentRow,
  allocations: readonly AllocationRow[],
  entries: readonly EntryRow[],
  words: LetterWords,
): LetterTable {
  const { say } = words
  const paid = allocations
    .filter(({ undone }) => !undone)
    .map(({ pledgeReference, instalmentPosition, amount, settled }) => {
      const what =
        instalmentPosition === null
          ? pledgeReference
          : say('letters.table.instalmentOf', { pledge: pledgeReference, position: instalmentPosition })
      return row(what, settled.currency === amount.currency ? '' : words.money(settled), words.money(amount))
    })
  const other = (
    [
      ['given', usedBy(entries, 'overpayment_given', payment.amount.currency)],
      ['refunded', usedBy(entries, 'payment_refunded', payment.amount.currency)],
      ['unallocated', payment.unallocated],
    ] as const
  )
    .filter(([, amount]) => amount.amountMinor !== 0)
    .map(([what, amount]) => row(say(`letters.table.${what}`), '', words.money(amount)))
  return {
    columns: [
      text(say('letters.table.use')),
      numeric(say('letters.table.settled')),
      numeric(say('letters.table.amount')),
    ],
    rows: [...paid, ...other, total(say('letters.table.total'), '', words.money(payment.amount))],
  }
}

function usedBy(entries: readonly EntryRow[], kind: EntryRow['kind'], currency: string): Money {
  const amountMinor = entries
    .filter((entry) => entry.kind === kind && entry.reversedBy === null)
    .flatMap(({ lines }) => lines)
    .filter(({ account }) => account === 'unallocated')
    .reduce((used, { amount }) => used + amount.amountMinor, 0)
  return { amountMinor, currency }
}
