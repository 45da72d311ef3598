import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { passwordWeakness } from './password.ts'

describe('passwordWeakness', () => {
  test.each([
    ['short one', 'too_short'],
    ['aaaaaaaaaaaaaaaa', 'too_plain'],
    ['Aa1!Aa1!Aa1!', 'too_plain'],
    ['Password2026!', 'too_common'],
    ['qwertyuiop123', 'too_common'],
    ['AdminAdmin2026', 'too_common'],
    ['184729471836', 'too_common'],
    ['x'.repeat(129), 'too_long'],
  ])('finds %s %s', (password, weakness) => {
    expect(passwordWeakness(password)).toBe(weakness)
  })

  test.each([
    'correct horse battery',
    'my password is a blue heron',
    'Слово за словом 7',
    '人口贩运问题二零二六年十一月',
  ])('takes %s', (password) => {
    expect(passwordWeakness(password)).toBeNull()
  })

  test('counts characters, not UTF-16 units', () => {
    expect(passwordWeakness('🦩🦚🦜🐧🐦🦆')).toBe('too_short')
  })

  test('never takes fewer than twelve characters', () => {
    fc.assert(fc.property(fc.string({ maxLength: 11 }), (text) => passwordWeakness(text) !== null))
  })
})
