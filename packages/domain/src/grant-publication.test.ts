import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rankOf } from '../testing/rank.ts'
import { aidKinds, grantVisibilities } from './codelists.ts'
import { nextPools, type PoolableGrant, toldPools } from './grant-pools.ts'
import { type PublishableGrant, publicGrants, totalsOf } from './grant-publication.ts'
import type { PlaceNode } from './place-coarsening.ts'

const tree = new Map<string, PlaceNode>(
  [
    { code: '404', level: 'country' as const, parentCode: '014' },
    { code: '800', level: 'country' as const, parentCode: '014' },
    { code: '014', level: 'intermediate' as const, parentCode: '202' },
    { code: '202', level: 'subregion' as const, parentCode: '002' },
    { code: '002', level: 'region' as const, parentCode: null },
    { code: '642', level: 'country' as const, parentCode: '151' },
    { code: '151', level: 'subregion' as const, parentCode: '150' },
    { code: '150', level: 'region' as const, parentCode: null },
  ].map((node) => [node.code, node]),
)
const calls = ['2020', '2021', '2022', '2023']

function aGrant(over: Partial<PublishableGrant> & { n: number }): PublishableGrant {
  const { n, ...rest } = over
  return {
    reference: `GRA-2026-${n}`,
    publicId: `opaque ${n}`,
    visibility: 'public',
    callId: '2020',
    granteeId: `grantee ${n}`,
    placeCode: '404',
    aidKinds: ['legal'],
    title: `Title ${n}`,
    awarded: { amountMinor: 100, currency: 'KES' },
    awardedUsd: 100,
    disbursedUsd: 60,
    ...rest,
  }
}

/** What anyone reads after a first release. */
const published = (grants: readonly PublishableGrant[]) => ({
  rows: publicGrants(grants, tree),
  pools: toldPools(nextPools(grants.map(asPoolable), [], calls)),
})

function asPoolable({ publicId, callId, visibility, awardedUsd, disbursedUsd }: PublishableGrant): PoolableGrant {
  return { grantId: publicId, callId, visibility, wasPublic: false, awardedUsd, disbursedUsd }
}

const some = (count: number, over: Partial<PublishableGrant>, from = 0) =>
  Array.from({ length: count }, (_, index) => aGrant({ n: from + index, ...over }))

test('a public grant is told whole; one of the region only without name, title, country, currency and amount', () => {
  const grants = [aGrant({ n: 1 }), ...some(3, { visibility: 'region_only' }, 2)]
  const { rows, pools } = published(grants)
  expect(rows[0]).toEqual({
    id: 'GRA-2026-1',
    visibility: 'public',
    callId: '2020',
    granteeId: 'grantee 1',
    placeCode: '404',
    aidKinds: ['legal'],
    title: 'Title 1',
    awarded: { amountMinor: 100, currency: 'KES' },
    awardedUsd: 100,
    disbursedUsd: 60,
  })
  expect(rows[1]).toEqual({
    id: 'opaque 2',
    visibility: 'region_only',
    callId: '2020',
    granteeId: null,
    placeCode: '202',
    aidKinds: ['legal'],
    title: null,
    awarded: null,
    awardedUsd: null,
    disbursedUsd: null,
  })
  expect(pools).toEqual([{ firstCallId: '2020', lastCallId: '2020', withheld: 0, awardedUsd: 300, disbursedUsd: 180 }])
})

test('withheld grants of a call are one pool of three or more', () => {
  const { rows, pools } = published(some(4, { visibility: 'withheld', callId: '2021' }))
  expect(rows).toEqual([])
  expect(pools).toEqual([{ firstCallId: '2021', lastCallId: '2021', withheld: 4, awardedUsd: 400, disbursedUsd: 240 }])
})

test('fewer than three of a call are told with the calls that follow, and the last ones with those before', () => {
  const grants = [
    ...some(1, { visibility: 'withheld', callId: '2020' }),
    ...some(2, { visibility: 'withheld', callId: '2021' }, 10),
    ...some(3, { visibility: 'withheld', callId: '2022' }, 20),
    ...some(1, { visibility: 'withheld', callId: '2023' }, 30),
  ]
  expect(published(grants).pools).toEqual([
    { firstCallId: '2020', lastCallId: '2021', withheld: 3, awardedUsd: 300, disbursedUsd: 180 },
    { firstCallId: '2022', lastCallId: '2023', withheld: 4, awardedUsd: 400, disbursedUsd: 240 },
  ])
})

test('two withheld grants wait, and nobody learns that there are two', () => {
  const grants = [
    ...some(3, { visibility: 'region_only', callId: '2021' }),
    ...some(2, { visibility: 'withheld', callId: '2022' }, 10),
  ]
  const told = published(grants)
  expect(told.pools).toEqual([
    { firstCallId: '2021', lastCallId: '2021', withheld: 0, awardedUsd: 300, disbursedUsd: 180 },
  ])
  expect(totalsOf(told, tree)).toMatchObject({ grants: 3, awardedUsd: 300, withheld: 0 })
})

test('two hidden grants in all are in no amount', () => {
  const grants = [
    aGrant({ n: 1 }),
    aGrant({ n: 2, visibility: 'region_only' }),
    aGrant({ n: 3, visibility: 'withheld' }),
  ]
  const told = published(grants)
  expect(told.pools).toEqual([])
  expect(totalsOf(told, tree)).toMatchObject({ grants: 2, awardedUsd: 100, disbursedUsd: 60, withheld: 0 })
})

test('totals by call, subregion and kind hold public money only; several kinds are a line of their own', () => {
  const grants = [
    aGrant({ n: 1, callId: '2021', aidKinds: ['legal', 'financial'] }),
    aGrant({ n: 2, callId: '2021', placeCode: '642' }),
    ...some(3, { visibility: 'region_only', callId: '2021' }, 10),
  ]
  expect(totalsOf(published(grants), tree)).toEqual({
    grants: 5,
    awardedUsd: 500,
    disbursedUsd: 300,
    withheld: 0,
    pooledUsd: 300,
    byCall: [{ key: '2021', grants: 5, awardedUsd: 200 }],
    bySubregion: [
      { key: '202', grants: 4, awardedUsd: 100 },
      { key: '151', grants: 1, awardedUsd: 100 },
    ],
    byKind: [
      { key: 'several', grants: 1, awardedUsd: 100 },
      { key: 'legal', grants: 4, awardedUsd: 100 },
    ],
  })
})

const anyGrants = fc
  .array(
    fc.record({
      visibility: fc.constantFrom(...grantVisibilities),
      callId: fc.constantFrom(...calls),
      placeCode: fc.constantFrom('404', '800', '642', '002', 'unknown'),
      aidKinds: fc.subarray([...aidKinds], { minLength: 1 }),
    }),
    { maxLength: 18 },
  )
  // The n-th grant is worth 2^n cents, so that a sum says which grants it is made of.
  .map((shapes) => shapes.map((shape, n) => aGrant({ n, ...shape, awardedUsd: 2 ** n, disbursedUsd: 2 ** n })))

test('no amount of one or two hidden grants can be worked out from all that is published', () => {
  fc.assert(
    fc.property(anyGrants, (grants) => {
      const told = published(grants)
      const totals = totalsOf(told, tree)
      const amounts = [
        ...told.rows.flatMap((row) => [row.awardedUsd, row.disbursedUsd]),
        ...told.pools.flatMap((pool) => [pool.awardedUsd, pool.disbursedUsd]),
        ...[totals.awardedUsd, totals.disbursedUsd, totals.pooledUsd],
        ...[totals.byCall, totals.bySubregion, totals.byKind].flat().map((line) => line.awardedUsd),
      ].filter((amount) => amount !== null)
      const hidden = grants.flatMap(({ visibility }, n) => (visibility === 'public' ? [] : [n]))
      // Public amounts are known, so an attacker takes them off each sum.
      const sums = amounts.map((amount) => hidden.map((n) => Math.floor(amount / 2 ** n) % 2))
      const known = rankOf(sums)
      for (const [index, one] of hidden.entries()) {
        for (const other of hidden.slice(index)) {
          const others = sums.map((row) => row.filter((_, at) => hidden[at] !== one && hidden[at] !== other))
          expect([one, other, rankOf(others)]).toEqual([one, other, known])
        }
      }
    }),
    { numRuns: 300 },
  )
})

test('no number of withheld grants below three is told, nor can it be counted', () => {
  fc.assert(
    fc.property(anyGrants, (grants) => {
      const told = published(grants)
      const totals = totalsOf(told, tree)
      const withheld = grants.filter(({ visibility }) => visibility === 'withheld').length
      for (const pool of told.pools) expect(pool.withheld === 0 || pool.withheld >= 3).toBe(true)
      expect(totals.grants - told.rows.length).toBe(withheld >= 3 ? withheld : 0)
      const counted = totals.byCall.reduce((sum, line) => sum + line.grants, 0)
      expect(counted).toBe(told.rows.length)
    }),
  )
})

test('what is published names no hidden grant, grantee, title or country', () => {
  fc.assert(
    fc.property(anyGrants, (grants) => {
      const told = published(grants)
      const regional = told.rows.filter((row) => row.visibility === 'region_only')
      expect(regional.every((row) => ['202', '151', '002', '001'].includes(row.placeCode))).toBe(true)
      const words = JSON.stringify(told).split('"')
      for (const { visibility, reference, granteeId, title, publicId } of grants) {
        if (visibility === 'public') continue
        const secrets =
          visibility === 'withheld' ? [reference, granteeId, title, publicId] : [reference, granteeId, title]
        expect(secrets.filter((secret) => words.includes(secret))).toEqual([])
      }
    }),
  )
})

test('public money is told to the cent: public grants and pools add up to the totals', () => {
  fc.assert(
    fc.property(anyGrants, (grants) => {
      const totals = totalsOf(published(grants), tree)
      const isTold = ({ visibility }: PublishableGrant) =>
        visibility === 'public' || grants.filter((grant) => grant.visibility === visibility).length >= 3
      expect(totals.awardedUsd).toBe(grants.filter(isTold).reduce((sum, grant) => sum + grant.awardedUsd, 0))
      for (const lines of [totals.byCall, totals.bySubregion, totals.byKind]) {
        expect(lines.reduce((sum, line) => sum + line.awardedUsd, totals.pooledUsd)).toBe(totals.awardedUsd)
      }
    }),
  )
})
