import type { CDPSession, Page } from '@playwright/test'

/** What the browser is made to believe of its line. */
export const line = { kilobitsPerSecond: 256, roundTripMs: 600 }

const bytesPerSecond = (line.kilobitsPerSecond * 1000) / 8

export interface SlowLine {
  cut(): Promise<void>
  mend(): Promise<void>
  /** Bytes that went over the line since the last asking, in both directions, with headers and bodies. */
  bytes(): number
  /** Resolves when the next request whose address holds `part` has left the browser. */
  leaves(part: string): Promise<void>
}

/** Puts a page behind a slow line and counts what goes over it. What the browser has kept costs nothing. */
export async function behindSlowLine(page: Page): Promise<SlowLine> {
  const session = await page.context().newCDPSession(page)
  const count = await countBytes(session)
  const set = (offline: boolean) =>
    session.send('Network.emulateNetworkConditions', {
      offline,
      latency: line.roundTripMs,
      downloadThroughput: bytesPerSecond,
      uploadThroughput: bytesPerSecond,
    })
  await set(false)
  return {
    cut: () => set(true).then(() => {}),
    mend: () => set(false).then(() => {}),
    bytes: count,
    leaves: (part) => page.waitForRequest((request) => request.url().includes(part)).then(() => {}),
  }
}

async function countBytes(session: CDPSession): Promise<() => number> {
  const received = new Map<string, number>()
  let sent = 0
  let counted = 0
  session.on('Network.requestWillBeSentExtraInfo', ({ headers }) => {
    sent += Object.entries(headers).reduce((sum, [name, value]) => sum + name.length + value.length + 4, 0)
  })
  session.on('Network.requestWillBeSent', ({ request }) => {
    sent += request.method.length + request.url.length + Buffer.byteLength(request.postData ?? '')
  })
  session.on('Network.responseReceived', ({ requestId, response }) => {
    if (!response.fromDiskCache) received.set(requestId, response.encodedDataLength)
  })
  session.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    received.set(requestId, (received.get(requestId) ?? 0) + encodedDataLength)
  })
  // The whole, with headers; what a cut breaks off never finishes and stays with what had come.
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    received.set(requestId, encodedDataLength)
  })
  await session.send('Network.enable')
  return () => {
    const total = sent + [...received.values()].reduce((sum, bytes) => sum + bytes, 0)
    const since = total - counted
    counted = total
    return since
  }
}
