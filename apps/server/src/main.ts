import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { keepSealing } from '@concert/api/audit/keep-sealing'
import { keepChecking } from '@concert/api/checks/keep-checking'
import { createAuth, readAuthSecret } from '@concert/api/identity/auth'
import { openDemoDoor } from '@concert/api/identity/demo-door'
import { createMail } from '@concert/api/mail'
import { openConcert } from '@concert/api/open-concert'
import { keepSending } from '@concert/api/outbox/keep-sending'
import { readSettings, type Settings } from '@concert/api/settings'
import { firstAdministratorLink } from '@concert/api/users/first-administrator-link'
import { OperatorError } from '@concert/db/operator-error'
import { buildApp } from './app.ts'
import { openLive } from './live/open-live.ts'
import { startTelemetry } from './telemetry.ts'

const drainFor = 500
const root = fileURLToPath(new URL('../../../', import.meta.url))

async function main(): Promise<void> {
  const settings = readSettings(process.env, root)
  const telemetry = await startTelemetry(settings.telemetry)
  await checkPort(settings)
  const wanted = readArguments(process.argv.slice(2))
  const concert = await openConcert(settings, { wanted, progress: say, max: 24 })
  const address =
    settings.publicUrl ??
    `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${settings.port}`
  const auth = createAuth({
    db: concert.db,
    secret: await readAuthSecret(settings.dataFolder, settings.authSecret),
    baseUrl: address,
  })
  const mail = settings.smtpUrl ? createMail(settings.smtpUrl, address) : undefined
  const door = openDemoDoor({ ...settings, isDemonstration: concert.isDemonstration })

  let stopping = false
  const { app } = await buildApp({
    settings,
    db: concert.db,
    auth,
    door,
    live: openLive(concert.system, concert.url),
    mail,
    // Whoever starts Concert by hand reads sentences on stdout; a collector of logs reads every request on stderr.
    logLevel: process.stdout.isTTY ? 'warn' : 'info',
    isStopping: () => stopping,
    instrument: telemetry.instrument,
  })
  const stopSealing = keepSealing(concert.db, app.log)
  let stopChecking = async () => {}
  let stopSending = async () => {}

  const stop = async () => {
    if (stopping) return
    stopping = true
    const deadline = setTimeout(() => process.exit(1), 10_000)
    deadline.unref()
    // Not ready, and still answering: what was on its way when the stop began gets its answer.
    await new Promise((drained) => setTimeout(drained, drainFor))
    // Browsers keep connections open after their answer; each is closed as soon as it has none under way.
    const closing = setInterval(() => app.server.closeIdleConnections(), 50)
    await app.close()
    clearInterval(closing)
    await stopChecking()
    await stopSending()
    await stopSealing()
    await concert.close()
    await telemetry.stop()
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop())
  process.on('SIGINT', () => void stop())

  await app.listen({ port: settings.port, host: settings.host })
  say(`Concert is at ${address}`)
  stopChecking = keepChecking({ ...concert.system, log: app.log })
  if (mail) stopSending = keepSending({ ...concert.system, log: app.log, mail })
  if (door) say(`Try every role (until this stops): ${address}${door.path}`)
  const first = await firstAdministratorLink(concert.system)
  if (first) say(`Set up the first administrator (once, within 72 hours): ${address}${first.path}`)
}

function readArguments(args: readonly string[]): 'demonstration' | 'empty' | undefined {
  const known = ['--empty', '--demo']
  const unknown = args.find((argument) => !known.includes(argument))
  if (unknown)
    throw new OperatorError(`"${unknown}" is not known. Options: --empty (no demonstration data), --demo (with).`)
  if (args.length > 1) throw new OperatorError('Choose one of --empty and --demo.')
  if (args.includes('--demo')) return 'demonstration'
  return args.includes('--empty') ? 'empty' : undefined
}

/** Told before anything is started, so that a second start by mistake disturbs nothing. */
async function checkPort({ port, host }: Settings): Promise<void> {
  await new Promise<void>((free, taken) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => {
      taken(new OperatorError(sentenceFor(error, port, host), { cause: error }))
    })
    probe.listen(port, host, () => probe.close(() => free()))
  })
}

function sentenceFor(error: NodeJS.ErrnoException, port: number, host: string): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use, perhaps by another Concert. Stop it, or choose another: PORT=${port + 1} npm start.`
    case 'EACCES':
      return `This user may not listen on port ${port}. Choose one above 1023: PORT=4000 npm start.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `This machine has no address ${host}. Set HOST to one that it has, as in 127.0.0.1 or 0.0.0.0.`
    default:
      return `Concert cannot listen on ${host}:${port} (${error.code}).`
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

main().catch((error: unknown) => {
  if (error instanceof OperatorError) process.stderr.write(`${error.message}\n`)
  else process.stderr.write(`Concert could not start: ${error instanceof Error ? error.stack : String(error)}\n`)
  process.exit(1)
})
