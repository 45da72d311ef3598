import { randomBytes } from 'node:crypto'
import { chmod, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Db } from '@concert/db/client'
import { signInDb } from '@concert/db/sign-in-db'
import { findPerson } from '@concert/db/users'
import { passwordMaximum, passwordMinimum } from '@concert/domain/password'
import { betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { demonstrationSignIn } from './demonstration-sign-in.ts'

export const authPath = '/auth'
/** Set by the server on every request it hands over; what a client sends under this name is dropped. */
export const clientAddressHeader = 'x-concert-client-address'

export interface AuthSettings {
  db: Db
  secret: string
  /** Where people open Concert. https makes the cookies secure. */
  baseUrl: string
}

export type Auth = ReturnType<typeof createAuth>

/** E-mail and password, sessions in the database, no way to sign oneself up. */
export function createAuth({ db, secret, baseUrl }: AuthSettings) {
  return betterAuth({
    appName: 'Concert',
    baseURL: baseUrl,
    basePath: authPath,
    secret,
    // One server has several names, such as localhost and 127.0.0.1: a page may talk to the one it came from.
    trustedOrigins: (request) => (request ? [new URL(request.url).origin] : []),
    database: { db: signInDb(db), type: 'postgres', transaction: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordMinimum,
      maxPasswordLength: passwordMaximum,
    },
    user: {
      modelName: 'user_account',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    session: {
      modelName: 'user_session',
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      expiresIn: 7 * 24 * 60 * 60,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    account: {
      modelName: 'user_credential',
      fields: {
        userId: 'user_id',
        providerId: 'provider_id',
        accountId: 'account_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      accountLinking: { enabled: false },
    },
    verification: {
      modelName: 'user_verification',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'user_rate_limit',
      fields: { lastRequest: 'last_request' },
      window: 60,
      max: 120,
      customRules: { '/sign-in/email': { window: 60, max: 10 } },
    },
    advanced: {
      cookiePrefix: 'concert',
      useSecureCookies: baseUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      // Its schema has a column for a picture; we keep none of anybody.
      database: { generateId: 'uuid', validateSchema: false },
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
    },
    databaseHooks: {
      session: {
        create: {
          // Told as a wrong password: whether an address was ever known here is nobody's business.
          before: async (session) => {
            if (!(await findPerson(db, session.userId))) {
              throw new APIError('UNAUTHORIZED', { code: 'INVALID_EMAIL_OR_PASSWORD' })
            }
          },
        },
      },
    },
    plugins: [demonstrationSignIn()],
    telemetry: { enabled: false },
    logger: { level: 'error' },
  })
}

/** AUTH_SECRET, or the one in `folder/secret`, made the first time and readable by this user only. */
export async function readAuthSecret(folder: string, fromEnvironment: string | undefined): Promise<string> {
  if (fromEnvironment) return fromEnvironment
  const file = join(folder, 'secret')
  try {
    await writeFile(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  await chmod(file, 0o600)
  return (await readFile(file, 'utf8')).trim()
}
