import { randomUUID } from 'node:crypto'
import type { Db } from '@concert/db/client'
import { openDatabase } from '@concert/db/open-database'
import { OperatorError } from '@concert/db/operator-error'
import { findInstallation, isEmpty, prepare } from '@concert/db/prepare'
import type { Context, Log } from './context.ts'
import { isDemonstrationSeeded, seedDemonstration } from './demo/seed-demonstration.ts'
import type { Settings } from './settings.ts'

export interface OpenConcert {
  db: Db
  /** The database's address, for a connection that only listens. */
  url: string
  isDemonstration: boolean
  /** Who the terminal and the jobs are. */
  system: Context
  close(): Promise<void>
}

const terminalLog: Log = { info: () => {}, warn: () => {}, error: (fields, message) => console.error(message, fields) }

/**
 * Opens the database at this version's state: migrated, with reference data and, in a demonstration, its examples.
 * What a database is, a demonstration or real, is decided when it is made and never changes.
 */
export async function openConcert(
  settings: Settings,
  options: {
    wanted?: 'demonstration' | 'empty' | undefined
    progress?: (step: string) => void
    max?: number
    log?: Log
  } = {},
): Promise<OpenConcert> {
  const log = options.log ?? terminalLog
  const database = await openDatabase(settings, {
    max: options.max,
    progress: options.progress,
    onError: (err) => log.warn({ err }, 'a connection to the database broke'),
  })
  try {
    const demonstration = await decide(database.db, settings, options.wanted)
    const { isNew, isDemonstration } = await prepare(database.db, { demonstration, progress: options.progress })
    const system: Context = {
      db: database.db,
      actor: { kind: 'system', name: 'Concert' },
      locale: 'en',
      requestId: randomUUID(),
      now: () => new Date(),
      log,
    }
    if (isDemonstration && (isNew || !(await isDemonstrationSeeded(system)))) {
      options.progress?.('Writing the demonstration data')
      await seedDemonstration(system)
    }
    return { db: database.db, url: database.url, isDemonstration, system, close: database.close }
  } catch (error) {
    await database.close()
    throw error
  }
}

async function decide(db: Db, settings: Settings, wanted: 'demonstration' | 'empty' | undefined): Promise<boolean> {
  const installation = await findInstallation(db)
  if (installation) {
    if (wanted === 'demonstration' && !installation.isDemonstration) {
      throw new OperatorError(
        'This database is not empty, and only an empty one can become a demonstration. Leave --demo out, or use another database.',
      )
    }
    if (wanted === 'empty' && installation.isDemonstration) {
      throw new OperatorError(
        'This database is a demonstration and stays one. For an empty one set CONCERT_DATA to a new folder: CONCERT_DATA=.concert-real npm start -- --empty.',
      )
    }
    return installation.isDemonstration
  }
  if (!(await isEmpty(db))) {
    throw new OperatorError('There are tables of something else in this database. Give Concert one of its own.')
  }
  return wanted === undefined ? settings.databaseUrl === undefined : wanted === 'demonstration'
}
