import type { Context } from './context.ts'

/** The id of the person who asks; null for the system and for anyone. */
export function actorUserId(ctx: Context): string | null {
  return ctx.actor.kind === 'person' ? ctx.actor.userId : null
}
