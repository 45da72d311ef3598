import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { aDatabase } from '@concert/db/testing/database'
import { expect, test } from 'vitest'
import { commands } from './commands.ts'

const { url } = await aDatabase()
const main = fileURLToPath(new URL('./main.ts', import.meta.url))

interface Outcome {
  code: number
  stdout: string
  stderr: string
}

function concert(...args: string[]): Promise<Outcome> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      [main, ...args],
      { env: { ...process.env, DATABASE_URL: url } },
      (error, stdout, stderr) => {
        done({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr })
      },
    )
  })
}

test('prints the instalments of a schedule as one JSON document', async () => {
  const terms = [
    '--amount',
    '100.00',
    '--currency',
    'USD',
    '--count',
    '3',
    '--every',
    'month',
    '--day',
    '31',
    '--from',
    '2011-01-10',
  ]
  const { code, stdout } = await concert('schedule', ...terms, '--json')
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toEqual({
    instalments: [
      { dueOn: '2011-01-31', amount: { amountMinor: 3333, currency: 'USD' } },
      { dueOn: '2011-02-28', amount: { amountMinor: 3333, currency: 'USD' } },
      { dueOn: '2011-03-31', amount: { amountMinor: 3334, currency: 'USD' } },
    ],
  })
})

test.each([
  ['an amount with too many decimals', ['--amount', '100.5', '--currency', 'JPY'], 1, /JPY/],
  ['an amount with separators', ['--amount', '1,234.50', '--currency', 'USD'], 1, /decimals/],
  [
    'a date that is not in the calendar',
    ['--amount', '1.00', '--currency', 'USD', '--from', '2011-02-30'],
    2,
    /--from/,
  ],
  ['a missing option', ['--currency', 'USD'], 2, /--amount/],
  ['an option it does not know', ['--amount', '1.00', '--colour', 'blue'], 2, /colour/],
])('refuses %s with a sentence and an exit code', async (_, args, code, sentence) => {
  const rest = ['--count', '2', '--every', 'month', '--from', '2011-01-10']
  const outcome = await concert('schedule', ...rest, ...args, '--json')
  expect(outcome.code).toBe(code)
  expect(outcome.stdout).toBe('')
  expect(outcome.stderr).toMatch(sentence)
  expect(outcome.stderr).not.toMatch(/\n\s+at /)
})

test('every command explains itself', async () => {
  for (const command of commands) {
    const { code, stdout } = await concert(...command.name.split(' '), '--help')
    expect(code).toBe(0)
    expect(stdout).toMatch(new RegExp(`npm run (--silent )?concert -- ${command.name}`))
    // What an export writes is a document already.
    if (!command.name.startsWith('export ')) expect(stdout).toContain('--json')
    expect(stdout).toContain('Exit codes')
  }
})

test('a command that does not exist is wrong use, with the list of those that do', async () => {
  const { code, stdout, stderr } = await concert('pledge')
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toContain('figure show')
})

test('lists figures and shows each with its rule and proof', async () => {
  const { figures } = JSON.parse((await concert('figure', 'list', '--json')).stdout) as {
    figures: { id: string; value: number }[]
  }
  expect(figures.length).toBeGreaterThan(3)
  const members = figures.find(({ id }) => id === 'agencies.members')
  const shown = JSON.parse((await concert('figure', 'show', 'agencies.members', '--json')).stdout)
  expect(shown).toMatchObject({ id: 'agencies.members', value: members?.value, proof: { rowsIn: members?.value } })
  expect(shown.rule).toMatch(/\w+ \w+/)
})

test('a figure that does not exist is refused in words', async () => {
  const { code, stdout, stderr } = await concert('figure', 'show', 'nothing.here', '--json')
  expect([code, stdout]).toEqual([1, ''])
  expect(stderr.trim()).not.toBe('')
})

test('runs the standing checks and says that all of them hold', async () => {
  const { code, stdout } = await concert('check', '--json')
  const { ok, checks } = JSON.parse(stdout) as { ok: boolean; checks: { id: string; ok: boolean }[] }
  expect(checks.filter((check) => !check.ok)).toEqual([])
  expect([ok, code]).toEqual([true, 0])
})

test('a wrong DATABASE_URL is one sentence', async () => {
  const outcome = await new Promise<Outcome>((done) => {
    const env = { ...process.env, DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/nothing' }
    execFile(process.execPath, [main, 'check'], { env }, (error, stdout, stderr) => {
      done({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr })
    })
  })
  expect(outcome.code).toBe(1)
  expect(outcome.stderr.trim().split('\n')).toHaveLength(1)
  expect(outcome.stderr).toContain('DATABASE_URL')
})

test('compares the log and prints how many pairs there are as one JSON document', async () => {
  const { code, stdout } = await concert('overlaps', 'find', '--json')
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toEqual({ compared: 0, open: 0, settled: 0 })
})
