import { findingCodes } from '@concert/domain/imported-activity'
import { expect, test } from 'vitest'
import catalogue from '../catalogues/en/imports.json' with { type: 'json' }

test('has words for everything an import can say, and for nothing else', () => {
  expect(Object.keys(catalogue.reasons).sort()).toEqual([...findingCodes].sort())
})
