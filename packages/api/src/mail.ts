import { createTransport } from 'nodemailer'

export interface Letter {
  to: string
  subject: string
  text: string
  /** The same as a page, for programs that show one. */
  html?: string
  /** What makes two copies of one letter known as such; it becomes the Message-ID. */
  id?: string
  /** Where the reader ends such letters. */
  unsubscribe?: string
}

/** How Concert writes to people, when an operator has set SMTP_URL. */
export interface Mail {
  /** Where people open Concert: what links in a letter begin with. */
  baseUrl: string
  send(letter: Letter): Promise<void>
}

/** Milliseconds after which a mail server that does not go on is left alone. */
const patience = { connectionTimeout: 5_000, greetingTimeout: 5_000, dnsTimeout: 5_000, socketTimeout: 15_000 }

/** Letters go out through `smtpUrl`, from the address in its `from` parameter or from no-reply at Concert's own host. */
export function createMail(smtpUrl: string, baseUrl: string): Mail {
  const host = new URL(baseUrl).hostname
  const from = new URL(smtpUrl).searchParams.get('from') ?? `no-reply@${host}`
  const transport = createTransport({ url: smtpUrl, ...patience }, { from: { name: 'Concert', address: from } })
  return {
    baseUrl,
    send: async ({ to, subject, text, html, id, unsubscribe }) => {
      await transport.sendMail({
        to,
        subject,
        text,
        html,
        messageId: id && `<${id}@${host}>`,
        list: unsubscribe === undefined ? undefined : { unsubscribe },
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
    },
  }
}
