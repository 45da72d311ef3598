import { afterEach, expect, test } from 'vitest'
import { aMailServer, type MailServer } from '../testing/mail-server.ts'
import { createMail } from './mail.ts'

const base = 'https://concert.example.org'
let server: MailServer | undefined

afterEach(() => server?.close())

test('sends a letter from Concert’s own host', async () => {
  server = await aMailServer()
  await createMail(server.url, base).send({
    to: 'ana@example.org',
    subject: 'Votre invitation à Concert',
    text: 'Bonjour à vous',
  })
  expect(server.received).toMatchObject([
    {
      to: 'ana@example.org',
      text: 'Bonjour à vous',
      headers: {
        from: 'Concert <no-reply@concert.example.org>',
        subject: 'Votre invitation à Concert',
        'auto-submitted': 'auto-generated',
      },
    },
  ])
})

test('sends from the address that the operator names', async () => {
  server = await aMailServer()
  const mail = createMail(`${server.url}?from=desk%40example.org`, base)
  await mail.send({ to: 'ana@example.org', subject: 'Hello', text: 'Hello' })
  expect(server.received[0]?.headers.from).toBe('Concert <desk@example.org>')
})

test('sends a letter in plain text and as a page, known by its id, with the way to end such letters', async () => {
  server = await aMailServer()
  const letter = {
    to: 'ana@example.org',
    subject: 'ما ينتظرك',
    text: 'نشاط واحد',
    html: '<p dir="rtl">نشاط واحد</p>',
    id: '0000-1',
    unsubscribe: `${base}/my/digest`,
  }
  await createMail(server.url, base).send(letter)
  expect(server.received).toMatchObject([
    {
      text: letter.text,
      html: letter.html,
      headers: {
        subject: letter.subject,
        'message-id': '<0000-1@concert.example.org>',
        'list-unsubscribe': `<${base}/my/digest>`,
      },
    },
  ])
})

test('fails when no mail server answers', async () => {
  const mail = createMail('smtp://127.0.0.1:1', base)
  await expect(mail.send({ to: 'ana@example.org', subject: 'Hello', text: 'Hello' })).rejects.toThrow()
})
