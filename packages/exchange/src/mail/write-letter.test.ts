import { expect, test } from 'vitest'
import { writeLetter } from './write-letter.ts'

const words = {
  reader: 'en' as const,
  title: 'What waits',
  lead: 'For you & your agency:',
  items: ['2 drafts', '<b>"1" round</b>'],
  link: { text: 'Open', href: 'https://concert.example/my?lang=en&x=1' },
  reason: 'You asked for it.',
  settings: { text: 'Change or end it', href: 'https://concert.example/my/digest' },
}

test('says the same in plain text and as a page', () => {
  const { text, html } = writeLetter(words)
  expect(text).toBe(`What waits

For you & your agency:

- 2 drafts
- <b>"1" round</b>

Open
https://concert.example/my?lang=en&x=1

You asked for it.
Change or end it
https://concert.example/my/digest
`)
  expect(html).toContain('<h1 style="margin:0 0 16px;font-size:20px;line-height:1.4">What waits</h1>')
  expect(html).toContain('For you &#38; your agency:')
  expect(html).toContain('href="https://concert.example/my?lang=en&#38;x=1"')
})

test('takes no word for markup, and loads nothing from elsewhere', () => {
  const { html } = writeLetter(words)
  expect(html).not.toContain('<b>')
  expect(html).toContain('&#60;b&#62;&#34;1&#34; round&#60;/b&#62;')
  expect(html).not.toMatch(/<(?:img|link|script|style|iframe)\b|url\(/)
})

test('a page in Arabic runs from right to left', () => {
  expect(writeLetter({ ...words, reader: 'ar' }).html).toContain('<html lang="ar" dir="rtl">')
  expect(writeLetter(words).html).toContain('<html lang="en" dir="ltr">')
})
