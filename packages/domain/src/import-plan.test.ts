import { describe, expect, test } from 'vitest'
import { fateOf, type KnownImport } from './import-plan.ts'

const known = (part: Partial<KnownImport> = {}): KnownImport => ({
  contentHash: 'now',
  seenHashes: ['before', 'now'],
  updatedAt: '2026-05-01T00:00:00.000Z',
  isPublic: false,
  ...part,
})
const incoming = (contentHash: string, updatedAt: string | null = null) => ({ contentHash, updatedAt })

describe('what becomes of content that comes in', () => {
  test('is new where nothing is known, and unchanged where it is the same', () => {
    expect(fateOf(undefined, incoming('x'))).toBe('new')
    expect(fateOf(known(), incoming('now', '2020-01-01T00:00:00.000Z'))).toBe('unchanged')
  })

  test('is a change where it is newer by its stamp, even when it was seen before', () => {
    expect(fateOf(known(), incoming('next', '2026-06-01T00:00:00.000Z'))).toBe('changed')
    expect(fateOf(known(), incoming('before', '2026-06-01T00:00:00.000Z'))).toBe('changed')
  })

  test('is superseded where it is older by its stamp, or was seen before and has none', () => {
    expect(fateOf(known(), incoming('next', '2026-04-01T00:00:00.000Z'))).toBe('superseded')
    expect(fateOf(known(), incoming('before'))).toBe('superseded')
    expect(fateOf(known({ updatedAt: null }), incoming('next'))).toBe('changed')
  })

  test('writes nothing over what its people have published', () => {
    expect(fateOf(known({ isPublic: true }), incoming('next', '2026-06-01T00:00:00.000Z'))).toBe('published')
  })
})
