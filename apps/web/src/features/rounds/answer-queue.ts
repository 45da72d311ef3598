import { type AnswerOutcome, mostAnswers, type RoundAnswer, roundAnswer } from '@concert/domain/round'

/** One answer as typed in this browser. Each change gets a key of its own, so that a repeated request does nothing twice. */
export interface TypedAnswer extends Omit<RoundAnswer, 'idempotencyKey'> {
  key: string
  /** The key that the server has answered last. */
  settledKey: string | null
  /** What a person has to decide before it can be kept. */
  trouble: Exclude<AnswerOutcome, { outcome: 'kept' }> | null
}

export type Typed = Record<string, TypedAnswer>

/** What the server can take of what it has not answered yet, in the order in which it was typed. */
export function waitingOf(typed: Typed): RoundAnswer[] {
  return Object.values(typed)
    .filter(({ key, settledKey }) => key !== settledKey)
    .sort((a, b) => a.typedAt.localeCompare(b.typedAt))
    .flatMap(({ key, settledKey: _, trouble: __, ...answer }) => {
      const read = roundAnswer.safeParse({ ...answer, idempotencyKey: key })
      return read.success ? [read.data] : []
    })
    .slice(0, mostAnswers)
}

/** Whether it can be sent as it is: an activity that ended needs its day. */
export function isComplete({ key, settledKey: _, trouble: __, ...answer }: TypedAnswer): boolean {
  return roundAnswer.safeParse({ ...answer, idempotencyKey: key }).success
}

/** After an answer of the server; what was typed again meanwhile stays waiting, over the version that was written. */
export function settled(typed: Typed, sent: readonly RoundAnswer[], outcomes: readonly AnswerOutcome[]): Typed {
  const after = { ...typed }
  sent.forEach(({ reference, idempotencyKey }, index) => {
    const now = after[reference]
    const outcome = outcomes[index]
    if (!now || !outcome) return
    const isKept = outcome.outcome === 'kept'
    after[reference] = {
      ...now,
      expectedVersion: isKept ? outcome.version : now.expectedVersion,
      settledKey: idempotencyKey,
      trouble: isKept ? null : outcome,
    }
  })
  return after
}

/** What has to outlive this page: all that the server has not kept. */
export function unsent(typed: Typed): Typed {
  return Object.fromEntries(
    Object.entries(typed).filter(([, { key, settledKey, trouble }]) => key !== settledKey || trouble !== null),
  )
}
