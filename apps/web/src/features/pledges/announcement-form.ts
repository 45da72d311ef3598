import { today } from '@concert/domain/calendar-date'
import { earmarking } from '@concert/domain/codelists'
import { pledgeAnnouncement, pledgeConditions, pledgeKind } from '@concert/domain/pledge'
import { z } from 'zod'
import { emptyInstalments, readInstalments, typedInstalments } from '../../books/instalments-form.ts'
import { newKey } from '../../books/new-key.ts'
import {
  chosenId,
  typedAmount,
  typedAmountOrNone,
  typedAmountShape,
  typedDate,
  typedText,
  typedTextOrNone,
} from '../../books/typed-values.ts'

/** What the form holds while somebody types; the kinds share it, so that trying another kind loses nothing. */
const typedAnnouncement = z.object({
  kind: pledgeKind,
  donorId: z.string().nullable(),
  announcedOn: z.string().nullable(),
  meetingId: z.string().nullable(),
  earmarking,
  earmarkingNote: z.string(),
  idempotencyKey: z.string(),
  amount: typedAmountShape,
  condition: z.object({ kind: z.enum(pledgeConditions), matchPercent: z.number().nullable(), note: z.string() }),
  instalments: typedInstalments,
  description: z.string(),
  valuation: typedAmountShape,
  valuedBy: z.string(),
})
export type TypedAnnouncement = z.infer<typeof typedAnnouncement>

const everyKind = {
  donorId: chosenId,
  announcedOn: typedDate,
  meetingId: z.uuid().nullable(),
  earmarking,
  earmarkingNote: typedTextOrNone(1000),
  idempotencyKey: z.uuid(),
}

const money = z
  .object({
    ...everyKind,
    kind: z.literal('money'),
    amount: typedAmount,
    condition: z.object({
      kind: z.enum(pledgeConditions),
      matchPercent: z.number().nullable(),
      note: typedTextOrNone(1000),
    }),
    instalments: typedInstalments,
  })
  .transform((pledge, context) => {
    const instalments = readInstalments(pledge.instalments, pledge.amount, context)
    const { condition } = pledge
    // A percentage that was typed before another condition was chosen is not sent.
    const matchPercent = condition.kind === 'match' ? condition.matchPercent : null
    return instalments ? { ...pledge, instalments, condition: { ...condition, matchPercent } } : z.NEVER
  })

const inKind = z.object({
  ...everyKind,
  kind: z.literal('in_kind'),
  description: typedText(2000),
  valuation: typedAmountOrNone,
  valuedBy: typedTextOrNone(1000),
})

const policy = z.object({ ...everyKind, kind: z.literal('policy'), description: typedText(2000) })

const byKind = z.discriminatedUnion('kind', [money, inKind, policy])

/** From what was typed to the announcement that the domain knows; every refusal stands at its field. */
export const announcementForm = typedAnnouncement
  .transform((typed): z.input<typeof byKind> => typed)
  .pipe(byKind)
  .pipe(pledgeAnnouncement)

export function emptyAnnouncement(donorId: string | null): TypedAnnouncement {
  return {
    kind: 'money',
    donorId,
    announcedOn: today(),
    meetingId: null,
    earmarking: 'not_specified',
    earmarkingNote: '',
    idempotencyKey: newKey(),
    amount: { text: '', currency: 'USD' },
    condition: { kind: 'none', matchPercent: null, note: '' },
    instalments: emptyInstalments(),
    description: '',
    valuation: { text: '', currency: 'USD' },
    valuedBy: '',
  }
}
