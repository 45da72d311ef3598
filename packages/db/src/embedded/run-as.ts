import { execFile } from 'node:child_process'
import { access, constants, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { promisify } from 'node:util'
import { OperatorError } from '../operator-error.ts'

const exec = promisify(execFile)

/** The unprivileged user that PostgreSQL runs as; PostgreSQL refuses to run as root. */
export interface RunAs {
  uid: number
  gid: number
}

/** Undefined when Concert itself is not root: then PostgreSQL runs as the same user. */
export async function findRunAs(dataFolder: string): Promise<RunAs | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const owner = await stat(dataFolder).catch(() => undefined)
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const existing = (await lookUp('postgres')) ?? (await lookUp('concert'))
  if (existing) return existing
  await exec('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'concert']).catch(() => {})
  const made = (await lookUp('concert')) ?? (await lookUp('nobody'))
  if (made) return made
  throw new OperatorError(
    'PostgreSQL refuses to run as root and no other user could be made. Start Concert as an ordinary user, or set DATABASE_URL.',
  )
}

/** Every folder above must let the unprivileged user pass, or PostgreSQL fails with a message nobody understands. */
export async function checkReachable(path: string, runAs: RunAs | undefined): Promise<void> {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const found = await stat(folder).catch(() => undefined)
    if (found && runAs) {
      const { mode, uid, gid } = found
      const may = uid === runAs.uid ? mode & 0o100 : gid === runAs.gid ? mode & 0o010 : mode & 0o001
      if (!may) {
        throw new OperatorError(
          `Concert runs as root and its PostgreSQL as user ${runAs.uid}, who may not enter ${folder}. Put Concert and CONCERT_DATA in a folder that everyone may enter, or start it as an ordinary user.`,
        )
      }
    }
    if (folder === dirname(folder)) return
  }
}

export async function checkWritable(folder: string): Promise<void> {
  await access(folder, constants.W_OK).catch((cause) => {
    throw new OperatorError(
      `Concert may not write to ${folder}. Give it the right, or set CONCERT_DATA to another folder.`,
      {
        cause,
      },
    )
  })
}

async function lookUp(user: string): Promise<RunAs | undefined> {
  try {
    const [uid, gid] = await Promise.all([exec('id', ['-u', user]), exec('id', ['-g', user])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return undefined
  }
}
