import { letterKinds } from '@concert/domain/letter'
import { mergeTemplate, templateIssues } from '@concert/domain/letter-template'
import { locales } from '@concert/domain/locales'
import { expect, test } from 'vitest'
import { exampleValues } from './example-values.ts'
import { defaultTemplate } from './letter-words.ts'

const cases = letterKinds.flatMap((kind) => locales.map((language) => ({ kind, language })))

test.each(cases)('the $kind that Concert comes with in $language is sound', async ({ kind, language }) => {
  const template = await defaultTemplate(kind, language)
  expect(templateIssues(kind, template)).toEqual([])
  const merged = mergeTemplate(template, await exampleValues(kind, language))
  expect(JSON.stringify(merged)).not.toMatch(/\{\w+\}|letters\./)
})
