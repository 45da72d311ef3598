import { codelists } from '@concert/domain/codelists'
import { locales } from '@concert/domain/locales'
import { expect, test } from 'vitest'
import { z } from 'zod'

const labels = z.record(z.string(), z.record(z.string(), z.string().min(1)))

test.each(locales)('every code has a label in %s and no label is left without a code', async (locale) => {
  const catalogue = labels.parse(
    (await import(`../catalogues/${locale}/codes.json`, { with: { type: 'json' } })).default,
  )
  const named = Object.entries(catalogue).flatMap(([list, codes]) =>
    Object.keys(codes).map((code) => `${list}.${code}`),
  )
  const known = Object.entries(codelists).flatMap(([list, codes]) =>
    codes.map((code) => `${list}.${code.replace('.', '_')}`),
  )
  expect(named.sort()).toEqual(known.sort())
})
