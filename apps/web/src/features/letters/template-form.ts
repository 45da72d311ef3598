import type { LetterKind } from '@concert/domain/letter'
import { fromParagraphs, type LetterTemplate, templateIssues, toParagraphs } from '@concert/domain/letter-template'
import type { Locale } from '@concert/domain/locales'
import { z } from 'zod'

/** Which template. */
export interface OneTemplate {
  kind: LetterKind
  language: Locale
}

export interface TypedTemplate {
  title: string
  /** Paragraphs with an empty line between two. */
  body: string
}

export function toTypedTemplate({ title, paragraphs }: LetterTemplate): TypedTemplate {
  return { title, body: fromParagraphs(paragraphs) }
}

export function fromTypedTemplate({ title, body }: TypedTemplate): LetterTemplate {
  return { title: title.trim(), paragraphs: toParagraphs(body) }
}

/** What is typed for a kind of letter, each fault at the subject line or at the text. */
export function templateForm(kind: LetterKind) {
  return z
    .object({ title: z.string().trim().min(1).max(300), body: z.string().trim().min(1) })
    .superRefine((typed, ctx) => {
      for (const { path, code, params } of templateIssues(kind, fromTypedTemplate(typed))) {
        ctx.addIssue({ code: 'custom', path: [path[0] === 'title' ? 'title' : 'body'], params: { code, ...params } })
      }
    })
}
