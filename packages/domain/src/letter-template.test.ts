import fc from 'fast-check'
import { expect, test } from 'vitest'
import { letterKinds } from './letter.ts'
import {
  fromParagraphs,
  letterFields,
  mergeTemplate,
  templateIssues,
  templateSaving,
  toParagraphs,
} from './letter-template.ts'

const table = { columns: [{ header: '', isNumeric: false }], rows: [{ cells: ['a cell'], isTotal: false }] }

function valuesOf(kind: 'reminder', text: (field: string) => string) {
  return {
    text: Object.fromEntries(letterFields[kind].text.map((field) => [field, text(field)])),
    tables: { dueTable: table },
  } as Parameters<typeof mergeTemplate<'reminder'>>[1]
}

const sound = {
  title: 'Reminder: pledge {pledgeReference}',
  paragraphs: ['The secretariat thanks {donorName}.', '{dueTable}'],
}

test('a sound template has no issue', () => {
  expect(templateIssues('reminder', sound)).toEqual([])
})

test('names an unknown field with its paragraph and place', () => {
  const template = { ...sound, paragraphs: ['Pledge {pledgeRef}', '{dueTable}'] }
  expect(templateIssues('reminder', template)).toEqual([
    {
      path: ['paragraphs', 0],
      code: 'letters.unknown_field',
      params: { field: 'pledgeRef', paragraph: 1, position: 8 },
    },
  ])
})

test.each([
  ['Pledge {pledgeReference', 8],
  ['Pledge pledgeReference}', 23],
  ['Pledge {{pledgeReference}', 8],
])('finds the brace that belongs to none in %j', (paragraph, position) => {
  const issues = templateIssues('reminder', { ...sound, paragraphs: [paragraph, '{dueTable}'] })
  expect(issues).toEqual([
    { path: ['paragraphs', 0], code: 'letters.unbalanced_brace', params: { paragraph: 1, position } },
  ])
})

test('misses a required field, and finds it in the title too', () => {
  const without = { title: 'Reminder', paragraphs: ['{dueTable}'] }
  expect(templateIssues('reminder', without)).toEqual([
    { path: ['paragraphs'], code: 'letters.required_field', params: { field: 'pledgeReference' } },
  ])
  expect(templateIssues('reminder', { ...without, title: '{pledgeReference}' })).toEqual([])
})

test('a table stands alone in its paragraph and never in the title', () => {
  const inside = { ...sound, paragraphs: ['As follows: {dueTable}'] }
  expect(templateIssues('reminder', inside)).toMatchObject([{ code: 'letters.table_alone', params: { paragraph: 1 } }])
  const inTitle = { ...sound, title: '{dueTable} {pledgeReference}' }
  expect(templateIssues('reminder', inTitle)).toMatchObject([{ path: ['title'], code: 'letters.table_alone' }])
})

test('a wording with a fault is refused where it stands', () => {
  const input = { kind: 'reminder', language: 'en', basedOn: 0, idempotencyKey: crypto.randomUUID() }
  const refused = templateSaving.safeParse({ ...input, ...sound, paragraphs: ['{nothing}', '{dueTable}'] })
  expect(refused.error?.issues).toMatchObject([
    { path: ['paragraphs', 0], params: { code: 'letters.unknown_field', field: 'nothing' } },
  ])
  expect(templateSaving.safeParse({ ...input, ...sound }).success).toBe(true)
})

test('fills in every field, tables as blocks of their own', () => {
  expect(
    mergeTemplate(
      sound,
      valuesOf('reminder', (field) => `<${field}>`),
    ),
  ).toEqual({
    title: 'Reminder: pledge <pledgeReference>',
    blocks: [
      { kind: 'paragraph', text: 'The secretariat thanks <donorName>.' },
      { kind: 'table', table },
    ],
  })
})

test('never reads a value as a template, whatever stands in it', () => {
  fc.assert(
    fc.property(fc.string(), (value) => {
      const name = `{dueTable}{donorName}${value}`
      const merged = mergeTemplate(
        sound,
        valuesOf('reminder', () => name),
      )
      expect(merged.blocks[0]).toEqual({ kind: 'paragraph', text: `The secretariat thanks ${name}.` })
      expect(merged.title).toBe(`Reminder: pledge ${name}`)
    }),
  )
})

test('leaves no placeholder in any sound template', () => {
  const fields = letterFields.reminder.text
  const part = fc.oneof(
    fc.constantFrom(...fields).map((field) => `{${field}}`),
    fc.string().map((text) => text.replaceAll(/[{}]/g, '')),
  )
  const paragraphs = fc.array(
    fc.array(part, { minLength: 1 }).map((parts) => parts.join('')),
    { maxLength: 6 },
  )
  fc.assert(
    fc.property(paragraphs, (typed) => {
      const template = { ...sound, paragraphs: [...typed, '{dueTable}'] }
      expect(templateIssues('reminder', template)).toEqual([])
      expect(
        JSON.stringify(
          mergeTemplate(
            template,
            valuesOf('reminder', (field) => field),
          ),
        ),
      ).not.toMatch(/\{\w+\}/)
    }),
  )
})

test('refuses to fill in a template that is not sound', () => {
  const values = valuesOf('reminder', (field) => field)
  expect(() => mergeTemplate({ ...sound, title: '{nobody}' }, values)).toThrow(RangeError)
  expect(() => mergeTemplate({ ...sound, title: 'half {' }, values)).toThrow(RangeError)
})

test('every kind requires fields that it has', () => {
  for (const kind of letterKinds) {
    const { text, tables, required } = letterFields[kind]
    expect([...text, ...tables]).toEqual(expect.arrayContaining([...required]))
  }
})

test('paragraphs are typed with an empty line between two', () => {
  expect(toParagraphs('  One\r\ngoes on\r\n\r\n\r\nTwo\n \nThree\n')).toEqual(['One\ngoes on', 'Two', 'Three'])
  expect(toParagraphs(fromParagraphs(sound.paragraphs))).toEqual(sound.paragraphs)
})
