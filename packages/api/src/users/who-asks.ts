import type { Actor } from '@concert/domain/actor'
import { DomainError } from '@concert/domain/errors'
import type { Context } from '../context.ts'

/** The person behind the request; the terminal has no account of its own. */
export function whoAsks(ctx: Context): Extract<Actor, { kind: 'person' }> {
  if (ctx.actor.kind !== 'person') throw new DomainError('users.no_account')
  return ctx.actor
}
