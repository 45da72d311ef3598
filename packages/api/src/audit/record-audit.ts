import { createHash, randomBytes } from 'node:crypto'
import { insertAuditRow } from '@concert/db/audit'
import type { Trx } from '@concert/db/client'
import type { Context } from '../context.ts'

/** Leaves the trace of a write, in its transaction: who, when, what. */
export async function recordAudit(
  trx: Trx,
  ctx: Context,
  action: string,
  subject: { type: string; id: string },
  values: object,
): Promise<void> {
  const salt = randomBytes(16).toString('hex')
  const text = JSON.stringify(values)
  await insertAuditRow(trx, {
    actorId: ctx.actor.kind === 'person' ? ctx.actor.userId : null,
    actorName: ctx.actor.kind === 'anonymous' ? 'anonymous' : ctx.actor.name,
    action,
    subject,
    requestId: ctx.requestId,
    salt,
    values: text,
    digest: digestOf(salt, text),
  })
}

/** What the chain covers in place of the values. */
export function digestOf(salt: string, values: string): string {
  return createHash('sha256').update(salt).update(values).digest('hex')
}
