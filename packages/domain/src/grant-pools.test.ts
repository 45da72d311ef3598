import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rankOf } from '../testing/rank.ts'
import { grantVisibilities } from './codelists.ts'
import {
  mayTellWhole,
  nextPools,
  type PoolableGrant,
  type PoolHistory,
  type ReleasedPool,
  toldPools,
} from './grant-pools.ts'

const calls = ['2020', '2021', '2022']

function aGrant(n: number, over: Partial<PoolableGrant> = {}): PoolableGrant {
  return {
    grantId: `grant ${n}`,
    callId: '2020',
    visibility: 'withheld',
    wasPublic: false,
    awardedUsd: 100,
    disbursedUsd: 60,
    ...over,
  }
}

const some = (count: number, over: Partial<PoolableGrant> = {}, from = 0) =>
  Array.from({ length: count }, (_, index) => aGrant(from + index, over))
const release = (grants: readonly PoolableGrant[], history: PoolHistory = []) => nextPools(grants, history, calls)

test('fewer than three wait, and are told when there are three', () => {
  const [first] = [release(some(2))]
  expect(first).toEqual([])
  expect(toldPools(release(some(3), [[]]))).toEqual([
    { firstCallId: '2020', lastCallId: '2020', withheld: 3, awardedUsd: 300, disbursedUsd: 180 },
  ])
})

test('a new grant is in no pool that was told, and joins none', () => {
  const first = release(some(3))
  expect(release(some(5), [first])).toEqual(first)
  const later = release(some(6), [first])
  expect(later.map(({ members }) => members.length)).toEqual([3, 3])
})

test('a change of one or two grants waits until a third one changes', () => {
  const first = release(some(4))
  const paid = (count: number) => some(4).map((grant, n) => (n < count ? { ...grant, disbursedUsd: 100 } : grant))
  expect(release(paid(1), [first])).toEqual(first)
  expect(release(paid(2), [first])).toEqual(first)
  expect(toldPools(release(paid(3), [first]))).toMatchObject([{ awardedUsd: 400, disbursedUsd: 360 }])
})

test('amounts that come back to what they were are no news', () => {
  const first = release(some(4))
  const second = release(some(4, { disbursedUsd: 100 }), [first])
  expect(toldPools(second)).toMatchObject([{ disbursedUsd: 400 }])
  expect(release(some(4), [first, second])).toEqual(second)
})

test('a grant that is told whole leaves its pool at the next release, at the amounts of its pool', () => {
  const first = release(some(4))
  const grants = [aGrant(0, { visibility: 'public', disbursedUsd: 100, wasPublic: true }), ...some(3, {}, 1)]
  expect(toldPools(release(grants, [first]))).toMatchObject([{ withheld: 3, awardedUsd: 300, disbursedUsd: 180 }])
})

test('a grant may not be told whole while that would leave two in its pool', () => {
  const three = release(some(3))
  expect(mayTellWhole('grant 0', [three], new Set())).toBe(false)
  const four = release(some(4))
  expect(mayTellWhole('grant 0', [four], new Set())).toBe(true)
  expect(mayTellWhole('grant 0', [four], new Set(['grant 1']))).toBe(false)
  expect(mayTellWhole('grant 9', [four], new Set())).toBe(true)
})

test('nor while it is one of the three whose change was told together', () => {
  const first = release(some(5))
  const paid = some(5).map((grant, n) => (n < 3 ? { ...grant, disbursedUsd: 90 } : grant))
  const second = release(paid, [first])
  expect(mayTellWhole('grant 0', [first, second], new Set())).toBe(false)
  expect(mayTellWhole('grant 4', [first, second], new Set())).toBe(true)
})

test('grants that were public once do not make three', () => {
  const grants = [...some(2), aGrant(2, { wasPublic: true })]
  expect(release(grants)).toEqual([])
})

test('a withheld grant that is told by its region is counted so once that says nothing of two', () => {
  const first = release(some(4))
  const moved = [aGrant(0, { visibility: 'region_only' }), ...some(3, {}, 1)]
  expect(toldPools(release(moved, [first]))[0]?.withheld).toBe(3)
  const three = release(some(3))
  const fewer = [aGrant(0, { visibility: 'region_only' }), ...some(2, {}, 1)]
  expect(toldPools(release(fewer, [three]))[0]?.withheld).toBe(3)
})

type Step = { grant: number; visibility?: PoolableGrant['visibility']; amount?: number }
const step: fc.Arbitrary<Step> = fc.record(
  { grant: fc.nat(11), visibility: fc.constantFrom(...grantVisibilities), amount: fc.nat(5) },
  { requiredKeys: ['grant'] },
)
const lives = fc.array(fc.array(step, { maxLength: 8 }), { minLength: 2, maxLength: 5 })

/** Plays the steps between releases as the fund would allow them, and answers with every release. */
function play(steps: readonly (readonly Step[])[]): { history: ReleasedPool[][]; grants: PoolableGrant[] } {
  let grants = Array.from({ length: 12 }, (_, n) => aGrant(n, { callId: calls[n % 3] ?? '' }))
  const history: ReleasedPool[][] = []
  for (const between of steps) {
    for (const { grant: n, visibility, amount } of between) {
      const known = new Set(grants.filter(({ wasPublic }) => wasPublic).map(({ grantId }) => grantId))
      grants = grants.map((grant, index) => {
        if (index !== n) return grant
        const isOpened = visibility === 'public'
        if (isOpened && !mayTellWhole(grant.grantId, history, known)) return grant
        return {
          ...grant,
          ...(visibility && { visibility, wasPublic: grant.wasPublic || isOpened }),
          ...(amount !== undefined && { disbursedUsd: amount, awardedUsd: amount }),
        }
      })
    }
    history.push(release(grants, history))
  }
  return { history, grants }
}

test('no two releases, nor any others, are subtracted to amounts of fewer than three grants', () => {
  fc.assert(
    fc.property(lives, (steps) => {
      const { history, grants } = play(steps)
      for (const amount of ['awardedUsd', 'disbursedUsd'] as const) {
        // One unknown for each amount that was ever counted of a grant; of one that was public, everything is known.
        const known = new Set(grants.filter(({ wasPublic }) => wasPublic).map(({ grantId }) => grantId))
        const told = history.flat().map(({ members }) => members.filter(({ grantId }) => !known.has(grantId)))
        const unknowns = [...new Set(told.flat().map((member) => `${member.grantId} ${member[amount]}`))]
        const sums = told.map((members) => {
          const held = new Set(members.map((member) => `${member.grantId} ${member[amount]}`))
          return unknowns.map((unknown) => (held.has(unknown) ? 1 : 0))
        })
        const rank = rankOf(sums)
        const hidden = [...new Set(told.flat().map(({ grantId }) => grantId))]
        for (const [index, one] of hidden.entries()) {
          for (const other of hidden.slice(index)) {
            const isOf = (unknown: string) => unknown.startsWith(`${one} `) || unknown.startsWith(`${other} `)
            const others = sums.map((row) => row.filter((_, at) => !isOf(unknowns[at] ?? '')))
            expect([one, other, rankOf(others)]).toEqual([one, other, rank])
          }
        }
      }
    }),
    { numRuns: 200 },
  )
})

test('numbers of withheld grants are told from three, in every release', () => {
  fc.assert(
    fc.property(lives, (steps) => {
      for (const pool of toldPools(play(steps).history.flat())) {
        expect(pool.withheld === 0 || pool.withheld >= 3).toBe(true)
      }
    }),
  )
})
