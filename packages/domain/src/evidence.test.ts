import { expect, test } from 'vitest'
import { evidenceSubject, note, noteFor } from './evidence.ts'

const report = { kind: 'report', symbol: 'A/80/234', title: 'Report', datedOn: null }

test.each(['http://un.org/x', 'javascript:alert(1)', 'https://me:secret@un.org/', 'un.org', ''])(
  'takes no link like %j',
  (url) => {
    expect(evidenceSubject.safeParse({ ...report, url }).success).toBe(false)
  },
)

test('takes a report with a plain link or without one', () => {
  expect(evidenceSubject.safeParse({ ...report, url: 'https://docs.un.org/en/A/80/234' }).success).toBe(true)
  expect(evidenceSubject.safeParse({ ...report, url: null }).success).toBe(true)
})

test('leaves out the languages of a note in which nothing was written', () => {
  expect(note.parse({ en: ' Issued ', fr: '  ' })).toEqual({ en: 'Issued' })
})

test('reads a note in the language of the reader, else in English, else in what there is', () => {
  expect(noteFor({ en: 'Issued', ar: 'صدر' }, 'ar')).toEqual({ language: 'ar', text: 'صدر' })
  expect(noteFor({ en: 'Issued', ar: 'صدر' }, 'ru')).toEqual({ language: 'en', text: 'Issued' })
  expect(noteFor({ ar: 'صدر' }, 'ru')).toEqual({ language: 'ar', text: 'صدر' })
  expect(noteFor({}, 'ru')).toBeNull()
})
