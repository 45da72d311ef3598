import { calendarDate } from '@concert/domain/calendar-date'
import { DomainError } from '@concert/domain/errors'
import type { Money } from '@concert/domain/money'
import { type Instalment, interval, maxInstalments, scheduleOf, scheduleTerms } from '@concert/domain/schedule'
import { z } from 'zod'
import { amountSoFar, readAmount, toTyped } from './typed-values.ts'

/** `none`: nothing is scheduled (or what is scheduled stays); `terms`: so many, so often; `typed`: each by hand. */
export const instalmentModes = ['none', 'terms', 'typed'] as const

/** How a schedule is typed. All three ways are kept while somebody compares them. */
export const typedInstalments = z.object({
  mode: z.enum(instalmentModes),
  count: z.number().nullable(),
  every: interval,
  day: z.number().nullable(),
  from: z.string().nullable(),
  rows: z.array(z.object({ dueOn: z.string().nullable(), text: z.string() })).max(maxInstalments),
})
export type TypedInstalments = z.infer<typeof typedInstalments>

export function emptyInstalments(): TypedInstalments {
  return { mode: 'none', count: 4, every: 'quarter', day: null, from: null, rows: [] }
}

type Context = Pick<z.core.$RefinementCtx, 'addIssue'>

/** The instalments of a form; null after an issue was added at the field that it is about. */
export function readInstalments(typed: TypedInstalments, amount: Money, context: Context): Instalment[] | null {
  if (typed.mode === 'none') return []
  return typed.mode === 'terms' ? readTerms(typed, amount, context) : readRows(typed, amount, context)
}

function readTerms(typed: TypedInstalments, amount: Money, context: Context): Instalment[] | null {
  const refuse = (field: string, code: string, params = {}) =>
    context.addIssue({ code: 'custom', path: ['instalments', field], params: { code, ...params } })
  if (typed.count === null) refuse('count', 'errors.required')
  if (typed.from === null) refuse('from', 'errors.required')
  if (typed.count === null || typed.from === null) return null
  const { every, count, from } = typed
  const terms = scheduleTerms.safeParse({ amount, count, every, day: typed.day ?? undefined, from })
  if (!terms.success) {
    for (const issue of terms.error.issues) refuse(String(issue.path[0] ?? 'count'), 'errors.custom')
    return null
  }
  try {
    return scheduleOf(terms.data)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    refuse(error.field ?? 'count', error.code, error.params)
    return null
  }
}

function readRows(typed: TypedInstalments, amount: Money, context: Context): Instalment[] | null {
  const rows = typed.rows.map(({ dueOn, text }, index) => {
    const path = ['instalments', 'rows', index]
    const date = calendarDate.safeParse(dueOn)
    if (!date.success)
      context.addIssue({ code: 'custom', path: [...path, 'dueOn'], params: { code: 'errors.required' } })
    const part = readAmount({ text, currency: amount.currency }, context, path)
    return date.success && part ? { dueOn: date.data, amount: part } : null
  })
  const read = rows.filter((row) => row !== null)
  return read.length === rows.length ? read : null
}

/** What the terms come to as far as they are typed; null while something is missing. */
export function previewOf(typed: TypedInstalments, amount: Money | null): Instalment[] | null {
  if (!amount || amount.amountMinor < 1) return null
  return readTerms(typed, amount, { addIssue: () => {} })
}

/** The same instalments as rows that can be changed one by one. */
export function toRows(instalments: readonly Instalment[]): TypedInstalments['rows'] {
  return instalments.map(({ dueOn, amount }) => ({ dueOn, text: toTyped(amount).text }))
}

/** What the typed rows leave of the amount, in minor units; rows that cannot be read yet count as nothing. */
export function restOf(rows: TypedInstalments['rows'], amount: Money): Money {
  const typed = rows.reduce(
    (sum, { text }) => sum + (amountSoFar({ text, currency: amount.currency })?.amountMinor ?? 0),
    0,
  )
  return { amountMinor: amount.amountMinor - typed, currency: amount.currency }
}
