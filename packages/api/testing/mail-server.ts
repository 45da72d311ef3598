import { createServer, type Socket } from 'node:net'

export interface ReceivedLetter {
  to: string
  headers: Record<string, string>
  /** The decoded body of each part, by its type. */
  text: string
  html: string
}

export interface MailServer {
  url: string
  received: ReceivedLetter[]
  /** Addresses to which something was to be sent, taken or not. */
  asked: string[]
  /** What is replied to an address that is named; the default takes everything. */
  reply: (to: string) => string
  /** Milliseconds until a letter is said to be taken. */
  delay: number
  close(): Promise<void>
}

const mostLetters = 200
const mostBytes = 256 * 1024

/** A mail server on loopback, as far as SMTP (RFC 5321) is needed to take short letters. */
export function aMailServer(): Promise<MailServer> {
  const open = new Set<Socket>()
  const received: ReceivedLetter[] = []
  const asked: string[] = []
  const server = createServer((socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
    socket.on('error', () => socket.destroy())
    socket.setTimeout(20_000, () => socket.destroy())
    socket.write('220 test\r\n')
    converse(socket)
  })
  const state: MailServer = {
    url: '',
    received,
    asked,
    reply: () => '250 yes',
    delay: 0,
    close: () =>
      new Promise((closed) => {
        for (const socket of open) socket.destroy()
        server.close(() => closed())
      }),
  }

  function converse(socket: Socket): void {
    let heard = ''
    let letter: string | null = null
    let to = ''
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1')
      if (heard.length > mostBytes || received.length >= mostLetters) return socket.destroy()
      for (let end = heard.indexOf('\r\n'); end >= 0; end = heard.indexOf('\r\n')) {
        const line = heard.slice(0, end)
        heard = heard.slice(end + 2)
        if (letter === null) socket.write(`${answer(line)}\r\n`)
        else if (line === '.') take()
        else letter += `${line.replace(/^\.\./, '.')}\r\n`
        if (letter !== null && letter.length > mostBytes) return socket.destroy()
      }
    })

    function answer(line: string): string {
      const recipient = /^RCPT TO:<(.*)>/i.exec(line)
      if (recipient) {
        to = recipient[1] ?? ''
        asked.push(to)
        return state.reply(to)
      }
      if (/^DATA$/i.test(line)) {
        letter = ''
        return '354 go on'
      }
      return /^QUIT/i.test(line) ? '221 bye' : '250 yes'
    }

    function take(): void {
      const taken = readLetter(to, letter ?? '')
      letter = null
      setTimeout(() => {
        received.push(taken)
        socket.write('250 taken\r\n')
      }, state.delay)
    }
  }

  return new Promise((ready) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      state.url = `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
      ready(state)
    })
  })
}

function readLetter(to: string, raw: string): ReceivedLetter {
  const { headers, body } = split(raw)
  const boundary = /boundary="([^"]+)"/.exec(headers['content-type'] ?? '')?.[1]
  const parts = boundary === undefined ? [{ headers, body }] : body.split(`--${boundary}`).slice(1, -1).map(split)
  const partOf = (type: string) => parts.find((part) => part.headers['content-type']?.startsWith(type))
  const decoded = (part: ReturnType<typeof split> | undefined) =>
    part ? decode(part.body, part.headers['content-transfer-encoding'] ?? '7bit') : ''
  return { to, headers, text: decoded(partOf('text/plain')), html: decoded(partOf('text/html')) }
}

function split(raw: string): { headers: Record<string, string>; body: string } {
  const start = raw.startsWith('\r\n') ? 2 : 0
  const end = raw.indexOf('\r\n\r\n', start)
  const lines = raw.slice(start, end).replace(/\r\n[ \t]+/g, ' ')
  const headers = Object.fromEntries(
    lines.split('\r\n').map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).toLowerCase(), withoutEncoding(line.slice(colon + 1).trim())]
    }),
  )
  return { headers, body: raw.slice(end + 4) }
}

/** Words of a header as they were before RFC 2047. */
function withoutEncoding(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_, how: string, text: string) =>
      how.toUpperCase() === 'B'
        ? Buffer.from(text, 'base64').toString()
        : decode(text.replaceAll('_', ' '), 'quoted-printable'),
    )
}

function decode(body: string, encoding: string): string {
  const bytes =
    encoding === 'base64'
      ? Buffer.from(body, 'base64')
      : Buffer.from(
          encoding === 'quoted-printable'
            ? body
                .replace(/=\r\n/g, '')
                .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
            : body,
          'latin1',
        )
  return bytes.toString('utf8').replaceAll('\r\n', '\n').trimEnd()
}
