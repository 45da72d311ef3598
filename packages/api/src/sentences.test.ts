import { expect, test } from 'vitest'
import { sentenceOf } from './sentences.ts'

test('finds the words of a refusal in its namespace, and of a general one among the general ones', async () => {
  expect(await sentenceOf({ code: 'fund.amount_missing', params: {} }, 'en')).toBe('Type an amount.')
  expect(await sentenceOf({ code: 'errors.not_allowed', params: {} }, 'fr')).not.toContain('errors')
})
