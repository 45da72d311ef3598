import { today } from '@concert/domain/calendar-date'
import type { PledgeStory } from '@concert/domain/fund-views'
import type { Money } from '@concert/domain/money'
import { pledgeFormalisation } from '@concert/domain/pledge'
import { z } from 'zod'
import { emptyInstalments, readInstalments, typedInstalments } from '../../books/instalments-form.ts'
import { newKey } from '../../books/new-key.ts'
import { toTyped, typedAmount, typedAmountShape, typedDate, typedText } from '../../books/typed-values.ts'

const typedFormalisation = z.object({
  pledgeId: z.string(),
  formalisedOn: z.string().nullable(),
  amount: typedAmountShape,
  evidence: z.string(),
  conditional: z.boolean(),
  instalments: typedInstalments,
  idempotencyKey: z.string(),
})
export type TypedFormalisation = z.infer<typeof typedFormalisation>

/** From what was typed to the formalisation that the domain knows. Without a schedule the announced one stays. */
export const formalisationForm = typedFormalisation
  .pipe(
    z
      .object({
        pledgeId: z.uuid(),
        formalisedOn: typedDate,
        amount: typedAmount,
        evidence: typedText(500),
        conditional: z.boolean(),
        instalments: typedInstalments,
        idempotencyKey: z.uuid(),
      })
      .transform((typed, context) => {
        const read = readInstalments(typed.instalments, typed.amount, context)
        return read ? { ...typed, instalments: read.length > 0 ? read : null } : z.NEVER
      }),
  )
  .pipe(pledgeFormalisation)

export function beginFormalisation(pledge: PledgeStory, open: Money): TypedFormalisation {
  return {
    pledgeId: pledge.id,
    formalisedOn: today(),
    amount: toTyped(open),
    evidence: '',
    conditional: false,
    instalments: emptyInstalments(),
    idempotencyKey: newKey(),
  }
}
