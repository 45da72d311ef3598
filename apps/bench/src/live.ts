import { readFile } from 'node:fs/promises'
import { Agent, createServer, get } from 'node:http'
import { connect, type Socket } from 'node:net'
import { parseArgs } from 'node:util'
import { startServer } from '@concert/api/testing/start-server'
import type { Db } from '@concert/db/client'
import { sql } from '@concert/db/testing/sql'
import { describeMachine, percentile, say } from './measure.ts'
import { onOwnDatabase } from './own-database.ts'

const connections = 16
const seconds = 5
const rounds = 3
const second = 1000
const mostMegabytes = 400

/**
 * What the public sees, live: how many snapshots a second a server answers beside one that only says a constant, in
 * turns of one run; and how long a change takes to reach thousands of viewers. False when a figure falls short.
 */
export async function benchLive(args: string[]): Promise<boolean> {
  const { values } = parseArgs({ args, options: { viewers: { type: 'string', default: '5000' } } })
  return onOwnDatabase(
    async ({ db, url }) => {
      // The first start writes the demonstration, which is not what viewers meet.
      await (await startServer({ DATABASE_URL: url })).stop()
      const server = await startServer({ DATABASE_URL: url })
      try {
        say(await describeMachine(db))
        return [await benchViewers(db, server, Number(values.viewers)), await benchRate(server.address)].every(Boolean)
      } finally {
        await server.stop()
      }
    },
    { isEmpty: true },
  )
}

/** Both servers share the machine with whoever asks them, in turns, so that what the machine does meets both. */
async function benchRate(address: string): Promise<boolean> {
  const constant = createServer((_, response) => response.end('{"ok":true}'))
  await new Promise<void>((listening) => constant.listen(0, '127.0.0.1', listening))
  const port = (constant.address() as { port: number }).port
  const shares: number[] = []
  const waits: number[] = []
  try {
    await ask(`${address}/live/snapshot?language=en`, 1)
    for (let round = 0; round < rounds; round += 1) {
      const plain = await ask(`${address}/livez`, seconds)
      const snapshot = await ask(`${address}/live/snapshot?language=en`, seconds)
      const bare = await ask(`http://127.0.0.1:${port}/`, seconds)
      shares.push(snapshot.rate / plain.rate)
      waits.push(percentile(snapshot.timings, 0.99))
      say(
        `round ${round + 1}: snapshot ${snapshot.rate.toFixed(0)}/s, the same server answering a constant ${plain.rate.toFixed(0)}/s, node:http alone ${bare.rate.toFixed(0)}/s; ${snapshot.bytes} bytes each; p99 ${waits.at(-1)?.toFixed(1)} ms`,
      )
    }
  } finally {
    constant.close()
    constant.closeAllConnections()
  }
  const share = shares.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0
  const wait = Math.max(...waits)
  const isRight = share >= 0.6 && wait <= 50
  say(
    `public snapshot: ${(100 * share).toFixed(0)} % of a constant's rate (median of ${rounds}), p99 at most ${wait.toFixed(1)} ms  ${isRight ? 'ok   ' : 'SHORT'} (≥ 60 %, ≤ 50 ms)`,
  )
  return isRight
}

interface Answered {
  rate: number
  timings: number[]
  bytes: number
}

async function ask(url: string, forSeconds: number): Promise<Answered> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const until = performance.now() + forSeconds * second
  const timings: number[] = []
  let bytes = 0
  const one = () =>
    new Promise<void>((done, failed) => {
      get(url, { agent, headers: { 'accept-encoding': 'br' } }, (response) => {
        let length = 0
        response.on('data', (chunk: Buffer) => {
          length += chunk.length
        })
        response.on('end', () => {
          if (response.statusCode !== 200) return failed(new Error(`${url} answered ${response.statusCode}`))
          bytes = length
          done()
        })
      }).on('error', failed)
    })
  const asker = async () => {
    while (performance.now() < until) {
      const start = performance.now()
      await one()
      timings.push(performance.now() - start)
    }
  }
  const start = performance.now()
  await Promise.all(Array.from({ length: connections }, asker))
  const rate = timings.length / ((performance.now() - start) / second)
  agent.destroy()
  return { rate, timings: timings.toSorted((a, b) => a - b), bytes }
}

async function benchViewers(
  db: Db,
  { address, pid }: { address: string; pid: number },
  count: number,
): Promise<boolean> {
  const { hostname, port } = new URL(address)
  const viewers: Viewer[] = []
  const atRest = await residentMegabytes(pid)
  try {
    const began = performance.now()
    for (let batch = 0; batch < count; batch += 250) {
      const some = Array.from({ length: Math.min(250, count - batch) }, () => openViewer(hostname, Number(port)))
      viewers.push(...(await Promise.all(some)))
    }
    const connected = performance.now() - began
    say(
      `${count} viewers connected in ${(connected / second).toFixed(1)} s  ${connected <= 5 * second ? 'ok   ' : 'SHORT'} (≤ 5 s)`,
    )
    const lags: number[] = []
    for (let change = 0; change < 5; change += 1) {
      const heard = viewers.map((viewer) => viewer.next())
      const changed = performance.now()
      // Something that the public sees, as a coordinator's correction of a name.
      await sql`update agency set acronym = acronym || '.' where slug = 'unodc'`.execute(db)
      for (const at of await Promise.all(heard)) lags.push(at - changed)
    }
    const megabytes = await residentMegabytes(pid)
    const isLight = megabytes <= mostMegabytes
    say(
      `memory of the server: ${megabytes.toFixed(0)} MB, before them ${atRest.toFixed(0)} MB  ${isLight ? 'ok   ' : 'SHORT'} (≤ ${mostMegabytes} MB)`,
    )
    const timings = lags.toSorted((a, b) => a - b)
    const p99 = percentile(timings, 0.99)
    const isQuick = p99 <= second
    say(
      `from the commit to the viewer: median ${percentile(timings, 0.5).toFixed(0)} ms, p99 ${p99.toFixed(0)} ms  ${isQuick ? 'ok   ' : 'SHORT'} (≤ ${second} ms)`,
    )
    return connected <= 5 * second && isLight && isQuick
  } finally {
    for (const { socket } of viewers) socket.destroy()
  }
}

interface Viewer {
  socket: Socket
  /** When the next version is heard. */
  next(): Promise<number>
}

/** A viewer that was told the version of now. */
function openViewer(host: string, port: number): Promise<Viewer> {
  return new Promise((open, failed) => {
    const socket = connect({ host, port })
    let hear: (at: number) => void = () => {}
    const viewer: Viewer = {
      socket,
      next: () =>
        new Promise((heard, late) => {
          const timer = setTimeout(() => late(new Error('A viewer was told nothing in ten seconds')), 10 * second)
          hear = (at) => {
            clearTimeout(timer)
            heard(at)
          }
        }),
    }
    hear = () => open(viewer)
    socket.once('error', failed)
    socket.on('data', (chunk) => {
      if (chunk.includes('event: version')) hear(performance.now())
    })
    socket.write(`GET /live/events HTTP/1.1\r\nHost: ${host}:${port}\r\n\r\n`)
  })
}

async function residentMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024
}
