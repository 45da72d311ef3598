import { expect, test } from 'vitest'
import { nextStages, outreachMove, outreachStages } from './outreach.ts'

test('an entity goes from identified to joined in order, may decline before, and be contacted again', () => {
  expect(nextStages('identified')).toEqual(['contacted', 'declined'])
  expect(nextStages('invited')).toContain('joined')
  expect(nextStages('declined')).toEqual(['contacted'])
  expect(nextStages('joined')).toEqual([])
})

test('nothing moves to where it stands', () => {
  for (const stage of outreachStages) expect(nextStages(stage)).not.toContain(stage)
})

const move = {
  id: crypto.randomUUID(),
  stage: 'contacted',
  on: '2026-11-01',
  note: 'Wrote to the secretariat.',
  agencyId: null,
  memberFrom: '',
  nextStep: '',
  nextStepAgencyId: null,
  nextStepDueOn: null,
  idempotencyKey: crypto.randomUUID(),
}

test.each([
  [{ stage: 'joined' }, 'agencyId'],
  [{ nextStep: 'Send the terms of reference' }, 'nextStepDueOn'],
  [{ note: 'Ask someone@example.org' }, 'note'],
])('refuses %j at its field', (over, field) => {
  expect(outreachMove.safeParse({ ...move, ...over }).error?.issues.map(({ path }) => path[0])).toEqual([field])
})
