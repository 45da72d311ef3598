import { expect, test } from 'vitest'
import { fromTypedTemplate, templateForm, toTypedTemplate } from './template-form.ts'

const sound = { title: 'Reminder: {pledgeReference}', body: 'Dear donor,\n\n{dueTable}\n\nThank you.' }

test('typed text and template are the same thing', () => {
  const template = fromTypedTemplate(sound)
  expect(template.paragraphs).toEqual(['Dear donor,', '{dueTable}', 'Thank you.'])
  expect(toTypedTemplate(template)).toEqual(sound)
})

test('a fault stands at the field in which it was typed', () => {
  const issuesOf = (typed: typeof sound) =>
    templateForm('reminder')
      .safeParse(typed)
      .error?.issues.map((issue) => [issue.path, 'params' in issue ? issue.params : undefined])
  expect(issuesOf(sound)).toBeUndefined()
  expect(issuesOf({ ...sound, title: '{pledgeReference' })?.[0]?.[0]).toEqual(['title'])
  expect(issuesOf({ ...sound, body: 'Dear {donor},\n\n{dueTable}' })).toEqual([
    [['body'], { code: 'letters.unknown_field', field: 'donor', paragraph: 1, position: 6 }],
  ])
})
