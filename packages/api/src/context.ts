import type { Db } from '@concert/db/client'
import type { Actor } from '@concert/domain/actor'
import type { Locale } from '@concert/domain/locales'
import type { Mail } from './mail.ts'

export interface Log {
  info(fields: object, message?: string): void
  warn(fields: object, message?: string): void
  error(fields: object, message?: string): void
}

/** What every use case is given: where things are kept, who asks, and when it is. */
export interface Context {
  db: Db
  actor: Actor
  locale: Locale
  requestId: string
  now: () => Date
  log: Log
  /** There when the operator has set SMTP_URL. */
  mail?: Mail
}

/** The same question asked in nobody's name, so that a member and a visitor read the same public rows. */
export function asVisitor(ctx: Context): Context {
  return { ...ctx, actor: { kind: 'anonymous' } }
}
