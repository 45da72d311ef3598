import type { Db } from '@concert/db/client'
import type { Log } from '../context.ts'
import { sealAudit } from './seal-audit.ts'

/** Seals within a second of each commit, until the returned function is called and has finished. */
export function keepSealing(db: Db, log: Log): () => Promise<void> {
  let stopped = false
  let wake = () => {}
  const sealing = (async () => {
    while (!stopped) {
      const sealed = await sealAudit(db).catch((err: unknown) => {
        log.warn({ err }, 'audit rows could not be sealed; trying again')
        return 0
      })
      if (sealed > 0) continue
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 700)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  })()
  return async () => {
    stopped = true
    wake()
    await sealing
  }
}
