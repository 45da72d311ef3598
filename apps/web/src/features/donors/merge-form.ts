import { donorKind } from '@concert/domain/codelists'
import { donorMerging, donorSplitting } from '@concert/domain/donor-merge'
import type { DonorRecord } from '@concert/domain/fund-views'
import { type Locale, locale } from '@concert/domain/locales'
import { z } from 'zod'
import { newKey } from '../../books/new-key.ts'
import { chosenId, typedText } from '../../books/typed-values.ts'

const typedMerge = z.object({
  fromId: z.string().nullable(),
  intoId: z.string(),
  reason: z.string(),
  idempotencyKey: z.string(),
})
export type TypedMerge = z.infer<typeof typedMerge>

export const mergeForm = typedMerge
  .pipe(z.object({ fromId: chosenId, intoId: z.uuid(), reason: typedText(500), idempotencyKey: z.uuid() }))
  .pipe(donorMerging)

export function beginMerge(intoId: string): TypedMerge {
  return { fromId: null, intoId, reason: '', idempotencyKey: newKey() }
}

const typedSplit = z.object({
  fromId: z.string(),
  pledgeIds: z.array(z.string()),
  paymentIds: z.array(z.string()),
  target: z.object({
    to: z.enum(['new', 'existing']),
    donorId: z.string().nullable(),
    kind: donorKind,
    name: z.object({ name: z.string(), language: locale }),
  }),
  reason: z.string(),
  idempotencyKey: z.string(),
})
export type TypedSplit = z.infer<typeof typedSplit>

const newDonor = z.object({
  to: z.literal('new'),
  kind: donorKind,
  name: z.object({ name: typedText(200), language: locale }),
})
const existingDonor = z.object({ to: z.literal('existing'), donorId: chosenId })

/** From what was ticked and typed to a split; of the two ways to say whose it is, only the chosen one is read. */
export const splitForm = typedSplit
  .transform(({ target: { to, donorId, ...donor }, ...typed }) => ({
    ...typed,
    target: to === 'new' ? { to, ...donor } : { to, donorId },
  }))
  .pipe(
    z.object({
      fromId: z.uuid(),
      pledgeIds: z.array(z.uuid()),
      paymentIds: z.array(z.uuid()),
      target: z.discriminatedUnion('to', [newDonor, existingDonor]),
      reason: typedText(500),
      idempotencyKey: z.uuid(),
    }),
  )
  .pipe(donorSplitting)

export function beginSplit(donor: DonorRecord, reader: Locale): TypedSplit {
  return {
    fromId: donor.id,
    pledgeIds: [],
    paymentIds: [],
    target: { to: 'new', donorId: null, kind: donor.kind, name: { name: '', language: reader } },
    reason: '',
    idempotencyKey: newKey(),
  }
}
