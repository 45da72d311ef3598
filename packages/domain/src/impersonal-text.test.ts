import { expect, test } from 'vitest'
import { impersonalText } from './impersonal-text.ts'

const text = impersonalText(200)

test.each(['The secretariat answers in March.', 'Le bureau régional a été invité.', '已邀请该机构参加会议'])(
  'takes what is about institutions: %s',
  (words) => {
    expect(text.parse(words)).toBe(words)
  },
)

test.each([
  ['Write to jane.doe@example.org', 'jane.doe@example.org'],
  ['Call +41 22 555 01 23 first', '+41 22 555 01 23'],
])('refuses %s and points at the words', (words, found) => {
  expect(text.safeParse(words).error?.issues).toMatchObject([
    { code: 'custom', params: { code: 'coordination.personal_data', words: found } },
  ])
})

test('refuses what is blank', () => {
  expect(text.safeParse('   ').success).toBe(false)
})
