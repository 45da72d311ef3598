import type { Db } from '@concert/db/client'
import { isMigrated } from '@concert/db/migrate'
import type { FastifyInstance } from 'fastify'

/** `/livez`: the process runs. `/readyz`: it can do its work, and is not about to stop. */
export function registerHealth(app: FastifyInstance, db: Db, isStopping: () => boolean): void {
  app.get('/livez', { logLevel: 'silent' }, async () => ({ ok: true }))
  app.get('/readyz', { logLevel: 'silent' }, async (_, reply) => {
    const database = await isMigrated(db).catch(() => false)
    const ok = database && !isStopping()
    return reply.code(ok ? 200 : 503).send({ ok, database, stopping: isStopping() })
  })
}
