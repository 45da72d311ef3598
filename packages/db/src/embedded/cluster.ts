import { execFile } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { OperatorError } from '../operator-error.ts'
import { type Binaries, embeddedMajor, findBinaries } from './binaries.ts'
import { checkReachable, checkWritable, findRunAs, type RunAs } from './run-as.ts'

const exec = promisify(execFile)
const onWindows = process.platform === 'win32'
// The kernel's limit on a socket's path is 107 bytes; "/.s.PGSQL.5432" takes the rest.
const longestSocketFolder = 90
const patience = 15_000
// One call per file system instead of one per file, so that a killed server is back at once.
const afterCrash = process.platform === 'linux' ? ['recovery_init_sync_method=syncfs'] : []

export interface Cluster {
  /** Connection string of a database on this server. */
  urlOf(database: string): string
  /** Ends the server unless another process of Concert still uses it. */
  release(): Promise<void>
  /** Whether this process started the server, rather than joining one that ran already. */
  started: boolean
}

export interface ClusterOptions {
  /** Called before steps that take long, for the one who waits. */
  progress?: (step: string) => void
  /** Further settings of the server, such as `fsync=off` in tests. */
  settings?: readonly string[]
}

/**
 * Starts the PostgreSQL of `folder`, or joins it when it runs already: left behind by a killed process, or in use
 * by another one. Makes the folder the first time.
 */
export async function openCluster(folder: string, options: ClusterOptions = {}): Promise<Cluster> {
  const home = resolve(folder)
  const data = join(home, 'postgres')
  const binaries = await findBinaries()
  await mkdir(home, { recursive: true }).catch((cause) => {
    throw new OperatorError(`Concert cannot make the folder ${home}. Set CONCERT_DATA to a folder it may write to.`, {
      cause,
    })
  })
  await checkWritable(home)
  const runAs = await findRunAs(data)
  await checkReachable(home, runAs)
  await checkReachable(binaries.pgCtl, runAs)

  const version = await readFile(join(data, 'PG_VERSION'), 'utf8').catch(() => undefined)
  if (version === undefined) {
    options.progress?.('Making the database, the first time only')
    await initialise(binaries, data, runAs)
  } else if (Number(version) !== embeddedMajor) {
    throw new OperatorError(
      `${data} was made by PostgreSQL ${version.trim()}, and this Concert brings PostgreSQL ${embeddedMajor}. Serve the old folder with PostgreSQL ${version.trim()} and copy it over: CONCERT_DATA=<new folder> npm start -- --empty, stop, then pg_dump --data-only of the old database into psql of the new one.`,
    )
  }

  const endpoint = await findEndpoint(home, data, runAs)
  const started = await startOrJoin(binaries, data, endpoint, runAs, options)
  return {
    started,
    urlOf: (database) => endpoint.urlOf(database),
    release: () => release(binaries, data, endpoint, runAs),
  }
}

interface Endpoint {
  settings: string[]
  urlOf(database: string): string
}

async function initialise(binaries: Binaries, data: string, runAs: RunAs | undefined): Promise<void> {
  // Made beside its place and moved there whole: a start cut off, or a second one at the same moment, leaves no half.
  const draft = `${data}-${randomBytes(4).toString('hex')}`
  await mkdir(draft, { mode: 0o700 })
  if (runAs) await chown(draft, runAs.uid, runAs.gid)
  const flags = [
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--data-checksums',
    '--username=concert',
    `--pgdata=${draft}`,
  ]
  const passwordFile = join(data, '..', 'database-password')
  if (onWindows) {
    await writeFile(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600, flag: 'wx' }).catch(() => {})
    flags.push('--auth=scram-sha-256', `--pwfile=${passwordFile}`)
  } else {
    // The socket's folder is private to one user, which is the authentication.
    flags.push('--auth=trust', '--lc-ctype=C.UTF-8')
  }
  try {
    await exec(binaries.initdb, flags, { ...runAs, env: {} })
    await rename(draft, data)
  } catch (cause) {
    await rm(draft, { recursive: true, force: true })
    if (existsSync(join(data, 'PG_VERSION'))) return
    throw new OperatorError(`PostgreSQL could not make its folder ${data}: ${lastLine(cause)}`, { cause })
  }
}

async function findEndpoint(home: string, data: string, runAs: RunAs | undefined): Promise<Endpoint> {
  if (onWindows) {
    const password = await readFile(join(home, 'database-password'), 'utf8')
    const port = await readPort(data)
    return {
      settings: ['listen_addresses=127.0.0.1', `port=${port}`],
      urlOf: (database) => `postgresql://concert:${password}@127.0.0.1:${port}/${database}`,
    }
  }
  const inHome = join(home, 'socket')
  const name = createHash('sha256').update(home).digest('hex').slice(0, 12)
  const folder = Buffer.byteLength(inHome) <= longestSocketFolder ? inHome : join(tmpdir(), `concert-${name}`)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if (runAs) await chown(folder, runAs.uid, runAs.gid)
  await chmod(folder, 0o700)
  return {
    settings: ['listen_addresses=', `unix_socket_directories=${folder}`],
    urlOf: (database) => `postgresql://concert@/${database}?host=${encodeURIComponent(folder)}`,
  }
}

async function readPort(data: string): Promise<number> {
  const pid = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')
  const running = Number(pid.split('\n')[3])
  if (running > 0) return running
  return new Promise((found, failed) => {
    const probe = createServer()
    probe.once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => found(address !== null && typeof address === 'object' ? address.port : 0))
    })
  })
}

async function startOrJoin(
  binaries: Binaries,
  data: string,
  endpoint: Endpoint,
  runAs: RunAs | undefined,
  options: ClusterOptions,
): Promise<boolean> {
  const settings = [
    ...endpoint.settings,
    'max_connections=200',
    'timezone=UTC',
    ...afterCrash,
    ...(options.settings ?? []),
  ]
  const flags = settings.map((setting) => `-c ${onWindows ? `"${setting}"` : `'${setting}'`}`).join(' ')
  const log = join(data, 'server.log')
  const deadline = Date.now() + patience
  let failure: unknown
  if (await answers(endpoint)) return false
  for (;;) {
    try {
      // Its own standard streams: PostgreSQL outlives this call and would keep ours open.
      await exec(binaries.pgCtl, ['start', '-w', '-t', '60', '-s', '-D', data, '-l', log, '-o', flags], {
        ...runAs,
        env: {},
      })
      if (await answers(endpoint)) return true
    } catch (cause) {
      failure = cause
      // Another process is starting it at this moment, or parts of a killed server still hold its memory.
      if (await answers(endpoint)) return false
    }
    if (Date.now() > deadline) break
    await new Promise((wake) => setTimeout(wake, 100))
  }
  const reason = (await readFile(log, 'utf8').catch(() => '')).trim().split('\n').at(-1) || lastLine(failure)
  throw new OperatorError(`PostgreSQL did not start: ${reason}. The whole log is in ${log}.`, { cause: failure })
}

/** Whether the server takes connections; waits while it says that it is starting up or shutting down. */
async function answers(endpoint: Endpoint): Promise<boolean> {
  for (const deadline = Date.now() + patience; Date.now() < deadline; ) {
    const client = new pg.Client({ connectionString: endpoint.urlOf('postgres'), connectionTimeoutMillis: 2000 })
    client.on('error', () => {})
    try {
      await client.connect()
      await client.end()
      return true
    } catch (error) {
      await client.end().catch(() => {})
      if ((error as { code?: string }).code !== '57P03') return false
      await new Promise((wake) => setTimeout(wake, 50))
    }
  }
  return false
}

async function release(binaries: Binaries, data: string, endpoint: Endpoint, runAs: RunAs | undefined): Promise<void> {
  const client = new pg.Client({ connectionString: endpoint.urlOf('postgres') })
  client.on('error', () => {})
  try {
    await client.connect()
    const others = await client.query<{ others: number }>(
      `select count(*)::int as others from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    )
    await client.end()
    if ((others.rows[0]?.others ?? 0) > 0) return
  } catch {
    return
  }
  await exec(binaries.pgCtl, ['stop', '-w', '-m', 'fast', '-s', '-D', data], { ...runAs, env: {} })
}

function lastLine(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message?: string }
  return (stderr?.trim() || message || String(error)).split('\n').at(-1) ?? ''
}
