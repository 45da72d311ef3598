import { messageKey } from '@concert/messages/message-key'
import type { FieldPath, FieldValues, UseFormSetError } from 'react-hook-form'
import type { z } from 'zod'
import { UploadRefusal } from './send-files.ts'
import { isServerError } from './trpc.ts'
import { useWordsAt } from './words.ts'

type Params = Record<string, string | number>

/** An error in the reader's words. */
export interface Explained {
  sentence: string
  /** The form field it belongs to. */
  field?: string
  /** What is wrong at which field, when it is more than one. */
  issues: { path: string; sentence: string }[]
  /** The number under which the server's log knows it. */
  reference?: string
}

/** The words of a refusal by its code, as in a list of what is wrong with the lines of a file. */
export function useRefusalWords(): (code: string, params: Params) => string {
  const wordsAt = useWordsAt()
  return (code, params) =>
    wordsAt(messageKey(code), { origin: 'other', ...params }) ?? wordsAt('errors.custom') ?? messageKey(code)
}

/** Turns whatever was thrown into words: refusals of the server, a broken line, and what nobody foresaw. */
export function useExplain(): (error: unknown) => Explained {
  const words = useRefusalWords()
  return (error) => {
    if (error instanceof UploadRefusal) {
      return { sentence: words(error.code, error.params), issues: [], reference: error.reference }
    }
    if (!isServerError(error)) {
      const isOffline = error instanceof TypeError && !navigator.onLine
      return { sentence: words(isOffline ? 'errors.offline' : 'errors.unexpected_here', {}), issues: [] }
    }
    const wire = error.data?.concert
    if (!wire) return { sentence: words('errors.offline', {}), issues: [] }
    const issues = (wire.issues ?? []).map(({ path, code, params }) => ({ path, sentence: words(code, params) }))
    return { sentence: words(wire.code, wire.params), field: wire.field, issues, reference: wire.reference }
  }
}

/**
 * The words of zod's issues, for `zodResolver(schema, { error: useIssueWords() })`. A schema names its own refusal
 * with `params: { code: '<namespace>.<name>' }`.
 */
export function useIssueWords(): (issue: z.core.$ZodRawIssue) => string {
  const words = useRefusalWords()
  return (issue) => {
    if (issue.code === 'custom') {
      const params = (issue.params ?? {}) as Params
      return words(typeof params.code === 'string' ? params.code : 'errors.custom', params)
    }
    if (issue.code === 'invalid_type' && (issue.input === undefined || issue.input === null || issue.input === ''))
      return words('errors.required', {})
    if (issue.code === 'too_small' && issue.origin === 'string' && issue.minimum === 1)
      return words('errors.required', {})
    const params = Object.entries(issue).filter(([, value]) => typeof value === 'string' || typeof value === 'number')
    return words(`errors.${issue.code}`, Object.fromEntries(params) as Params)
  }
}

/** Puts what the server refused at the fields of a form; what belongs to none stands above it (`FormError`). */
export function showInForm<Values extends FieldValues>(explained: Explained, setError: UseFormSetError<Values>): void {
  for (const { path, sentence } of explained.issues) {
    setError(path as FieldPath<Values>, { type: 'server', message: sentence })
  }
  if (explained.field) {
    setError(
      explained.field as FieldPath<Values>,
      { type: 'server', message: explained.sentence },
      { shouldFocus: true },
    )
  } else {
    setError('root', { type: explained.reference ?? 'server', message: explained.sentence })
  }
}
