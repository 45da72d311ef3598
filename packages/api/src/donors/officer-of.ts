import type { Officer } from '@concert/db/donor-merges'
import { actorUserId } from '../actor-user.ts'
import type { Context } from '../context.ts'

/** Who does it, as the history of a donor names them. */
export function officerOf(ctx: Context): Officer {
  return { id: actorUserId(ctx), name: ctx.actor.kind === 'anonymous' ? 'anonymous' : ctx.actor.name }
}
