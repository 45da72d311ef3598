import { z } from 'zod'
import { calendarDate } from './calendar-date.ts'
import { donorKind } from './codelists.ts'
import { locale } from './locales.ts'

/** `main` is the name it goes by; `also` an agency or embassy of a State, an earlier or a short name. */
export const donorNameRoles = ['main', 'also'] as const
export const donorNameRole = z.enum(donorNameRoles)

const nameText = z.string().trim().min(1).max(200)

/** A name of a donor in one language, from a day on when that is known. */
export const donorName = z.strictObject({
  name: nameText,
  language: locale,
  role: donorNameRole,
  since: calendarDate.nullable(),
})
export type DonorName = z.infer<typeof donorName>

/** A new donor. A State, its agency and its embassy are one donor with several names. */
export const donorRegistration = z
  .strictObject({
    kind: donorKind,
    names: z.array(donorName).min(1).max(24),
    placeCode: z.string().max(10).nullable(),
    anonymous: z.boolean(),
    idempotencyKey: z.uuid(),
  })
  .refine((donor) => donor.names.some((name) => name.role === 'main'), {
    path: ['names'],
    params: { code: 'donors.main_name_missing' },
  })
export type DonorRegistration = z.infer<typeof donorRegistration>

export const donorRenaming = z.strictObject({ donorId: z.uuid(), name: donorName, idempotencyKey: z.uuid() })
export type DonorRenaming = z.infer<typeof donorRenaming>

/** Individuals are unnamed unless an officer decides otherwise. */
export function anonymousByDefault(kind: z.infer<typeof donorKind>): boolean {
  return kind === 'IND'
}

export const donorFilter = z.strictObject({
  text: z.string().max(100).default(''),
  kind: donorKind.optional(),
  page: z.int().min(1).max(10_000).default(1),
})
export type DonorFilter = z.infer<typeof donorFilter>
