/** What Concert writes to people by itself. */
export const mailKinds = ['digest'] as const
export type MailKind = (typeof mailKinds)[number]

/** How a mail left the outbox: `needless` when nothing was left to tell by the time it was sent. */
export const mailOutcomes = ['sent', 'given_up', 'needless'] as const
export type MailOutcome = (typeof mailOutcomes)[number]

/** Why a mail was not taken: never the words of a mail server, which may repeat an address. */
export const mailErrors = [
  'refused',
  'deferred',
  'sign_in',
  'timeout',
  'unreachable',
  'encryption',
  'not_written',
  'unknown',
] as const
export type MailError = (typeof mailErrors)[number]

/** Times that a mail is tried before it is given up. */
export const mostAttempts = 6

/** Days for which the outbox remembers what left it. */
export const outboxDays = 30

/**
 * Milliseconds to wait after the `attempts`th attempt failed, five times as long each time: 1 minute, 5, 25, about 2
 * hours, about 10; null when it is the last. A refusal is final: the same mail would be refused again.
 */
export function pauseAfter(attempts: number, error: MailError): number | null {
  if (error === 'refused' || attempts >= mostAttempts) return null
  return 60_000 * 5 ** (attempts - 1)
}

const byCode: Record<string, MailError> = {
  EAUTH: 'sign_in',
  ENOAUTH: 'sign_in',
  EOAUTH2: 'sign_in',
  ETIMEDOUT: 'timeout',
  ECONNECTION: 'unreachable',
  EDNS: 'unreachable',
  ESOCKET: 'unreachable',
  ECONNREFUSED: 'unreachable',
  ENOTFOUND: 'unreachable',
  ETLS: 'encryption',
  EREQUIRETLS: 'encryption',
}

/**
 * Why a mail was not taken, from what the mail program threw: its own `code`, and in `responseCode` the reply of the
 * server, when there was one (RFC 5321). A wrong password for the server is its operator's to mend and refuses no mail.
 */
export function mailErrorOf(thrown: unknown): MailError {
  const failure = typeof thrown === 'object' && thrown !== null ? thrown : {}
  const code = 'code' in failure ? failure.code : undefined
  const reply = 'responseCode' in failure ? failure.responseCode : undefined
  const known = typeof code === 'string' ? byCode[code] : undefined
  if (known === 'sign_in' || typeof reply !== 'number' || reply < 400) return known ?? 'unknown'
  return reply >= 500 ? 'refused' : 'deferred'
}

/** What an administrator sees of the outbox: numbers and reasons, and nobody's address. */
export interface OutboxState {
  /** Whether an operator has set up a mail server. */
  isSetUp: boolean
  waiting: number
  /** In the last `outboxDays` days. */
  sent: number
  needless: number
  givenUp: number
  lastSentAt: string | null
  /** When the next one that failed is tried again. */
  nextAttemptAt: string | null
  reasons: { error: MailError; waiting: number; givenUp: number }[]
}
