/** Where the words of a refusal's code stand: `pledges.rate_missing` → `pledges.errors.rate_missing`. */
export function messageKey(code: string): string {
  const dot = code.indexOf('.')
  const namespace = code.slice(0, dot)
  const name = code.slice(dot + 1)
  return namespace === 'errors' ? `errors.${name}` : `${namespace}.errors.${name}`
}
