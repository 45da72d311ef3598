import { expect, test } from 'vitest'
import { requestIn } from './search.ts'

const donorId = '3f0c6b1e-5a54-4b59-9a39-0d5c2b7f8a11'

test('an address asks for a letter once it says what it is about', () => {
  expect(requestIn({}, 'fr')).toBeNull()
  expect(requestIn({ kind: 'reminder' }, 'fr')).toBeNull()
  expect(requestIn({ kind: 'reminder', pledge: 'PLG-2026-00001' }, 'fr')).toEqual({
    kind: 'reminder',
    language: 'fr',
    pledge: 'PLG-2026-00001',
  })
})

test('each kind takes its own subject and leaves the others', () => {
  const all = { pledge: 'PLG-2026-00001', payment: 'PAY-2026-00001', donorId, year: 2026, from: '2026-01-01' } as const
  expect(requestIn({ ...all, kind: 'receipt', language: 'ar' }, 'en')).toEqual({
    kind: 'receipt',
    language: 'ar',
    payment: 'PAY-2026-00001',
  })
  expect(requestIn({ ...all, kind: 'yearly_report' }, 'en')).toEqual({
    kind: 'yearly_report',
    language: 'en',
    donorId,
    year: 2026,
  })
  expect(requestIn({ ...all, kind: 'donor_statement' }, 'en')).toBeNull()
  expect(requestIn({ ...all, kind: 'donor_statement', until: '2025-12-31' }, 'en')).toBeNull()
})
