import { type ActivityDraft, activityDraft, emptyDraft } from '@concert/domain/activity'
import { DomainError } from '@concert/domain/errors'
import type { Locale } from '@concert/domain/locales'
import { formatMinor, parseAmount } from '@concert/domain/money'
import { z } from 'zod'

/** Money as it is typed; an empty text is no budget. */
const typedBudget = z
  .object({ text: z.string(), currency: z.string().nullable() })
  .transform((typed, context): ActivityDraft['budget'] => {
    if (typed.text.trim() === '') return null
    try {
      return parseAmount(typed.text, typed.currency ?? '')
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      const path = error.field === 'currency' ? ['currency'] : ['text']
      context.addIssue({ code: 'custom', path, params: { code: error.code, ...error.params } })
      return z.NEVER
    }
  })

/** The form's shape: as a draft, but title and description of a language side by side, and money as typed. */
export const activityForm = activityDraft.omit({ title: true, description: true, budget: true }).extend({
  words: z.array(
    z.object({ language: z.string().nullable(), title: z.string().max(400), description: z.string().max(20_000) }),
  ),
  budget: typedBudget,
})
export type ActivityFormInput = z.input<typeof activityForm>
export type ActivityFormOutput = z.output<typeof activityForm>

export function toDraft({ words, ...rest }: ActivityFormOutput): ActivityDraft {
  const narratives = (part: 'title' | 'description') =>
    words.map((one) => ({ language: one.language, text: one[part].trim() })).filter(({ text }) => text !== '')
  return { ...rest, title: narratives('title'), description: narratives('description') }
}

/** A draft as the form shows it; one without any language begins with the reader's. */
export function toFormValues(draft: ActivityDraft, reader: Locale): ActivityFormInput {
  const { title, description, budget, ...rest } = draft
  const languages = [...new Set([...title, ...description].map((one) => one.language))]
  const textIn = (list: ActivityDraft['title'], language: string | null) =>
    list.find((one) => one.language === language)?.text ?? ''
  return {
    ...rest,
    words: (languages.length > 0 ? languages : [reader]).map((language) => ({
      language,
      title: textIn(title, language),
      description: textIn(description, language),
    })),
    budget: { text: budget ? formatMinor(budget) : '', currency: budget?.currency ?? 'USD' },
  }
}

export function emptyForm(reader: Locale): ActivityFormInput {
  return toFormValues(emptyDraft(), reader)
}
