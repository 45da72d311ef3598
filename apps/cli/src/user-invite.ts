import { parseArgs } from 'node:util'
import { readSettings } from '@concert/api/settings'
import { inTransaction } from '@concert/api/transaction'
import { inviteUser } from '@concert/api/users/invite-user'
import { getAgencyIdBySlug } from '@concert/db/users'
import { roles } from '@concert/domain/actor'
import { locales } from '@concert/domain/locales'
import { invitation } from '@concert/domain/user'
import { type Command, WrongUse } from './command.ts'

export const userInvite: Command = {
  name: 'user invite',
  summary: 'make a person known and print the one-time link with which they set a password',
  usage: `Usage: npm run concert -- user invite --email ADDRESS --name NAME [--role ROLE]… [--agency SLUG] [--language CODE]

The link works once and for 72 hours. It is shown only here; when SMTP_URL is set it is also sent.

Options:
  --email ADDRESS   what the person signs in with
  --name NAME       as colleagues see it
  --role ROLE       ${roles.join(', ')}; may be given more than once
  --agency SLUG     the agency the person belongs to, as in unodc; contributors and focal points need one
  --language CODE   ${locales.join(', ')}; en when left out
  --json            print {"userId":"…","link":"…","expiresAt":"…","mailed":true|false}
  --help            print this

Example:
  npm run concert -- user invite --email ana@example.org --name "Ana Example" --role focal_point --agency unodc

Exit codes: 0 invited, 1 refused, 2 wrong use`,

  async run(args, environment) {
    const { json, agency, ...typed } = readOptions(args)
    const parsed = invitation.omit({ agencyId: true }).safeParse(typed)
    if (!parsed.success) {
      const fields = parsed.error.issues.map((issue) => `--${optionOf(issue.path[0])}`)
      throw new WrongUse(`Not understood: ${[...new Set(fields)].join(', ')}.`)
    }
    const ctx = await environment.context()
    const agencyId = agency ? await inTransaction(ctx, (trx) => getAgencyIdBySlug(trx, agency)) : null
    const { userId, link, mailed } = await inviteUser(ctx, { ...parsed.data, agencyId })
    const settings = readSettings(process.env, process.cwd())
    const address = `${settings.publicUrl ?? `http://localhost:${settings.port}`}${link.path}`
    if (json) {
      environment.terminal.printJson({ userId, link: address, expiresAt: link.expiresAt, mailed })
    } else {
      environment.terminal.note(`${parsed.data.name} is invited. This link works once, until ${link.expiresAt}:`)
      environment.terminal.print(address)
    }
    return 0
  },
}

function readOptions(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      email: { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string', multiple: true },
      agency: { type: 'string' },
      language: { type: 'string' },
      json: { type: 'boolean' },
    },
  })
  const { email, name, role = [], agency, language = 'en', json = false } = values
  return { email, name, roles: role, locale: language, agency, json }
}

function optionOf(field: PropertyKey | undefined): string {
  if (field === 'roles') return 'role'
  return field === 'locale' ? 'language' : String(field)
}
