import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { aDatabase } from '@concert/db/testing/database'
import { afterAll, afterEach, expect, test } from 'vitest'

const { url } = await aDatabase()
const main = fileURLToPath(new URL('./main.ts', import.meta.url))
const folder = await mkdtemp(join(tmpdir(), 'concert-main-'))
const running: ChildProcess[] = []
let taken: Server | undefined

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
  taken?.close()
  taken = undefined
})
afterAll(() => rm(folder, { recursive: true, force: true }))

interface Run {
  child: ChildProcess
  stdout: () => string
  ended: Promise<{ code: number | null; stderr: string }>
}

function start(args: string[], env: Record<string, string>): Run {
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...process.env, DATABASE_URL: url, CONCERT_DATA: folder, ...env },
  })
  running.push(child)
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString()
  })
  const ended = new Promise<{ code: number | null; stderr: string }>((done) => {
    child.once('close', (code) => done({ code, stderr }))
  })
  return { child, stdout: () => stdout, ended }
}

async function aFreePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => found(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

async function until(run: Run, text: string): Promise<void> {
  for (let attempt = 0; attempt < 200 && !run.stdout().includes(text); attempt += 1) {
    await new Promise((wake) => setTimeout(wake, 50))
  }
  expect(run.stdout()).toContain(text)
}

test('prints its address and a one-time link, serves, and stops within seconds when asked to', async () => {
  const port = await aFreePort()
  const run = start([], { PORT: String(port) })
  await until(run, '/welcome/')
  expect(run.stdout()).toContain(`http://127.0.0.1:${port}`)
  expect(run.stdout()).not.toContain('/try/')
  expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200)
  run.child.kill('SIGTERM')
  expect((await run.ended).code).toBe(0)
})

test('answers what was asked before the stop', async () => {
  const port = await aFreePort()
  const run = start([], { PORT: String(port) })
  await until(run, 'Concert is at')
  const requests = Array.from({ length: 20 }, () => fetch(`http://127.0.0.1:${port}/trpc/figures.list`))
  await Promise.race(requests)
  run.child.kill('SIGTERM')
  const answers = await Promise.allSettled(requests)
  expect(answers.every((answer) => answer.status === 'fulfilled' && answer.value.status === 200)).toBe(true)
  expect((await run.ended).code).toBe(0)
})

test('says in one sentence that the port is taken and how to choose another', async () => {
  const port = await aFreePort()
  await new Promise<void>((listening) => {
    taken = createServer().listen(port, '127.0.0.1', listening)
  })
  const { code, stderr } = await start([], { PORT: String(port) }).ended
  expect(code).toBe(1)
  expect(stderr).toBe(
    `Port ${port} is in use, perhaps by another Concert. Stop it, or choose another: PORT=${port + 1} npm start.\n`,
  )
})

test.each([
  ['a database that is not empty', ['--demo'], {}, /not empty/],
  ['an option it does not know', ['--fast'], {}, /"--fast" is not known/],
  ['a port that is no number', [], { PORT: 'http' }, /^PORT must be/],
  ['a database that does not answer', [], { DATABASE_URL: 'postgresql://a@127.0.0.1:1/b' }, /DATABASE_URL/],
  ['an address that this machine does not have', [], { HOST: '192.0.2.1' }, /HOST/],
] as const)('refuses %s in one sentence', async (_, args, env, sentence) => {
  const { code, stderr } = await start([...args], { PORT: String(await aFreePort()), ...env }).ended
  expect(code).toBe(1)
  expect(stderr).toMatch(sentence)
  expect(stderr.trim().split('\n')).toHaveLength(1)
})

test('says in one sentence that the data folder cannot be used', async () => {
  const file = join(folder, 'a-file')
  await writeFile(file, '')
  const { code, stderr } = await start([], { PORT: String(await aFreePort()), DATABASE_URL: '', CONCERT_DATA: file })
    .ended
  expect(code).toBe(1)
  expect(stderr).toContain('CONCERT_DATA')
  expect(stderr.trim().split('\n')).toHaveLength(1)
})
