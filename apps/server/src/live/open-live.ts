import type { Context } from '@concert/api/context'
import { readPublicSnapshot } from '@concert/api/live/read-public-snapshot'
import { listenForPublicChanges } from '@concert/db/listen'
import { keepPublicSnapshots, type PublicSnapshots } from './public-snapshots.ts'

/** The public snapshot of this process, renewed whenever the database tells of a change. */
export function openLive(system: Context, url: string): PublicSnapshots {
  const onError = (err: unknown) => system.log.warn({ err }, 'the public snapshot could not be read')
  const snapshots = keepPublicSnapshots((locale) => readPublicSnapshot({ ...system, locale }, locale), onError)
  const listening = listenForPublicChanges(url, {
    onChange: snapshots.renew,
    onState: (isHeard) => {
      if (!isHeard) system.log.warn({}, 'changes of what is public are not heard at the moment')
    },
  })
  return {
    ...snapshots,
    stop() {
      snapshots.stop()
      void listening.stop()
    },
  }
}
