import type { PublicSnapshots } from './public-snapshots.ts'

/** A browser that connects anew after a break waits as long, in milliseconds. */
const reconnectAfter = 2_000
const beatEvery = 25_000
const mostViewers = 20_000
/** Bytes that may wait for one viewer: who reads more slowly is dropped and comes back by itself. */
const mostWaiting = 64 * 1024

/** What a viewer's response and its connection are used for here. */
export interface Viewer {
  readonly writableLength: number
  writeHead(status: number, headers: Record<string, string>): unknown
  write(text: Buffer | string): unknown
  end(): unknown
  destroy(): unknown
  on(event: 'close' | 'error', listener: () => void): unknown
}

export interface Connection {
  socket: { setNoDelay(isOn: boolean): unknown }
}

export interface Ticks {
  hasRoom(): boolean
  add(viewer: Viewer, connection: Connection): void
  close(): void
}

/** Server-sent events `version`, one shared buffer for everybody. */
export function openTicks(snapshots: Pick<PublicSnapshots, 'onVersion' | 'version'>): Ticks {
  const viewers = new Set<Viewer>()

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
    add(viewer, { socket }) {
      socket.setNoDelay(true)
      viewer.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store, no-transform',
        // Nothing follows a stream on its connection, so that a stop need not wait for it.
        connection: 'close',
        'x-accel-buffering': 'no',
        'x-content-type-options': 'nosniff',
      })
      const now = snapshots.version()
      viewer.write(`retry: ${reconnectAfter}\n\n`)
      if (now !== undefined) viewer.write(tick(now))
      viewers.add(viewer)
      viewer.on('close', () => viewers.delete(viewer))
      viewer.on('error', () => viewers.delete(viewer))
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
