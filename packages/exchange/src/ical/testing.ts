/** One `BEGIN:VEVENT` block: its properties by name, with their parameters, unfolded and still escaped. */
export type ReadEvent = Record<string, string>

/**
 * Reads a calendar as strictly as RFC 5545 has it: lines end with CRLF and have at most 75 octets, folded lines begin with
 * one blank, blocks close in order, each property has a name and a value. Throws on whatever is not so.
 */
export function readCalendarStrictly(text: string): { head: Record<string, string>; events: ReadEvent[] } {
  if (!text.endsWith('\r\n')) throw new Error('The file does not end with CRLF')
  if (/\r(?!\n)|(?<!\r)\n/.test(text)) throw new Error('A line does not end with CRLF')
  const physical = text.slice(0, -2).split('\r\n')
  for (const line of physical) {
    if (Buffer.byteLength(line) > 75) throw new Error(`More than 75 octets: ${line}`)
    if (line === '') throw new Error('An empty line')
    if (line.includes('\uFFFD')) throw new Error(`A character was cut: ${line}`)
  }
  const lines = text.slice(0, -2).replaceAll('\r\n ', '').split('\r\n')
  const open: string[] = []
  const head: Record<string, string> = {}
  const events: ReadEvent[] = []
  for (const line of lines) {
    const match = /^([A-Z0-9-]+(?:;[A-Z0-9-]+=[^:;]+)*):(.*)$/.exec(line)
    if (!match?.[1]) throw new Error(`No property: ${line}`)
    const [, name, value = ''] = match
    if (name === 'BEGIN') {
      if (value === 'VEVENT') events.push({})
      open.push(value)
    } else if (name === 'END') {
      if (open.pop() !== value) throw new Error(`${value} closes what is not open`)
    } else if (open.at(-1) === 'VEVENT') {
      const event = events.at(-1)
      if (!event || name in event) throw new Error(`Twice: ${line}`)
      event[name] = value
    } else if (open.at(-1) === 'VCALENDAR') head[name] = value
    else throw new Error(`Outside of the calendar: ${line}`)
  }
  if (open.length > 0) throw new Error(`${open.join(', ')} is not closed`)
  for (const event of events) {
    for (const needed of ['UID', 'DTSTAMP', 'SUMMARY'])
      if (!event[needed]) throw new Error(`An event without ${needed}`)
    if (!/^\d{8}T\d{6}Z$/.test(event.DTSTAMP ?? '')) throw new Error(`No instant: ${event.DTSTAMP}`)
    if (/(?<!\\)(?:\\\\)*[,;]/.test(event.SUMMARY ?? '')) throw new Error(`Not escaped: ${event.SUMMARY}`)
  }
  return { head, events }
}
