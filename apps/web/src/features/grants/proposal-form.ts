import { today } from '@concert/domain/calendar-date'
import { type AidKind, aidKind, grantVisibility } from '@concert/domain/codelists'
import { grantProposal } from '@concert/domain/grant'
import { z } from 'zod'
import { newKey } from '../../books/new-key.ts'
import {
  chosenId,
  typedAmount,
  typedAmountShape,
  typedDate,
  typedText,
  typedTextOrNone,
} from '../../books/typed-values.ts'

const typedProposal = z.object({
  callId: z.string().nullable(),
  granteeId: z.string().nullable(),
  placeCode: z.string().nullable(),
  aidKinds: z.array(aidKind),
  title: z.string(),
  amount: typedAmountShape,
  proposedOn: z.string().nullable(),
  from: z.string().nullable(),
  until: z.string().nullable(),
  visibility: grantVisibility,
  doNoHarmNote: z.string(),
  idempotencyKey: z.string(),
})
export type TypedProposal = z.infer<typeof typedProposal>

/** From what was typed to the proposal that the domain knows; every refusal stands at its field. */
export const proposalForm = typedProposal
  .transform((typed) => ({ ...typed, placeCode: typed.placeCode ?? '' }))
  .pipe(
    z.object({
      ...typedProposal.shape,
      callId: chosenId,
      granteeId: chosenId,
      placeCode: typedText(10),
      title: typedText(300),
      amount: typedAmount,
      proposedOn: typedDate,
      doNoHarmNote: typedTextOrNone(1000),
    }),
  )
  .pipe(grantProposal)

/** Nothing is told of a grant before somebody has thought about whether it harms anyone. */
export function emptyProposal(callId: string | null): TypedProposal {
  const aidKinds: AidKind[] = []
  return {
    callId,
    granteeId: null,
    placeCode: null,
    aidKinds,
    title: '',
    amount: { text: '', currency: 'USD' },
    proposedOn: today(),
    from: null,
    until: null,
    visibility: 'withheld',
    doNoHarmNote: '',
    idempotencyKey: newKey(),
  }
}
