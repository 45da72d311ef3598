import type { Context } from './context.ts'

/** As whom the one who asks is written down. */
export function actorName(ctx: Context): string {
  return ctx.actor.kind === 'anonymous' ? 'anonymous' : ctx.actor.name
}
