import type { ListedActivity } from '@concert/domain/round'
import { useCallback, useEffect, useRef, useState } from 'react'
import { newKey } from '../../books/new-key.ts'
import { client } from '../../trpc.ts'
import { settled, type Typed, type TypedAnswer, unsent, waitingOf } from './answer-queue.ts'

export type Line = 'sent' | 'kept' | 'sending' | 'waiting'
export type Change = Partial<Pick<TypedAnswer, 'kind' | 'status' | 'startOn' | 'endOn' | 'note' | 'expectedVersion'>>

// Long enough to gather a few answers into one request, short enough that a sentence is soon at the server.
const pause = 2_500
const retryAfter = 4_000
const patience = 30_000

/**
 * What is typed in a round: kept in this browser at once, sent in batches and in order, and again with the same keys
 * when the line breaks, until the server has answered.
 */
export function useAnswers(userId: string, roundId: string) {
  const storageKey = `concert.round.${userId}.${roundId}`
  const [typed, setTyped] = useState<Typed>(() => read(storageKey))
  const [line, setLine] = useState<Line>('sent')
  const latest = useRef(typed)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const running = useRef<Promise<void>>(undefined)

  const put = useCallback(
    (next: Typed) => {
      latest.current = next
      setTyped(next)
      store(storageKey, unsent(next))
    },
    [storageKey],
  )

  const send = useCallback(async () => {
    const answers = waitingOf(latest.current)
    if (answers.length === 0) return setLine('sent')
    setLine('sending')
    // A request that was under way when the line broke may hang for ever: its answer is asked for again with its keys.
    const broken = new AbortController()
    const giveUp = () => broken.abort()
    window.addEventListener('offline', giveUp)
    try {
      const signal = AbortSignal.any([AbortSignal.timeout(patience), broken.signal])
      const outcomes = await client.rounds.answer.mutate({ roundId, answers }, { signal })
      put(settled(latest.current, answers, outcomes))
      setLine(waitingOf(latest.current).length === 0 ? 'sent' : 'kept')
    } catch {
      setLine('waiting')
    } finally {
      window.removeEventListener('offline', giveUp)
    }
  }, [put, roundId])

  /** One request at a time, so that answers arrive in their order. */
  const flush = useCallback(
    async function again(): Promise<void> {
      clearTimeout(timer.current)
      if (running.current) return running.current
      running.current = send()
      await running.current
      running.current = undefined
      if (waitingOf(latest.current).length > 0) timer.current = setTimeout(() => void again(), retryAfter)
    },
    [send],
  )

  /** Sends what waits; which activities the server has not kept yet all the same. */
  const settle = useCallback(async () => {
    await running.current
    await flush()
    return Object.keys(unsent(latest.current))
  }, [flush])

  const type = useCallback(
    (activity: ListedActivity, change: Change) => {
      const before = latest.current[activity.reference] ?? begin(activity)
      const typedAt = new Date().toISOString()
      put({ ...latest.current, [activity.reference]: { ...before, ...change, key: newKey(), typedAt, trouble: null } })
      setLine((now) => (now === 'waiting' || now === 'sending' ? now : 'kept'))
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void flush(), pause)
    },
    [flush, put],
  )

  /** Gives up what was typed here in favour of what stands at the server. */
  const drop = useCallback(
    (reference: string) => {
      const { [reference]: _, ...rest } = latest.current
      put(rest)
    },
    [put],
  )

  useEffect(() => {
    void flush()
    window.addEventListener('online', flush)
    return () => {
      window.removeEventListener('online', flush)
      clearTimeout(timer.current)
    }
  }, [flush])

  return { typed, line, waiting: waitingOf(typed).length, type, drop, settle }
}

function begin(activity: ListedActivity): TypedAnswer {
  const { reference, version, answer } = activity
  const { status, startOn, endOn } = answer ?? activity
  const kind = answer === null || answer.kind === 'new' ? 'unchanged' : answer.kind
  const typedAt = new Date().toISOString()
  const note = answer?.note ?? ''
  const fields = { reference, kind, status, startOn, endOn, note, expectedVersion: version, typedAt }
  return { ...fields, key: newKey(), settledKey: null, trouble: null }
}

function read(storageKey: string): Typed {
  try {
    const kept = localStorage.getItem(storageKey)
    return kept === null ? {} : (JSON.parse(kept) as Typed)
  } catch {
    return {}
  }
}

function store(storageKey: string, typed: Typed): void {
  try {
    if (Object.keys(typed).length === 0) localStorage.removeItem(storageKey)
    else localStorage.setItem(storageKey, JSON.stringify(typed))
  } catch {
    // A full or forbidden store costs the safety net, not the answers.
  }
}
