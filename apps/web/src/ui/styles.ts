/** Class names that several fields share, so that they look and behave as one family. */
export const labelClass = 'block text-sm font-medium text-ink'
export const fieldClass = 'flex min-w-0 flex-col gap-1'
export const inputClass =
  'w-full min-h-11 rounded border border-line-strong bg-paper px-3 py-2 text-ink placeholder:text-ink-soft disabled:opacity-60 invalid:border-danger'
export const popoverClass =
  'min-w-(--trigger-width) max-h-80 overflow-auto rounded border border-line bg-raised shadow-lg entering:animate-none'
export const optionClass =
  'cursor-default rounded px-3 py-2 text-ink outline-none focus:bg-accent-wash selected:font-semibold disabled:opacity-50'

/** Joins class names, leaving out what is not there. */
export function classes(...names: (string | false | undefined | null)[]): string {
  return names.filter(Boolean).join(' ')
}
