import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { aDatabase } from '@concert/db/testing/database'
import { expect, test } from 'vitest'
import type { Environment } from './command.ts'
import { importRatesCommand } from './import-rates.ts'

const { db } = await aDatabase()
const folder = await mkdtemp(join(tmpdir(), 'rates-'))
const log = { info: () => {}, warn: () => {}, error: () => {} }

async function typed(text: string, ...args: string[]) {
  const path = join(folder, 'rates.csv')
  await writeFile(path, `currency,units per US dollar,effective from,source\n${text}\n`)
  const printed: string[] = []
  const documents: unknown[] = []
  const environment: Environment = {
    terminal: {
      print: (line) => void printed.push(line),
      write: async (part) => void printed.push(part),
      printJson: (document) => void documents.push(document),
      note: () => {},
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
  return { code: await importRatesCommand.run([path, ...args], environment), printed, documents }
}

test('says with --dry-run what would happen, then does it, then finds it the same', async () => {
  const file = 'EUR,0.92,2026-10-01,UN\nEUR,0.93,2026-11-01,UN'
  expect(await typed(file, '--dry-run')).toMatchObject({ code: 0, printed: ['Would be: 2 new, 0 changed, 0 the same'] })
  expect((await typed(file)).printed).toEqual(['In all: 2 new, 0 changed, 0 the same'])
  expect((await typed(file)).printed).toEqual(['In all: 0 new, 0 changed, 2 the same'])
})

test('takes in a jump only with the reason that --accept gives', async () => {
  const file = 'GBP,0.75,2026-10-01,UN\nGBP,1,2026-11-01,UN'
  const { code, printed } = await typed(file)
  expect(code).toBe(1)
  expect(printed).toEqual([
    'to be looked at: line 3: GBP 2026-11-01 1 is a change of 33 % against 0.75 of 2026-10-01',
    'to be looked at: line 3: GBP 2026-11-01 is exactly 1',
    'Would be: 2 new, 0 changed, 0 the same',
  ])
  expect(await typed(file, '--accept', 'Checked')).toMatchObject({ code: 0 })
})

test('prints every refusal in words in one document', async () => {
  const { code, documents } = await typed('EUR,"1,1",01/02/2026,UN', '--json')
  expect(code).toBe(1)
  expect(documents).toEqual([
    expect.objectContaining({
      dryRun: true,
      refusals: [
        expect.objectContaining({
          line: 2,
          column: 'units per US dollar',
          message: expect.stringContaining('Type the rate'),
        }),
        expect.objectContaining({ line: 2, column: 'effective from', message: expect.stringContaining('01/02/2026') }),
      ],
    }),
  ])
})
