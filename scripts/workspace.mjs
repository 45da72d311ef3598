// Runs on the machine's own Node (20.19 or newer), before anything is installed: plain JavaScript, no dependencies.
import { spawn } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const bin = join(root, 'node_modules', '.bin')

/** Installs what the lockfile names when it is not there yet or has changed since. */
export async function ensureInstalled() {
  const lockfile = join(root, 'package-lock.json')
  const installed = join(root, 'node_modules', '.package-lock.json')
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lockfile).mtimeMs) return
  say('Installing what is missing (a minute or two, the first time only) …')
  const npm = process.env.npm_execpath
  const flags = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  const code = npm?.endsWith('.js')
    ? await run(process.execPath, [npm, ...flags])
    : await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', flags, { shell: process.platform === 'win32' })
  if (code !== 0)
    fail(
      'npm could not install what Concert needs. Its message is above; the network or the registry may be the reason.',
    )
}

const pinnedNode =
  process.platform === 'win32'
    ? join(root, 'node_modules', `node-win-${process.arch}`, 'bin', 'node.exe')
    : join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node')

/** The pinned Node that npm installed, else this one when it is new enough to run TypeScript as it is. */
export function node() {
  if (existsSync(pinnedNode)) return pinnedNode
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath
  return fail(`Concert needs Node 22.18 or newer on ${process.platform}; this is ${process.versions.node}.`)
}

/** Runs a program of node_modules/.bin, or any other, with that folder first on the PATH; answers its exit code. */
export function run(command, args, options = {}) {
  const { env, ...rest } = options
  return new Promise((done, failed) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: 'inherit',
      ...rest,
      env: {
        ...process.env,
        TURBO_TELEMETRY_DISABLED: '1',
        ...env,
        PATH: [dirname(pinnedNode), bin, process.env.PATH].join(delimiter),
      },
    })
    const forward = (signal) => child.kill(signal)
    process.on('SIGTERM', forward)
    process.on('SIGINT', forward)
    child.once('error', failed)
    child.once('exit', (code, signal) => {
      process.off('SIGTERM', forward)
      process.off('SIGINT', forward)
      done(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1))
    })
  })
}

/** Runs a JavaScript tool of node_modules on the pinned Node. */
export function tool(path, args, options) {
  return run(node(), [join(root, 'node_modules', path), ...args], options)
}

/** Builds the web when its sources have changed since the last build. */
export async function ensureBuilt() {
  const notice = setTimeout(() => say('Building the dashboard …'), 1000)
  const code = await tool(
    'turbo/bin/turbo',
    ['run', 'build', '--output-logs=errors-only', '--log-order=grouped', '--ui=stream'],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  clearTimeout(notice)
  if (code !== 0) fail('The dashboard could not be built; the reason is above.')
}

export function say(line) {
  process.stderr.write(`${line}\n`)
}

export function fail(sentence) {
  say(sentence)
  process.exit(1)
}
