import { expect, test } from 'vitest'
import { toCsv } from './csv.ts'

test('quotes what would break a line and keeps numbers bare', () => {
  expect(toCsv(['name', 'value'], [['a, "b"', 3]])).toBe('\uFEFFname,value\r\n"a, ""b""",3\r\n')
})

test('disarms text that a spreadsheet would run as a formula, but not a negative number', () => {
  expect(toCsv(['x', 'y'], [['=1+1', -5]])).toContain("'=1+1,-5")
})
