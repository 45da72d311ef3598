import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** Lets a newcomer to a demonstration in as any role. Its token lives in this process's memory and dies with it. */
export interface DemoDoor {
  /** The page with every role, as the terminal prints it. */
  path: string
  admits(token: string, headers: Record<string, unknown>): boolean
}

export interface DoorSettings {
  isDemonstration: boolean
  /** What the server listens on. */
  host: string
  publicUrl: string | undefined
}

/** Null unless the database is a demonstration that only this machine can reach. */
export function openDemoDoor(settings: DoorSettings): DemoDoor | null {
  if (!settings.isDemonstration || !isLoopback(settings.host) || settings.publicUrl !== undefined) return null
  const token = randomBytes(32).toString('base64url')
  const expected = digest(token)
  return {
    path: `/try/${token}`,
    admits: (given, headers) => !cameThroughProxy(headers) && timingSafeEqual(digest(given), expected),
  }
}

function cameThroughProxy(headers: Record<string, unknown>): boolean {
  return Object.keys(headers).some((header) => /^(forwarded|via|x-forwarded-.*)$/i.test(header))
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}

function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
