import { createServer, type Server } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { createMail } from './mail.ts'

let server: Server | undefined

afterEach(() => {
  server?.close()
})

/** A mail server that takes one letter, as far as SMTP is needed for that. */
function aMailServer(): Promise<{ url: string; received: Promise<string> }> {
  return new Promise((ready) => {
    let done: (letter: string) => void = () => {}
    const received = new Promise<string>((resolve) => {
      done = resolve
    })
    server = createServer((socket) => {
      let letter: string | null = null
      socket.write('220 test\r\n')
      socket.on('data', (chunk) => {
        const said = chunk.toString()
        if (letter !== null) {
          letter += said
          if (letter.endsWith('\r\n.\r\n')) {
            done(letter)
            letter = null
            socket.write('250 taken\r\n')
          }
        } else if (said.startsWith('DATA')) {
          letter = ''
          socket.write('354 go on\r\n')
        } else {
          socket.write(said.startsWith('QUIT') ? '221 bye\r\n' : '250 yes\r\n')
        }
      })
    }).listen(0, '127.0.0.1', () => {
      const address = server?.address()
      const port = typeof address === 'object' ? address?.port : undefined
      ready({ url: `smtp://127.0.0.1:${port}`, received })
    })
  })
}

test('sends a letter from Concert’s own host', async () => {
  const { url, received } = await aMailServer()
  const mail = createMail(url, 'https://concert.example.org')
  await mail.send({ to: 'ana@example.org', subject: 'Votre invitation à Concert', text: 'Bonjour' })
  const letter = await received
  expect(letter).toMatch(/^From: Concert <no-reply@concert\.example\.org>\r$/m)
  expect(letter).toMatch(/^To: ana@example\.org\r$/m)
  expect(letter).toContain('Bonjour')
})

test('sends from the address that the operator names', async () => {
  const { url, received } = await aMailServer()
  const mail = createMail(`${url}?from=desk%40example.org`, 'https://concert.example.org')
  await mail.send({ to: 'ana@example.org', subject: 'Hello', text: 'Hello' })
  expect(await received).toMatch(/^From: Concert <desk@example\.org>\r$/m)
})

test('fails when no mail server answers', async () => {
  const mail = createMail('smtp://127.0.0.1:1', 'https://concert.example.org')
  await expect(mail.send({ to: 'ana@example.org', subject: 'Hello', text: 'Hello' })).rejects.toThrow()
})
