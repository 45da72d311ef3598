import { fileURLToPath } from 'node:url'
import { aDatabase } from '@concert/db/testing/database'
import { expect, test } from 'vitest'
import type { Environment } from './command.ts'
import { importIati } from './import-iati.ts'

const { db } = await aDatabase()
const fixture = (name: string) =>
  fileURLToPath(new URL(`../../../packages/exchange/fixtures/iati/${name}`, import.meta.url))
const log = { info: () => {}, warn: () => {}, error: () => {} }

async function typed(...args: string[]) {
  const printed: string[] = []
  const documents: unknown[] = []
  const notes: string[] = []
  const environment: Environment = {
    terminal: {
      print: (line) => void printed.push(line),
      write: async (part) => void printed.push(part),
      printJson: (document) => void documents.push(document),
      note: (line) => void notes.push(line),
    },
    context: async () => ({
      db,
      actor: { kind: 'system', name: 'terminal' },
      locale: 'en',
      requestId: 'test',
      now: () => new Date('2026-11-24T00:00:00Z'),
      log,
      isDemonstration: false,
    }),
  }
  return { code: await importIati.run(args, environment), printed, documents, notes }
}

test('says with --dry-run what would happen, then does it, then finds it unchanged', async () => {
  expect((await typed(fixture('valid.xml'), '--dry-run')).printed).toContain(
    'Would be: 4 new, 0 changed, 0 unchanged, 0 refused',
  )
  expect((await typed(fixture('valid.xml'))).printed.at(-1)).toBe('In all: 4 new, 0 changed, 0 unchanged, 0 refused')
  expect((await typed(fixture('valid.xml'))).printed.at(-1)).toBe('In all: 0 new, 0 changed, 4 unchanged, 0 refused')
})

test('prints one document with every finding in words, and fails when a file is refused as a whole', async () => {
  const { code, documents, printed } = await typed(fixture('partly-refused.xml'), fixture('doctype.xml'), '--json')
  expect(code).toBe(1)
  expect(printed).toEqual([])
  expect(documents).toEqual([
    expect.objectContaining({
      dryRun: false,
      new: 1,
      refused: 4,
      files: [
        expect.objectContaining({
          file: 'partly-refused.xml',
          refusedAsWhole: false,
          findings: expect.arrayContaining([
            expect.objectContaining({
              file: 'partly-refused.xml',
              line: 36,
              activity: 'ZZ-EXAMPLE-2-DATE',
              element: 'activity-date',
              code: 'date_invalid',
              message: '“45658” is no date in the form YYYY-MM-DD.',
            }),
          ]),
        }),
        expect.objectContaining({ file: 'doctype.xml', refusedAsWhole: true, refused: 1 }),
      ],
    }),
  ])
})

test('imports nothing when a file is not there, and asks for one when none is named', async () => {
  const { code, notes } = await typed(fixture('valid.xml'), fixture('absent.xml'))
  expect(code).toBe(1)
  expect(notes.join()).toContain('there is no such file')
  await expect(typed()).rejects.toThrow('at least one file')
})
