import type { Trx } from '@concert/db/client'
import { findSteps, type RequestStep } from '@concert/db/request-life'
import { type AssistanceRequest, getRequest, lockRequest } from '@concert/db/requests'
import { type CalendarDate, today } from '@concert/domain/calendar-date'
import { DomainError } from '@concert/domain/errors'
import { dayProblem, personalWordsIn } from '@concert/domain/request'
import type { Context } from '../context.ts'

interface OpenedRequest {
  request: AssistanceRequest
  /** The steps that stand, oldest first. */
  standing: RequestStep[]
}

/** The request and its standing steps; nobody else moves it until this transaction ends. */
export async function openRequest(trx: Trx, reference: string): Promise<OpenedRequest> {
  await lockRequest(trx, reference)
  const request = await getRequest(trx, reference)
  return { request, standing: (await findSteps(trx, request.id)).filter((step) => step.struck === null) }
}

/** Throws when a step on this day would lie in the future or before the one it follows. */
export function requireDay(ctx: Context, { standing }: OpenedRequest, on: CalendarDate): void {
  const last = standing.at(-1)?.on ?? on
  const problem = dayProblem(on, last, today(ctx.now()))
  if (problem !== null) throw new DomainError(`requests.${problem}`, { last }, 'on')
}

/** Throws when a text that others read looks as if it were about one person. */
export function requireImpersonal(text: string, field: string): void {
  const words = personalWordsIn([text])
  if (words !== undefined) throw new DomainError('requests.personal_words', { words }, field)
}

export function nameOf(ctx: Context): string {
  return ctx.actor.kind === 'anonymous' ? '' : ctx.actor.name
}
