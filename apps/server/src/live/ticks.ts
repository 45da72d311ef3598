import type { IncomingMessage, ServerResponse } from 'node:http'
import type { PublicSnapshots } from './public-snapshots.ts'

/** A browser that connects anew after a break waits as long, in milliseconds. */
const reconnectAfter = 2_000
const beatEvery = 25_000
const mostViewers = 20_000
/** Bytes that may wait for one viewer: who reads more slowly is dropped and comes back by itself. */
const mostWaiting = 64 * 1024

export interface Ticks {
  hasRoom(): boolean
  add(response: ServerResponse, request: IncomingMessage): void
  close(): void
}

/** Server-sent events `version`, one shared buffer for everybody. */
export function openTicks(snapshots: Pick<PublicSnapshots, 'onVersion' | 'version'>): Ticks {
  const viewers = new Set<ServerResponse>()

  const tell = (text: Buffer): void => {
    for (const viewer of viewers) {
      if (viewer.writableLength > mostWaiting) viewer.destroy()
      else viewer.write(text)
    }
  }
  const leave = snapshots.onVersion((version) => tell(tick(version)))
  const beat = setInterval(() => tell(Buffer.from(':\n\n')), beatEvery)
  beat.unref()

  return {
    hasRoom: () => viewers.size < mostViewers,
    add(response, request) {
      request.socket.setNoDelay(true)
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store, no-transform',
        // Nothing follows a stream on its connection, so that a stop need not wait for it.
        connection: 'close',
        'x-accel-buffering': 'no',
        'x-content-type-options': 'nosniff',
      })
      const now = snapshots.version()
      response.write(`retry: ${reconnectAfter}\n\n`)
      if (now !== undefined) response.write(tick(now))
      viewers.add(response)
      response.on('close', () => viewers.delete(response))
      response.on('error', () => viewers.delete(response))
    },
    close() {
      leave()
      clearInterval(beat)
      for (const viewer of viewers) viewer.end()
    },
  }
}

function tick(version: string): Buffer {
  return Buffer.from(`event: version\ndata: ${version}\n\n`)
}
