import { randomUUID } from 'node:crypto'
import { Refused } from './books.ts'
import type { FundModel, ModelRequest } from './model.ts'
import { writeOff } from './pledge-rules.ts'
import { pledgeOf } from './pledge-steps.ts'
import { reverse } from './reversal-rules.ts'
import { money, percentOf, pickIndex, request, type Step, type Steps } from './steps.ts'

type Asked = ModelRequest extends infer One ? (One extends ModelRequest ? Omit<One, 'id'> : never) : never

export const signatureSteps: Steps<'askWriteOff' | 'askReversal' | 'decide'> = {
  askWriteOff(run, { which, share, on }) {
    const { model, officers } = run
    const about = pledgeOf(run, which, on)
    if (!about) return undefined
    const minor = percentOf(about.receivable.minor, share)
    const input = { ...about.input, amount: money(minor, about.currency) }
    return {
      ...request(input, officers.one.pledges.writeOff, { reason: 'Another body' }),
      ...asking(model, { kind: 'write_off', pledge: about.index, minor, on }),
    }
  },

  askReversal({ model, officers }, { which, on }) {
    const index = pickIndex(model.entries, which)
    if (index === undefined) return undefined
    const input = { number: index + 1, on, reason: 'Test', idempotencyKey: randomUUID() }
    return {
      ...request(input, officers.one.journal.reverse, { reason: 'Another body' }),
      ...asking(model, { kind: 'reversal', entry: index + 1, on }),
    }
  },

  decide({ model, officers }, { which, how }) {
    const index = pickIndex(model.requests, which)
    const asked = index === undefined ? undefined : model.requests[index]
    if (index === undefined || !asked) return undefined
    const { id } = asked
    const key = { idempotencyKey: randomUUID() }
    const accepted = () => void model.requests.splice(index, 1)
    if (how === 'refuse') {
      const refusal = { id, note: 'Not so', ...key }
      const sent = request(refusal, officers.other.signatures.refuse, { note: 'Another body' })
      return { ...sent, rule: () => {}, accepted }
    }
    const by = how === 'own' ? officers.one : officers.other
    return {
      send: () => by.signatures.confirm({ id, ...key }),
      rule: () => {
        if (how === 'own') throw new Refused('signatures.same_person')
        bookAsked(model, asked)
      },
      accepted,
    }
  },
}

/** What is asked for is tried out: every refusal comes at once, and nothing is booked. */
function asking(model: FundModel, asked: Asked): Pick<Step, 'rule' | 'accepted'> {
  return {
    rule: () => {
      const before = model.entries.length
      bookAsked(model, asked)
      model.entries.length = before
      if (model.requests.some((open) => isSameSubject(open, asked))) throw new Refused('signatures.asked_already')
    },
    accepted: (answer) => {
      const { id } = answer as { id: string }
      model.requests.push({ ...asked, id })
    },
  }
}

function bookAsked(model: FundModel, asked: Asked): void {
  if (asked.kind === 'write_off') writeOff(model, asked.pledge, asked.minor, asked.on)
  else reverse(model, asked.entry, asked.on)
}

function isSameSubject(a: Asked, b: Asked): boolean {
  if (a.kind === 'write_off') return b.kind === 'write_off' && a.pledge === b.pledge
  return b.kind === 'reversal' && a.entry === b.entry
}
