import { createTransport } from 'nodemailer'

export interface Letter {
  to: string
  subject: string
  text: string
}

/** How Concert writes to people, when an operator has set SMTP_URL. */
export interface Mail {
  /** Where people open Concert: what links in a letter begin with. */
  baseUrl: string
  send(letter: Letter): Promise<void>
}

/** Letters go out through `smtpUrl`, from the address in its `from` parameter or from no-reply at Concert's own host. */
export function createMail(smtpUrl: string, baseUrl: string): Mail {
  const from = new URL(smtpUrl).searchParams.get('from') ?? `no-reply@${new URL(baseUrl).hostname}`
  const transport = createTransport(smtpUrl, { from: { name: 'Concert', address: from } })
  return {
    baseUrl,
    send: async (letter) => {
      await transport.sendMail(letter)
    },
  }
}
