import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ActivityDraft, emptyDraft } from './activity.ts'
import { type DraftField, draftFields } from './activity-merge.ts'
import { type JoinSide, jointDraft, suggestedFromOther } from './joint-activity.ts'

const agencies = ['a', 'b', 'c', 'd', 'e']
const places = ['404', '834', '800', '646']

const codes = <Code extends string>(...list: Code[]) => fc.uniqueArray(fc.constantFrom(...list))
const drafts: fc.Arbitrary<ActivityDraft> = fc
  .record({
    partnerAgencyIds: codes(...agencies),
    places: codes(...places).map((list) => list.map((code) => ({ code, percentage: null }))),
    pillars: codes('PREV', 'PROT', 'PROS', 'PART'),
    sdgTargets: codes('5.2', '8.7', '16.2'),
    forms: codes('LABOUR', 'SEXUAL'),
    paragraphs: codes('12', '13', '14'),
    startOn: fc.constantFrom(null, '2026-01-01', '2027-01-01'),
    toolsUsed: fc.constantFrom(null, 'A checklist', 'A handbook'),
    budget: fc.option(fc.record({ amountMinor: fc.integer({ min: 1, max: 9_999 }), currency: fc.constant('USD') })),
    people: fc
      .option(fc.integer({ min: 0, max: 500 }))
      .map((count) => (count === null ? [] : [{ kind: 'trained' as const, count, ...ofNobody }])),
  })
  .map((over) => ({ ...emptyDraft(), ...over }) as ActivityDraft)
const ofNobody = { sex: null, ageGroup: null, form: null, audience: null }
const sides: fc.Arbitrary<JoinSide> = fc
  .record({ leadAgencyId: fc.constantFrom(...agencies), draft: drafts })
  .map(({ leadAgencyId, draft }) => ({
    leadAgencyId,
    draft: { ...draft, partnerAgencyIds: draft.partnerAgencyIds.filter((id) => id !== leadAgencyId) },
  }))
const choices: fc.Arbitrary<DraftField[]> = fc.uniqueArray(fc.constantFrom(...draftFields))

const aSide = (leadAgencyId: string, over: Partial<ActivityDraft> = {}): JoinSide => ({
  leadAgencyId,
  draft: { ...emptyDraft(), ...over },
})

test('every agency of either record takes part, each once', () => {
  fc.assert(
    fc.property(sides, sides, choices, (kept, other, fromOther) => {
      const { draft } = jointDraft(kept, other, fromOther)
      const all = [kept, other].flatMap(({ leadAgencyId, draft: one }) => [leadAgencyId, ...one.partnerAgencyIds])
      expect([kept.leadAgencyId, ...draft.partnerAgencyIds].toSorted()).toEqual([...new Set(all)].toSorted())
    }),
  )
})

test('lists are united without loss and without repeats', () => {
  fc.assert(
    fc.property(sides, sides, choices, (kept, other, fromOther) => {
      const { draft } = jointDraft(kept, other, fromOther)
      for (const field of ['pillars', 'sdgTargets', 'forms', 'paragraphs'] as const) {
        const all = [...kept.draft[field], ...other.draft[field]]
        expect([...draft[field]].toSorted()).toEqual([...new Set(all)].toSorted())
      }
      const codesOf = (one: ActivityDraft) => one.places.map(({ code }) => code)
      expect(codesOf(draft).toSorted()).toEqual(
        [...new Set([...codesOf(kept.draft), ...codesOf(other.draft)])].toSorted(),
      )
    }),
  )
})

test('counts of people and budgets are one side’s, whole, and never a sum', () => {
  fc.assert(
    fc.property(sides, sides, choices, (kept, other, fromOther) => {
      const { draft } = jointDraft(kept, other, fromOther)
      for (const field of ['people', 'budget', 'startOn', 'toolsUsed'] as const)
        expect(draft[field]).toEqual(fromOther.includes(field) ? other.draft[field] : kept.draft[field])
    }),
  )
})

test('a record joined with one that says the same is that record, with both agencies', () => {
  fc.assert(
    fc.property(sides, (kept) => {
      const { draft } = jointDraft(kept, { ...kept, leadAgencyId: 'z' }, [])
      expect({ ...draft, partnerAgencyIds: [] }).toEqual({ ...kept.draft, partnerAgencyIds: [] })
      expect(draft.partnerAgencyIds).toContain('z')
    }),
  )
})

test('places that share money stay one side’s, since shares of two budgets make no sum', () => {
  const kept = aSide('a', { places: [{ code: '404', percentage: 100 }] })
  const other = aSide('b', { places: [{ code: '834', percentage: null }] })
  expect(jointDraft(kept, other, []).draft.places).toEqual(kept.draft.places)
  expect(jointDraft(kept, other, ['places']).draft.places).toEqual(other.draft.places)
  expect(jointDraft(kept, other, []).fields).toContainEqual({ field: 'places', outcome: 'kept', isChoice: true })
})

test('an exact place is not safe because the other record’s places were', () => {
  const safe = { preciseIsSafe: true, why: 'A public court' }
  const kept = aSide('a', { places: [{ code: '404', percentage: null }], doNoHarm: safe })
  const comesIn = aSide('b', { places: [{ code: '834', percentage: null }] })
  expect(jointDraft(kept, comesIn, []).draft.doNoHarm).toBeNull()
  expect(jointDraft(kept, aSide('b'), []).draft.doNoHarm).toEqual(safe)
  expect(jointDraft(comesIn, kept, ['doNoHarm']).draft.doNoHarm).toBeNull()
})

test('what only the other record says is suggested, its people and money are not', () => {
  const other = aSide('b', {
    toolsUsed: 'A checklist',
    people: [{ kind: 'trained', count: 20, ...ofNobody }],
    budget: { amountMinor: 5, currency: 'USD' },
  })
  expect(suggestedFromOther(aSide('a'), other)).toEqual(['toolsUsed'])
  expect(suggestedFromOther(aSide('a', { toolsUsed: 'A handbook' }), other)).toEqual([])
})

test('more agencies than a record can hold are refused', () => {
  const ids = (from: number) => Array.from({ length: 40 }, (_, index) => `agency ${from + index}`)
  const many = (leadAgencyId: string, from: number) => aSide(leadAgencyId, { partnerAgencyIds: ids(from) })
  expect(() => jointDraft(many('a', 0), many('b', 40), [])).toThrow('overlaps.too_many_partners')
})
