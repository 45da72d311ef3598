import { isAbsolute, join } from 'node:path'
import { OperatorError } from '@concert/db/operator-error'
import { z } from 'zod'

/** What the environment says, read once and checked at the start. */
export interface Settings {
  port: number
  host: string
  /** The address that people type; set it behind a proxy. */
  publicUrl: string | undefined
  dataFolder: string
  databaseUrl: string | undefined
  smtpUrl: string | undefined
  /** The key that signs sessions; undefined: the one kept in the data folder. Replicas share it. */
  authSecret: string | undefined
  /** Telemetry is on when an OTEL_ variable names where it goes. */
  telemetry: boolean
}

const environment = z.object({
  PORT: z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(1).max(65535)).default(4000),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  CONCERT_DATA: z.string().min(1).optional(),
  DATABASE_URL: z.string().min(1).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  AUTH_SECRET: z.string().min(32).optional(),
})

const expected: Record<string, string> = {
  PORT: 'a number from 1 to 65535',
  HOST: 'an address to listen on, as in 127.0.0.1 or 0.0.0.0',
  PUBLIC_URL: 'an address that begins with https:// or http://',
  CONCERT_DATA: 'a folder',
  DATABASE_URL: 'an address, as in postgresql://user@host:5432/concert',
  SMTP_URL: 'an address, as in smtp://user:password@host:587',
  AUTH_SECRET: 'at least 32 characters that nobody can guess',
}

/** Reads the settings; `root` is the folder that a relative CONCERT_DATA, and `.concert`, are in. */
export function readSettings(env: Record<string, string | undefined>, root: string): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0])
    throw new OperatorError(`${name} must be ${expected[name]}.`)
  }
  const { PORT, HOST, PUBLIC_URL, CONCERT_DATA, DATABASE_URL, SMTP_URL, AUTH_SECRET } = parsed.data
  const folder = CONCERT_DATA ?? '.concert'
  return {
    port: PORT,
    host: HOST,
    publicUrl: PUBLIC_URL?.replace(/\/+$/, ''),
    dataFolder: isAbsolute(folder) ? folder : join(root, folder),
    databaseUrl: DATABASE_URL,
    smtpUrl: SMTP_URL,
    authSecret: AUTH_SECRET,
    telemetry: Object.keys(given).some((name) => /^OTEL_EXPORTER_OTLP(_TRACES|_METRICS)?_ENDPOINT$/.test(name)),
  }
}
