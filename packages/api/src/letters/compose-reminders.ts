import type { ReminderComposition } from '@concert/domain/letter'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'
import { keepLetter } from './compose-letter.ts'

/** Reminders for several pledges in one go: all of them, or none and the reason. */
export function composeReminders(ctx: Context, input: ReminderComposition): Promise<{ references: string[] }> {
  const { pledges, language, idempotencyKey } = input
  const body = { pledges, language }
  return once(ctx, { key: idempotencyKey, procedure: 'letters.composeReminders', body }, async (trx) => {
    const references: string[] = []
    for (const pledge of new Set(pledges)) {
      const { reference } = await keepLetter(trx, ctx, { kind: 'reminder', language, pledge })
      references.push(reference)
    }
    return { references }
  })
}
