import { describe, expect, test } from 'vitest'
import { type ActivityDraft, emptyDraft } from './activity.ts'
import { reviewActivity, unanswered } from './activity-quality.ts'

const today = '2026-11-24'

function aDraft(over: Partial<ActivityDraft> = {}): ActivityDraft {
  return {
    ...emptyDraft(),
    title: [{ language: 'en', text: 'Example: training for labour inspectors' }],
    description: [{ language: 'en', text: 'Five days on indicators of forced labour.' }],
    kind: 'CAPB',
    level: 'national',
    status: 'ongoing',
    places: [{ code: '404', percentage: null }],
    pillars: ['PREV'],
    sdgTargets: ['8.7'],
    startOn: '2026-10-01',
    endOn: '2026-12-31',
    ...over,
  }
}

const found = (over: Partial<ActivityDraft>) =>
  reviewActivity(aDraft(over), today).map((one) => `${one.severity} ${one.field} ${one.code}`)

test('has nothing to say about a complete activity', () => {
  expect(found({})).toEqual([])
})

test('stops an empty draft at each field that publishing needs', () => {
  const codes = reviewActivity(emptyDraft(), today).flatMap((one) => (one.severity === 'error' ? [one.code] : []))
  expect(codes.sort()).toEqual([
    'description_missing',
    'kind_missing',
    'pillar_missing',
    'place_missing',
    'start_missing',
    'title_missing',
  ])
})

test('asks no place of a global activity', () => {
  expect(found({ level: 'global', places: [] })).toEqual([])
})

describe('status against dates', () => {
  test.each([
    [{ status: 'planned', startOn: '2026-11-23' }, 'warning status planned_after_start'],
    [{ status: 'planned', startOn: '2026-01-01', endOn: '2026-11-23' }, 'error status planned_after_end'],
    [{ status: 'ongoing', startOn: '2026-11-25' }, 'error status ongoing_before_start'],
    [{ status: 'ongoing', endOn: '2026-11-23' }, 'warning status ongoing_after_end'],
    [{ status: 'completed', endOn: '2026-11-25' }, 'error status completed_before_end'],
    [{ status: 'completed', startOn: '2026-12-01' }, 'error status completed_before_start'],
    [{ status: 'completed', endOn: null }, 'warning endOn end_missing'],
    [{ endOn: '2026-09-30' }, 'error endOn end_before_start'],
  ] as [Partial<ActivityDraft>, string][])('%o → %s', (over, expected) => {
    expect(found(over)).toEqual([expected])
  })

  test.each([
    { status: 'planned', startOn: today },
    { status: 'ongoing', startOn: today, endOn: today },
    { status: 'completed', endOn: today },
    { status: 'cancelled', startOn: '2020-01-01', endOn: '2020-02-01' },
  ] as Partial<ActivityDraft>[])('accepts %o on the day itself', (over) => {
    expect(found(over)).toEqual([])
  })
})

describe('percentages', () => {
  const places = (...shares: (number | null)[]) =>
    shares.map((percentage, index) => ({ code: String(400 + index), percentage }))

  test('sum to 100 when money is split, thirds included', () => {
    expect(found({ places: places(33.33, 33.33, 33.34) })).toEqual([])
    expect(found({ places: places(33.3333, 33.3333, 33.3333) })).toEqual([])
    expect(found({ places: places(60, 30) })).toEqual(['error places percentages_sum'])
  })

  test('stand at each place or at none', () => {
    expect(found({ places: places(50, null) })).toEqual(['error places percentages_incomplete'])
    expect(found({ places: places(null, null) })).toEqual([])
  })
})

describe('personal data and armed groups', () => {
  const described = (text: string) => found({ description: [{ language: 'en', text }] })

  test.each([
    ['We met Amina Bello, 14 years old, in the shelter.', 'personal_name_with_age'],
    ['Maria (aged 19) returned home.', 'personal_name_with_age'],
    ['Nommée Claire, 17, elle a été aidée.', 'personal_name_with_age'],
    ['Анна, 16 лет, вернулась.', 'personal_name_with_age'],
    ['受害者王小红,17岁。', 'personal_name_with_age'],
    ['Passport no. AB1234567 was kept by the employer.', 'personal_passport'],
    ['护照号:E12345678', 'personal_passport'],
    ['The house at 12.34567, 8.12345 is used.', 'personal_coordinates'],
    ['Fighters of Boko Haram were prosecuted.', 'armed_group_named'],
    ['Combattants de l’État islamique.', 'armed_group_named'],
    ['مقاتلو داعش', 'armed_group_named'],
  ])('stops %s', (text, code) => {
    expect(described(text)).toEqual([`error description ${code}`])
  })

  test.each([
    ['Call +254 20 762 1234.', 'personal_phone'],
    ['Write to ht-unit@example.org.', 'personal_email'],
  ])('asks a reason for %s', (text, code) => {
    expect(described(text)).toEqual([`warning description ${code}`])
  })

  test.each([
    'Trained 45 judges in 12 countries between 2019 and 2024.',
    'SDG 8.7, A/RES/72/1, paragraph 14; budget USD 1,250,000.00.',
    'Budget lines 12.50, 13.25 and 100.00',
    'Support to children aged 10 to 17 in Kenya.',
    'In Kenya, 14 shelters were opened.',
    'Participants from the Ministry of Interior, 14 people in all.',
    'The system of crisis centres insists on care.',
    'Session 2: 2024-05-01 to 2024-05-03, document CTOC/COP/2018/2',
  ])('lets pass: %s', (text) => {
    expect(described(text)).toEqual([])
  })

  test('reads lessons, tools, partners and links as well', () => {
    const map = { url: 'https://example.org/map?at=12.34567,8.12345', label: 'Map' }
    expect(found({ links: [map] })).toEqual(['error links personal_coordinates'])
    expect(found({ lessons: 'Ask Amina Bello, 14 years old' })).toEqual(['error lessons personal_name_with_age'])
    expect(found({ toolsUsed: 'passport A12345678' })).toEqual(['error toolsUsed personal_passport'])
    expect(found({ otherPartners: [{ kind: 'other', name: 'M23' }] })).toEqual([
      'error otherPartners armed_group_named',
    ])
  })
})

test('a split of people may not exceed the declared total of its kind', () => {
  const row = { sex: null, ageGroup: null, form: null, audience: null }
  const assisted = [
    { ...row, kind: 'assisted' as const, count: 100 },
    { ...row, kind: 'assisted' as const, sex: 'female' as const, count: 80 },
    { ...row, kind: 'assisted' as const, sex: 'male' as const, count: 30 },
  ]
  expect(found({ people: assisted })).toEqual(['error people split_exceeds_total'])
  expect(found({ people: assisted.slice(0, 2) })).toEqual([])
})

test('a warning needs a reason of its own, an error cannot be answered', () => {
  const findings = reviewActivity(aDraft({ sdgTargets: [], kind: null }), today)
  const reason = { reason: 'General measure' }
  expect(
    unanswered(findings, [
      { code: 'target_missing', field: 'sdgTargets', ...reason },
      { code: 'kind_missing', field: 'kind', ...reason },
    ]).map((one) => one.code),
  ).toEqual(['kind_missing'])
  expect(unanswered(findings, []).map((one) => one.code)).toEqual(['kind_missing', 'target_missing'])
})

test('asks why, when the exact place of a sensitive activity is to be shown', () => {
  const sensitive = { kind: 'DIRECT' as const, forms: ['LABOUR' as const] }
  expect(found({ ...sensitive, doNoHarm: { preciseIsSafe: true, why: '' } })).toEqual([
    'error doNoHarm do_no_harm_reason_missing',
  ])
  expect(found({ ...sensitive, doNoHarm: { preciseIsSafe: true, why: 'A public court building' } })).toEqual([])
})

test('asks why a text names the place that the public is not to be told', () => {
  const named = [{ language: 'fr', text: 'Aide aux victimes en Côte d’Ivoire' }]
  const review = (over: Partial<ActivityDraft>) =>
    reviewActivity(aDraft({ title: named, forms: ['LABOUR'], ...over }), today, ['Côte d’Ivoire', 'Niger']).map(
      ({ code, severity }) => `${severity} ${code}`,
    )
  expect(review({ kind: 'DIRECT' })).toEqual(['warning place_named'])
  expect(review({ kind: 'DIRECT', title: [{ language: 'en', text: 'Assistance in Nigeria' }] })).toEqual([])
  expect(review({ kind: 'DIRECT', lessons: 'Begin early in Niger' })).toEqual([
    'warning place_named',
    'warning place_named',
  ])
  expect(review({ kind: 'DIRECT', doNoHarm: { preciseIsSafe: true, why: 'A court' } })).toEqual([])
  expect(review({ kind: 'CAPB' })).toEqual([])
})
