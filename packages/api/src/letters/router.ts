import { donorMailboxSetting, fundMailboxSetting } from '@concert/domain/functional-mailbox'
import {
  letterComposition,
  letterFilter,
  letterKind,
  letterReference,
  letterRequest,
  reminderComposition,
} from '@concert/domain/letter'
import { templateRestoring, templateSaving } from '@concert/domain/letter-template'
import { locale } from '@concert/domain/locales'
import { z } from 'zod'
import { procedure, router } from '../trpc.ts'
import { composeLetter } from './compose-letter.ts'
import { composeReminders } from './compose-reminders.ts'
import {
  listDuePledges,
  listEditedTemplates,
  listLetters,
  previewLetter,
  readDonorMailbox,
  readFundMailbox,
  readLetter,
  readTemplate,
} from './queries.ts'
import { restoreTemplate } from './restore-template.ts'
import { saveTemplate } from './save-template.ts'
import { setDonorMailbox, setFundMailbox } from './set-mailbox.ts'

const oneTemplate = z.strictObject({ kind: letterKind, language: locale })

export const lettersRouter = router({
  list: procedure
    .meta({ policy: 'fund.read' })
    .input(letterFilter.extend({ locale }))
    .query(({ ctx, input: { locale: reader, ...filter } }) => listLetters(ctx, filter, reader)),
  get: procedure
    .meta({ policy: 'fund.read' })
    .input(z.strictObject({ reference: letterReference, locale }))
    .query(({ ctx, input }) => readLetter(ctx, input.reference, input.locale)),
  preview: procedure
    .meta({ policy: 'fund.read' })
    .input(letterRequest)
    .query(({ ctx, input }) => previewLetter(ctx, input)),
  due: procedure
    .meta({ policy: 'fund.read' })
    .input(z.strictObject({ locale }))
    .query(({ ctx, input }) => listDuePledges(ctx, input.locale)),
  compose: procedure
    .meta({ policy: 'fund.write' })
    .input(letterComposition)
    .mutation(({ ctx, input }) => composeLetter(ctx, input)),
  composeReminders: procedure
    .meta({ policy: 'fund.write' })
    .input(reminderComposition)
    .mutation(({ ctx, input }) => composeReminders(ctx, input)),

  template: procedure
    .meta({ policy: 'fund.read' })
    .input(oneTemplate)
    .query(({ ctx, input }) => readTemplate(ctx, input.kind, input.language)),
  editedTemplates: procedure.meta({ policy: 'fund.read' }).query(({ ctx }) => listEditedTemplates(ctx)),
  saveTemplate: procedure
    .meta({ policy: 'fund.write' })
    .input(templateSaving)
    .mutation(({ ctx, input }) => saveTemplate(ctx, input)),
  restoreTemplate: procedure
    .meta({ policy: 'fund.write' })
    .input(templateRestoring)
    .mutation(({ ctx, input }) => restoreTemplate(ctx, input)),

  fundMailbox: procedure.meta({ policy: 'fund.read' }).query(({ ctx }) => readFundMailbox(ctx)),
  donorMailbox: procedure
    .meta({ policy: 'fund.read' })
    .input(z.strictObject({ donorId: z.uuid() }))
    .query(({ ctx, input }) => readDonorMailbox(ctx, input.donorId)),
  setFundMailbox: procedure
    .meta({ policy: 'fund.write' })
    .input(fundMailboxSetting)
    .mutation(({ ctx, input }) => setFundMailbox(ctx, input)),
  setDonorMailbox: procedure
    .meta({ policy: 'fund.write' })
    .input(donorMailboxSetting)
    .mutation(({ ctx, input }) => setDonorMailbox(ctx, input)),
})
