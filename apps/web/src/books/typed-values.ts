import { calendarDate } from '@concert/domain/calendar-date'
import { DomainError } from '@concert/domain/errors'
import { formatMinor, type Money, parseAmount } from '@concert/domain/money'
import { z } from 'zod'
import type { TypedAmount } from '../ui/AmountField.tsx'

// What a form holds while it is typed, and how it is read: the domain's schemas begin where these end.

export const typedAmountShape = z.object({ text: z.string(), currency: z.string().nullable() })

/** Reads an amount with the domain's strict reader; what it refuses stands at the half of the field that it is about. */
export const typedAmount = typedAmountShape.transform((typed, context): Money => {
  const amount = readAmount(typed, context, [])
  return amount ?? z.NEVER
})

/** As `typedAmount`; an empty text is no amount. */
export const typedAmountOrNone = typedAmountShape.transform((typed, context): Money | null => {
  if (typed.text.trim() === '') return null
  return readAmount(typed, context, []) ?? z.NEVER
})

type Issues = Pick<z.core.$RefinementCtx, 'addIssue'>

/** The amount, or null after its issue was added at `path`. */
export function readAmount(typed: TypedAmount, context: Issues, path: (string | number)[]): Money | null {
  const refused = (code: string, half: 'text' | 'currency', params = {}) => {
    context.addIssue({ code: 'custom', path: [...path, half], params: { code, ...params } })
    return null
  }
  if (typed.currency === null) return refused('errors.required', 'currency')
  try {
    return parseAmount(typed.text, typed.currency)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return refused(error.code, error.field === 'currency' ? 'currency' : 'text', error.params)
  }
}

/** The amount, or null where the text cannot be read: for what is shown while somebody types. */
export function amountSoFar({ text, currency }: TypedAmount): Money | null {
  if (currency === null) return null
  try {
    return parseAmount(text, currency)
  } catch (error) {
    if (error instanceof DomainError) return null
    throw error
  }
}

export function toTyped(amount: Money): TypedAmount {
  return { text: formatMinor(amount), currency: amount.currency }
}

function required<Value>(value: Value | null, context: Issues): Value {
  if (value !== null && value !== '') return value
  context.addIssue({ code: 'custom', params: { code: 'errors.required' } })
  return z.NEVER
}

export const typedDate = z.string().nullable().transform(required).pipe(calendarDate)
export const chosenId = z.string().nullable().transform(required).pipe(z.uuid())
export const typedText = (max: number) => z.string().trim().max(max).transform(required)
export const typedTextOrNone = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .transform((text) => (text === '' ? null : text))
