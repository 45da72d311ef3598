import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { donorMerging, donorSplitting, pairsInWords } from './donor-merge.ts'

const [a, b, idempotencyKey] = [randomUUID(), randomUUID(), randomUUID()]

test('a donor is merged into another one, with a reason', () => {
  const merge = { fromId: a, intoId: b, reason: ' The embassy of the same State ', idempotencyKey }
  expect(donorMerging.parse(merge).reason).toBe('The embassy of the same State')
  expect(donorMerging.safeParse({ ...merge, reason: ' ' }).success).toBe(false)
  const same = donorMerging.safeParse({ ...merge, intoId: a })
  expect(same.error?.issues[0]).toMatchObject({ path: ['fromId'], params: { code: 'donors.merge_same' } })
})

test('something is split off, and to another donor', () => {
  const target = { to: 'existing' as const, donorId: b }
  const split = { fromId: a, pledgeIds: [randomUUID()], paymentIds: [], target, reason: 'Not theirs', idempotencyKey }
  expect(donorSplitting.safeParse(split).success).toBe(true)
  const nothing = donorSplitting.safeParse({ ...split, pledgeIds: [] })
  expect(nothing.error?.issues[0]).toMatchObject({ params: { code: 'donors.split_nothing' } })
  const same = donorSplitting.safeParse({ ...split, target: { ...target, donorId: a } })
  expect(same.error?.issues[0]).toMatchObject({ path: ['target', 'donorId'], params: { code: 'donors.split_same' } })
})

test('payments and the pledges they pay are named once each, and no more than can be read', () => {
  const pair = (n: number) => ({ payment: `PAY-2026-0000${n}`, pledge: 'PLG-2026-00001' })
  expect(pairsInWords([pair(2), pair(1), pair(2)])).toBe(
    'PAY-2026-00001 → PLG-2026-00001, PAY-2026-00002 → PLG-2026-00001',
  )
  expect(pairsInWords([1, 2, 3].map(pair), 2)).toMatch(/00002 → PLG-2026-00001 …$/)
})
