/** xs:date: the calendar day, its UTC offset left aside (`2025-02-03+02:00` is 3 February). Null when it is none. */
export function calendarDay(text: string): string | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)?$/.exec(collapsed(text))
  if (!match) return null
  const [, year, month, day] = match.map(Number)
  const date = new Date(Date.UTC(2000, 0, 1))
  date.setUTCFullYear(year ?? 0, (month ?? 0) - 1, day)
  const exists = date.getUTCMonth() + 1 === month && date.getUTCDate() === day && year !== 0
  return exists ? `${match[1]}-${match[2]}-${match[3]}` : null
}

/** xs:decimal as text, white space collapsed. Null for `1,000.00`, `60%`, `1e3`: nothing is guessed. */
export function decimal(text: string): string | null {
  const value = collapsed(text)
  return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(value) && value.length <= 40 ? value : null
}

/** xs:boolean. */
export function isTrue(text: string | undefined): boolean {
  return text !== undefined && ['1', 'true'].includes(collapsed(text))
}

export function collapsed(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** White space trimmed; an empty text and the publishers' placeholder `-` become null. */
export function present(text: string | undefined): string | null {
  const value = collapsed(text ?? '')
  return value === '' || value === '-' ? null : value
}
