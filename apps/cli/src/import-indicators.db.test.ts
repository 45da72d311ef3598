import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { aDatabase } from '@concert/db/testing/database'
import { expect, test } from 'vitest'
import { type Environment, WrongUse } from './command.ts'
import { importIndicators } from './import-indicators.ts'

const { db } = await aDatabase()
const folder = await mkdtemp(join(tmpdir(), 'indicators-'))
const log = { info: () => {}, warn: () => {}, error: () => {} }
const slug = 'events-world-day'

async function typed(text: string, ...args: string[]) {
  const path = join(folder, 'observations.csv')
  await writeFile(path, `date,value,unit,place,definition,source\n${text}\n`)
  const printed: string[] = []
  const documents: unknown[] = []
  const notes: string[] = []
  const environment: Environment = {
    terminal: {
      print: (line) => void printed.push(line),
      printJson: (document) => void documents.push(document),
      note: (line) => void notes.push(line),
      write: async (part) => void printed.push(part),
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
  return { code: await importIndicators.run([path, ...args], environment), printed, documents, notes }
}

const observed = () =>
  db.selectFrom('indicator_observation').selectAll().where('indicator_slug', '=', slug).orderBy('observed_on').execute()

const file = '2024-12-31,12,count,,1,Example\n2025-12-31,15,count,,1,Example'

test('says with --dry-run what would happen, then does it, then finds it the same', async () => {
  const before = (await observed()).length
  const dry = await typed(file, '--indicator', slug, '--dry-run')
  expect(dry).toMatchObject({ code: 0, printed: ['Would be: 2 new, 0 the same'], notes: ['Nothing was written.'] })
  expect(await observed()).toHaveLength(before)
  expect((await typed(file, '--indicator', slug)).printed).toEqual(['In all: 2 new, 0 the same'])
  expect(await observed()).toHaveLength(before + 2)
  expect((await typed(file, '--indicator', slug)).printed).toEqual(['In all: 0 new, 2 the same'])
})

test('refuses a file that contradicts what stands, whole, with the line and the reason', async () => {
  await typed(file, '--indicator', slug)
  const before = await observed()
  const { code, printed } = await typed(
    '2023-12-31,9,count,,1,Example\n2024-12-31,13,count,,1,Example',
    '--indicator',
    slug,
  )
  expect(code).toBe(1)
  expect(printed[0]).toMatch(/^refused: line 3, value: .*12/)
  expect(printed.at(-1)).toBe('Would be: 2 new, 0 the same, 1 refused')
  expect(await observed()).toEqual(before)
})

test('prints every refusal in words in one document', async () => {
  const { code, printed, documents } = await typed('31/12/2024,many,count,,1,Example', '--indicator', slug, '--json')
  expect(code).toBe(1)
  expect(printed).toEqual([])
  expect(documents).toEqual([
    expect.objectContaining({
      dryRun: true,
      new: 0,
      same: 0,
      refusals: [
        expect.objectContaining({ line: 2, column: 'date', message: expect.stringContaining('31/12/2024') }),
        expect.objectContaining({ line: 2, column: 'value', message: expect.not.stringContaining('indicators.') }),
      ],
    }),
  ])
})

test('says that there is no such indicator, and asks for one that is not named', async () => {
  expect(await typed(file, '--indicator', 'no-such-thing')).toMatchObject({
    code: 1,
    printed: [],
    notes: ['There is no indicator no-such-thing. Nothing was imported.'],
  })
  await expect(typed(file)).rejects.toThrow(WrongUse)
})
