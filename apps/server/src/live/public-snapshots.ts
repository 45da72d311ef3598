import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { PublicSnapshot } from '@concert/api/live/read-public-snapshot'
import { type Locale, locales } from '@concert/domain/locales'

export type Encoding = 'br' | 'gzip' | 'identity'

/** One answer in one language, compressed once for everybody. */
export interface Prepared {
  etag: string
  bodies: Record<Encoding, Buffer>
}

export interface PublicSnapshots {
  /** The newest one; read now where none was made yet. */
  get(locale: Locale): Promise<Prepared>
  /** What is public may have changed: reads again, after a moment in which more may change. */
  renew(): void
  /** Calls when the content differs, with what all languages together are; gives the way to leave. */
  onVersion(call: (version: string) => void): () => void
  version(): string | undefined
  stop(): void
}

const settle = 200
// Days begin and end without a write, and a notice may be lost with its connection.
const atLeastEvery = 60_000

const squeeze = { br: promisify(brotliCompress), gzip: promisify(gzip) }

/** Keeps the public snapshot of every language in memory: a reading for each version, however many ask. */
export function keepPublicSnapshots(
  read: (locale: Locale) => Promise<PublicSnapshot>,
  onError: (error: unknown) => void,
): PublicSnapshots {
  const kept = new Map<Locale, Prepared>()
  const calls = new Set<(version: string) => void>()
  let version: string | undefined
  let reading: Promise<void> | undefined
  let isStale = false
  let timer: NodeJS.Timeout | undefined

  const readAll = async (): Promise<void> => {
    const versions: string[] = []
    for (const locale of locales) {
      const snapshot = await read(locale)
      versions.push(snapshot.version)
      const etag = `"${snapshot.version}"`
      if (kept.get(locale)?.etag !== etag) kept.set(locale, { etag, bodies: await encodeOnce(snapshot) })
    }
    const whole = digestOf(versions)
    if (whole === version) return
    version = whole
    for (const call of calls) call(whole)
  }

  const start = (): Promise<void> => {
    isStale = false
    reading ??= readAll().finally(() => {
      reading = undefined
      if (isStale) renew()
    })
    return reading
  }

  const renew = (): void => {
    isStale = true
    if (reading || timer) return
    timer = setTimeout(() => {
      timer = undefined
      start().catch(onError)
    }, settle)
  }
  const clock = setInterval(renew, atLeastEvery)
  clock.unref()

  return {
    async get(locale) {
      if (!kept.has(locale)) await start()
      const prepared = kept.get(locale)
      if (!prepared) throw new Error(`No snapshot in ${locale} was made`)
      return prepared
    },
    renew,
    onVersion(call) {
      calls.add(call)
      return () => calls.delete(call)
    },
    version: () => version,
    stop() {
      clearInterval(clock)
      clearTimeout(timer)
    },
  }
}

async function encodeOnce(snapshot: PublicSnapshot): Promise<Prepared['bodies']> {
  const identity = Buffer.from(JSON.stringify(snapshot))
  const [br, gzipped] = await Promise.all([
    squeeze.br(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
    squeeze.gzip(identity),
  ])
  return { br, gzip: gzipped, identity }
}

function digestOf(versions: readonly string[]): string {
  return createHash('sha256').update(versions.join(' ')).digest('base64url').slice(0, 22)
}
