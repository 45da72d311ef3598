import type { Db } from '@concert/db/client'
import type { Log } from '../context.ts'
import { keepDoing } from '../keep-doing.ts'
import { sealAudit } from './seal-audit.ts'

const pause = 700

/** Seals within a second of each commit, until the returned function is called and has finished. */
export function keepSealing(db: Db, log: Log): () => Promise<void> {
  return keepDoing(async () => {
    const sealed = await sealAudit(db).catch((err: unknown) => {
      log.warn({ err }, 'audit rows could not be sealed; trying again')
      return 0
    })
    return sealed > 0
  }, pause)
}
