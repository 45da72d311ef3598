export type Pass =
  | { isOpen: true; leave: () => void }
  | { isOpen: false; reason: 'too_often' | 'busy'; retryAfter: number }

interface Limits {
  /** How many are inside at once, whoever they are. */
  atOnce: number
  /** How often one address may come in within a minute. */
  perMinute: number
  now: () => number
}

const minute = 60_000
const busySeconds = 15

/**
 * Lets few in at once, and none too often. It guards what this process has little of, so each replica has its own; what
 * it remembers of an address is gone after a minute.
 */
export class Turnstile {
  private inside = 0
  private startedAt = 0
  private readonly visits = new Map<string, number>()
  private readonly limits: Limits

  constructor(limits: Limits) {
    this.limits = limits
  }

  /** `leave` may be called more than once; it counts once. `retryAfter` is in seconds. */
  enter(address: string): Pass {
    const { atOnce, perMinute, now } = this.limits
    if (now() - this.startedAt >= minute) {
      this.visits.clear()
      this.startedAt = now()
    }
    const visits = (this.visits.get(address) ?? 0) + 1
    this.visits.set(address, visits)
    if (visits > perMinute) {
      return { isOpen: false, reason: 'too_often', retryAfter: Math.ceil((this.startedAt + minute - now()) / 1000) }
    }
    if (this.inside >= atOnce) return { isOpen: false, reason: 'busy', retryAfter: busySeconds }
    this.inside += 1
    let isInside = true
    const leave = () => {
      if (isInside) this.inside -= 1
      isInside = false
    }
    return { isOpen: true, leave }
  }
}
