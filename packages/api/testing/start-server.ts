import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../../../apps/server/src/main.ts', import.meta.url))
const patience = 120_000

export interface RunningServer {
  address: string
  pid: number
  /** The page with every role at one click. */
  tryLink: string
  /** The page on which the first administrator sets a password. */
  welcomeLink: string
  stop: () => Promise<void>
}

/**
 * A real server on a free port, as a process of its own: with demonstration data in a folder that goes with it, or in
 * the empty database at `settings.DATABASE_URL`. `settings` are environment variables of this server alone.
 */
export async function startServer(settings: { DATABASE_URL?: string; SMTP_URL?: string } = {}): Promise<RunningServer> {
  const folder = await mkdtemp(join(tmpdir(), 'concert-server-'))
  // The embedded database runs as a user of its own when this one is root.
  await chmod(folder, 0o755)
  const child = spawn(process.execPath, [main, '--demo'], {
    env: {
      ...process.env,
      PORT: String(await freePort()),
      CONCERT_DATA: folder,
      HOST: '127.0.0.1',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const stop = async () => {
    await end(child)
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
  try {
    const said = await heard(child, ['Concert is at ', 'Try every role', 'Set up the first administrator'])
    return {
      address: linkIn(said, 'Concert is at '),
      pid: child.pid ?? 0,
      tryLink: linkIn(said, 'Try every role'),
      welcomeLink: linkIn(said, 'Set up the first administrator'),
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

function freePort(): Promise<number> {
  return new Promise((free, failed) => {
    const probe = createServer()
    probe.once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? free(address.port) : failed(new Error('no port'))))
    })
  })
}

/** All that the server said, once it said everything that is waited for. */
function heard(child: ChildProcess, expected: readonly string[]): Promise<string> {
  return new Promise((done, failed) => {
    let said = ''
    const timer = setTimeout(() => failed(new Error(`The server did not start in time:\n${said}`)), patience)
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      if (!expected.every((line) => said.includes(line)) || !said.endsWith('\n')) return
      clearTimeout(timer)
      done(said)
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('exit', (code) => {
      clearTimeout(timer)
      failed(new Error(`The server ended with ${code}:\n${said}`))
    })
  })
}

function linkIn(said: string, start: string): string {
  const line = said.split('\n').find((candidate) => candidate.startsWith(start)) ?? ''
  return /https?:\/\/\S+/.exec(line)?.[0] ?? ''
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((ended) => {
    if (child.exitCode !== null || child.signalCode !== null) return ended()
    child.once('exit', () => ended())
    child.kill('SIGTERM')
  })
}
