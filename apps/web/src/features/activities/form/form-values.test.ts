import { type ActivityDraft, emptyDraft } from '@concert/domain/activity'
import { expect, test } from 'vitest'
import { activityForm, emptyForm, toDraft, toFormValues } from './form-values.ts'

test('a draft goes through the form and comes back the same', () => {
  const draft: ActivityDraft = {
    ...emptyDraft(),
    title: [
      { language: 'en', text: 'Example' },
      { language: 'ar', text: 'مثال' },
    ],
    description: [{ language: 'pt', text: 'Descrição' }],
    places: [{ code: '404', percentage: 33.3333 }],
    budget: { amountMinor: 123_456, currency: 'KWD' },
    people: [{ kind: 'trained', sex: 'female', ageGroup: null, form: null, audience: 'LEA', count: 12 }],
    doNoHarm: { preciseIsSafe: false, why: '' },
  }
  expect(toDraft(activityForm.parse(toFormValues(draft, 'fr')))).toEqual(draft)
})

test('an empty form is an empty draft, in the language of the reader', () => {
  expect(emptyForm('zh').words).toEqual([{ language: 'zh', title: '', description: '' }])
  expect(toDraft(activityForm.parse(emptyForm('zh')))).toEqual(emptyDraft())
})

test('says what is wrong with an amount at the half where it is', () => {
  const issuesOf = (budget: { text: string; currency: string | null }) =>
    activityForm.safeParse({ ...emptyForm('en'), budget }).error?.issues.map((issue) => issue.path.join('.'))
  expect(issuesOf({ text: '1,234.50', currency: 'USD' })).toEqual(['budget.text'])
  expect(issuesOf({ text: '12', currency: null })).toEqual(['budget.currency'])
  expect(issuesOf({ text: ' ', currency: null })).toBeUndefined()
})
