import type { PublicSnapshot } from '@concert/api/live/read-public-snapshot'
import type { Locale } from '@concert/domain/locales'
import { queryClient, trpc } from '../trpc.ts'

const pollEvery = 15_000

/**
 * Puts what is public on the screen whenever it differs: told by the server, else asked for every 15 seconds. What was
 * shown last stays. `onState` hears whether it is live. Gives the way to stop.
 */
export function followPublic(reader: Locale, onState: (isLive: boolean) => void): () => void {
  let isOver = false
  const source = new EventSource('/live/events')
  const refresh = async (): Promise<void> => {
    const isShown = await showSnapshot(reader).catch(() => false)
    if (!isOver) onState(isShown)
  }
  source.addEventListener('version', () => void refresh())
  source.addEventListener('error', () => onState(false))
  const poll = setInterval(() => {
    if (source.readyState !== EventSource.OPEN) void refresh()
  }, pollEvery)
  return () => {
    isOver = true
    source.close()
    clearInterval(poll)
  }
}

async function showSnapshot(reader: Locale): Promise<boolean> {
  const response = await fetch(`/live/snapshot?language=${reader}`)
  if (!response.ok) return false
  const { overview, fund }: PublicSnapshot = await response.json()
  showIfNewer(trpc.figures.overview.queryKey({ locale: reader }), overview)
  showIfNewer(trpc.fund.totals.queryKey({ locale: reader }), fund)
  return true
}

/** What a page asked for itself after the snapshot was made stays. */
function showIfNewer<Shown extends { asOf: string }>(queryKey: readonly unknown[], content: Shown): void {
  queryClient.setQueryData<Shown>(queryKey, (shown) => (shown && shown.asOf < content.asOf ? content : shown))
}
