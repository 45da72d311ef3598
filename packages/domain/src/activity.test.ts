import { expect, test } from 'vitest'
import { activityDraft, emptyDraft, narrativeIn } from './activity.ts'

test('accepts a draft with nothing in it', () => {
  expect(activityDraft.parse(emptyDraft())).toEqual(emptyDraft())
})

test('drops languages without a text and refuses one that stands twice', () => {
  const title = [
    { language: 'en', text: ' Example ' },
    { language: 'fr', text: '  ' },
  ]
  expect(activityDraft.parse({ ...emptyDraft(), title }).title).toEqual([{ language: 'en', text: 'Example' }])
  const twice = [
    { language: 'en', text: 'One' },
    { language: 'en', text: 'Two' },
  ]
  expect(activityDraft.safeParse({ ...emptyDraft(), title: twice }).success).toBe(false)
})

test('refuses a place named twice, a link that is no web address, and a day that does not exist', () => {
  const place = { code: '404', percentage: null }
  expect(activityDraft.safeParse({ ...emptyDraft(), places: [place, place] }).success).toBe(false)
  const links = [{ url: 'javascript:alert(1)', label: '' }]
  expect(activityDraft.safeParse({ ...emptyDraft(), links }).success).toBe(false)
  expect(activityDraft.safeParse({ ...emptyDraft(), startOn: '2026-02-30' }).success).toBe(false)
})

test('speaks the reader’s language, else English, else what there is', () => {
  const title = [
    { language: 'pt', text: 'Exemplo' },
    { language: 'en-GB', text: 'Example' },
    { language: 'ru', text: 'Пример' },
  ]
  expect(narrativeIn(title, 'ru')?.text).toBe('Пример')
  expect(narrativeIn(title, 'ar')?.text).toBe('Example')
  expect(narrativeIn(title.slice(0, 1), 'ar')?.text).toBe('Exemplo')
  expect(narrativeIn([], 'en')).toBeUndefined()
})
