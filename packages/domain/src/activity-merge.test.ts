import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ActivityDraft, emptyDraft } from './activity.ts'
import { changedFields, draftFields, mergeDrafts } from './activity-merge.ts'
import { pillars } from './codelists.ts'

const base: ActivityDraft = { ...emptyDraft(), toolsUsed: 'Checklist', pillars: ['PREV', 'PROT'] }

test('keeps both edits when they touch different fields', () => {
  const merge = mergeDrafts(base, { ...base, kind: 'TA' }, { ...base, startOn: '2026-05-01' })
  expect(merge).toMatchObject({ conflicts: [], taken: ['startOn'], merged: { kind: 'TA', startOn: '2026-05-01' } })
})

test('names the field that both changed, and lets mine stand until a person has chosen', () => {
  const merge = mergeDrafts(base, { ...base, toolsUsed: 'Mine' }, { ...base, toolsUsed: 'Theirs' })
  expect(merge).toMatchObject({ conflicts: ['toolsUsed'], merged: { toolsUsed: 'Mine' } })
})

test('sees no conflict when both made the same change, or only the order of codes differs', () => {
  expect(mergeDrafts(base, { ...base, level: 'global' }, { ...base, level: 'global' }).conflicts).toEqual([])
  expect(changedFields(base, { ...base, pillars: ['PROT', 'PREV'] })).toEqual([])
})

test('loses no edit, whatever was edited', () => {
  const draft = fc.record({
    kind: fc.constantFrom(null, 'TA' as const, 'CAPB' as const),
    pillars: fc.subarray([...pillars]),
    toolsUsed: fc.option(fc.constantFrom('a', 'b', 'c')),
    startOn: fc.option(fc.constantFrom('2026-01-01', '2026-02-01')),
  })
  const whole = draft.map((some): ActivityDraft => ({ ...emptyDraft(), ...some }))
  fc.assert(
    fc.property(whole, whole, whole, (before, mine, theirs) => {
      const { merged, conflicts } = mergeDrafts(before, mine, theirs)
      for (const field of draftFields) {
        if (conflicts.includes(field)) continue
        const expected = changedFields(before, theirs).includes(field) ? theirs : mine
        expect(merged[field]).toEqual(expected[field])
      }
      for (const field of changedFields(before, mine)) expect(changedFields(merged, mine)).not.toContain(field)
    }),
  )
})
