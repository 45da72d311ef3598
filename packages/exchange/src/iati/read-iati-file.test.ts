import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { limits } from './elements.ts'
import { readIatiFile } from './read-iati-file.ts'
import { activities, activity, codes, text, transaction } from './testing.ts'

const fixtures = fileURLToPath(new URL('../../fixtures/iati/', import.meta.url))

const fixture = (name: string) => readIatiFile(name, readFileSync(`${fixtures}${name}`))
describe('a valid file', async () => {
  const file = await fixture('valid.xml')
  const [shelter, training, water, roads] = file.activities.map((read) => read.activity)

  test('gives its activities in order, with trimmed identifiers and the line of each', () => {
    expect(file.refusal).toBeNull()
    expect(file.activities.map((read) => [read.activity.identifier, read.line])).toEqual([
      ['ZZ-EXAMPLE-1-SHELTER', 4],
      ['ZZ-EXAMPLE-1-TRAINING', 48],
      ['ZZ-EXAMPLE-1-WATER', 71],
      ['ZZ-EXAMPLE-1-ROADS', 83],
    ])
  })

  test('keeps narratives with lower-case language tags and joins several descriptions', () => {
    expect(shelter?.title.map((each) => each.language)).toEqual(['en', 'fr', 'ar'])
    expect(shelter?.description).toEqual([
      { language: 'en', text: 'Legal aid and shelter for survivors of forced labour.\n\nForty places in two towns.' },
    ])
    expect(training?.description[0]?.text).toBe('Cursos para fiscales y jueces & policía.')
  })

  test('keeps the calendar day of a date with an offset, and reads 9999 as open-ended', () => {
    expect(shelter).toMatchObject({ startPlanned: '2024-01-01', startActual: '2024-02-15', endPlanned: '2026-12-31' })
    expect(water).toMatchObject({ endPlanned: null, openEnded: true })
  })

  test('gives what rounding left over to the largest part', () => {
    expect(shelter?.countries).toEqual([
      { code: 'AL', percentage: 33.34 },
      { code: 'XK', percentage: 33.33 },
      { code: 'MK', percentage: 33.33 },
    ])
    expect(training?.regions).toEqual([{ vocabulary: '1', code: '489', m49: '005', percentage: 100 }])
  })

  test('takes sectors and places from the transactions where the activity has none', () => {
    expect(roads?.sectors).toEqual([{ vocabulary: '1', code: '21020', percentage: 100 }])
    expect(roads?.countries).toEqual([{ code: 'TZ', percentage: 100 }])
  })

  test('keeps identical transactions apart by their count, and the written value where it was rounded', () => {
    expect(
      shelter?.transactions.map(({ amount, asWritten, occurrence }) => ({ ...amount, asWritten, occurrence })),
    ).toEqual([
      { amountMinor: 25_000_000, currency: 'USD', asWritten: null, occurrence: 1 },
      { amountMinor: 1501, currency: 'JPY', asWritten: '1500.5', occurrence: 1 },
      { amountMinor: 1501, currency: 'JPY', asWritten: '1500.5', occurrence: 2 },
    ])
    expect(training?.transactions.map(({ type, amount }) => [type, amount.amountMinor])).toEqual([
      ['2', 100_000],
      ['2', -40_025],
    ])
  })

  test('never holds a contact person', () => {
    expect(JSON.stringify(file)).not.toMatch(/A Person|person@example/)
  })

  test('tells each caveat with its line and element', () => {
    expect(file.findings.map(({ code, line, element, count }) => [code, line, element, count])).toEqual([
      ['percentage_rounded', 24, 'recipient-country', 1],
      ['value_rounded', 39, 'transaction/value', 2],
      ['escaped_twice', 52, 'description/narrative', 1],
      ['transaction_type_legacy', 60, 'transaction', 1],
      ['open_ended', 79, 'activity-date', 1],
    ])
  })
})

describe('a file with faults', () => {
  test('loses the activities and transactions that cannot be used, and keeps the others', async () => {
    const file = await fixture('partly-refused.xml')
    expect(file.refusal).toBeNull()
    expect(file.activities.map((read) => read.activity.identifier)).toEqual(['ZZ-EXAMPLE-2-GOOD'])
    expect(file.activities[0]?.activity.transactions.map((each) => each.date)).toEqual(['2022-12-31', '2023-01-01'])
    expect(file.refusedActivities).toBe(3)
    expect(file.findings.map(({ severity, scope, code, line }) => `${line} ${severity} ${scope} ${code}`)).toEqual([
      '2 warning activity end_before_start',
      '5 warning activity untitled',
      '9 warning activity sector_unknown',
      '10 warning activity pledge_below_zero',
      '13 refused transaction currency_missing',
      '23 refused transaction currency_not_in_use',
      '36 refused activity date_invalid',
      '37 refused activity percentage_invalid',
      '39 refused activity identifier_twice_different',
      '45 refused activity identifier_twice_different',
    ])
  })

  test('is refused as a whole when nothing of it can be used, with every reason', async () => {
    const file = await fixture('all-refused.xml')
    expect(file.refusal?.code).toBe('all_refused')
    expect(codes(file)).toEqual(['all_refused', 'identifier_blank', 'element_missing', 'value_invalid'])
  })

  test('is refused for a DOCTYPE, and nothing that the DOCTYPE names is repeated', async () => {
    const file = await fixture('doctype.xml')
    expect(file.refusal).toMatchObject({ code: 'doctype', line: 2 })
    expect(JSON.stringify(file)).not.toContain('secret')
  })

  test('is refused where it breaks off', async () => {
    expect((await fixture('truncated.xml')).refusal).toMatchObject({ code: 'not_well_formed', line: 5 })
  })

  test.each([
    ['nothing', '', 'file_empty'],
    ['a table', 'name,value\n', 'not_xml'],
    [
      'a blank line before the declaration',
      '\n<?xml version="1.0"?><iati-activities version="2.03"/>',
      'blank_before_declaration',
    ],
    ['a web page', '<html><body>Gone</body></html>', 'root_html'],
    ['a web page with its doctype', '<!DOCTYPE html><html/>', 'root_html'],
    ['an organisation file', '<iati-organisations version="2.03"/>', 'root_organisations'],
    ['another root', '<feed version="2.03"/>', 'root_unknown'],
    ['a root in a namespace', '<iati-activities xmlns="urn:x" version="2.03"/>', 'root_namespaced'],
    ['no version', '<iati-activities/>', 'version_missing'],
    ['version 1.05', '<iati-activities version="1.05"/>', 'version_unsupported'],
    ['no activity', '<iati-activities version="2.03"/>', 'no_activities'],
    ['an entity of its own', activities('<iati-activity>&constructor;</iati-activity>'), 'not_well_formed'],
    ['an unclosed tag', activities('<iati-activity>'), 'not_well_formed'],
    ['deep nesting', '<a>'.repeat(2000), 'root_unknown'],
    ['deep nesting inside', activities('<iati-activity>'.repeat(2000)), 'too_deep'],
    [
      'many attributes',
      activities(`<iati-activity ${Array.from({ length: 100 }, (_, i) => `a${i}="1"`).join(' ')}/>`),
      'too_many_attributes',
    ],
    ['an endless attribute', activities(`<iati-activity a="${'x'.repeat(limits.textLength + 1)}"/>`), 'text_too_long'],
    ['an endless comment', activities(`<!--${'x'.repeat(3 * limits.textLength)}-->`), 'text_too_long'],
    [
      'an encoding nobody uses',
      '<?xml version="1.0" encoding="ebcdic-cp-us"?><iati-activities/>',
      'encoding_unsupported',
    ],
    [
      'bytes that contradict their declaration',
      '<?xml version="1.0" encoding="UTF-16"?><iati-activities/>',
      'encoding_contradicted',
    ],
  ])('is refused: %s', async (_, xml, code) => {
    expect((await text(xml)).refusal?.code).toBe(code)
  })

  test('is refused for bytes that are not of its encoding, with their line', async () => {
    const good = new TextEncoder().encode(activities(activity('')))
    const bytes = new Uint8Array([...good.subarray(0, 60), 0x0a, 0xe9, 0x0a, ...good.subarray(60)])
    const file = await readIatiFile('latin.xml', bytes)
    expect(file.refusal).toMatchObject({ code: 'encoding_invalid', params: { encoding: 'utf-8' }, line: 3 })
  })
})

describe('encodings', () => {
  const xml = (encoding: string) =>
    `<?xml version="1.0" encoding="${encoding}"?>${activities(activity('').replace('Example: one', 'L’été – 5 €'))}`
  const title = async (bytes: Uint8Array) => {
    const file = await readIatiFile('encoded.xml', bytes)
    return file.activities[0]?.activity.title[0]?.text
  }
  const cp1252 = new Map([
    ['’', 0x92],
    ['–', 0x96],
    ['€', 0x80],
  ])

  test('reads UTF-8 with a byte order mark, in any chunks', async () => {
    const bytes = new TextEncoder().encode(`\ufeff${xml('UTF-8')}`)
    expect(await title(bytes)).toBe('L’été – 5 €')
    async function* oneByOne() {
      for (const byte of bytes) yield Uint8Array.of(byte)
    }
    const file = await readIatiFile('slow.xml', oneByOne())
    expect(file.activities[0]?.activity.title[0]?.text).toBe('L’été – 5 €')
  })

  test.each(['windows-1252', 'ISO-8859-1'])('reads %s as declared', async (encoding) => {
    const bytes = Uint8Array.from(xml(encoding), (char) => cp1252.get(char) ?? char.charCodeAt(0))
    expect(await title(bytes)).toBe('L’été – 5 €')
  })

  test('reads UTF-16 in both orders, with and without a byte order mark', async () => {
    const little = new Uint8Array(Buffer.from(`\ufeff${xml('UTF-16')}`, 'utf16le'))
    const big = new Uint8Array(Buffer.from(little).swap16())
    for (const bytes of [little, big, little.subarray(2), big.subarray(2)])
      expect(await title(bytes)).toBe('L’été – 5 €')
  })
})

test('the same content gives the same hash whatever the blanks, another value another one', async () => {
  const hash = async (inside: string, identifier?: string) =>
    (await text(activities(activity(inside, identifier)))).activities[0]?.contentHash
  expect(await hash(transaction('5.00'), '\n  ZZ-1 ')).toBe(await hash(transaction(' 5.00\n')))
  expect(await hash(transaction('5'))).not.toBe(await hash(transaction('6')))
  expect(await hash(transaction('5'))).not.toBe(await hash(transaction('5') + transaction('5')))
})

test('names from a file never reach a prototype', async () => {
  const file = await text(activities(activity('<__proto__ constructor="1" polluted="1"/>', '__proto__')))
  expect(file.activities[0]?.activity.identifier).toBe('__proto__')
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
})

test('one activity with ten thousand transactions is read, and other work has its turn meanwhile', async () => {
  let turns = 0
  const timer = setInterval(() => {
    turns += 1
  }, 0)
  const file = await text(activities(activity(transaction('1').repeat(10_517))))
  clearInterval(timer)
  expect(file.activities[0]?.activity.transactions.at(-1)?.occurrence).toBe(10_517)
  expect(turns).toBeGreaterThan(5)
})
