import { z } from 'zod'

const roleWords = new Set(
  `info office fund funds mission missions secretariat contributions contribution treasury desk registry registrar protocol
  finance finances accounts accounting donors donor donations donorrelations embassy consulate delegation permanentmission
  permrep contact mail mailbox post enquiries inquiries partnerships cooperation development multilateral unit team
  section department ministry trust trustfund grants support administration admin chancery legal budget
  bureau tresor tresorerie trésor trésorerie secrétariat ambassade chancellerie courrier dons finance comptabilite
  comptabilité ministere ministère delegation délégation fonds
  oficina fondo fondos mision misión embajada secretaria secretaría tesoreria tesorería contribuciones finanzas
  delegacion delegación correo consulado cancilleria cancillería ministerio donaciones
  инфо фонд офис миссия представительство постпредство посольство секретариат казначейство канцелярия финансы почта
  fond missiya predstavitelstvo postpredstvo posolstvo sekretariat kaznacheystvo kantselyariya
  代表团 常驻代表团 使馆 大使馆 秘书处 基金 办公室 财务 财政 捐款 信息 daibiaotuan shiguan dashiguan mishuchu jijin
  bangongshi caiwu
  بعثة البعثة أمانة الأمانة صندوق الصندوق مكتب خزانة الخزانة سفارة السفارة تبرعات المساهمات baatha amana sunduq maktab
  khazina safara`.split(/\s+/),
)

// Where people have mail of their own; an institution's desk has the institution's domain.
const freeMail =
  /^(gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|rocketmail|icloud|me|mac|aol|proton|protonmail|pm|gmx|web|t-online|freenet|mail|inbox|bk|list|yandex|ya|rambler|qq|foxmail|163|126|yeah|sina|sohu|orange|wanadoo|free|laposte|sfr|libero|terra|uol|zoho|fastmail|hey|tutanota|tuta|maktoob)\.(com|net|org|me|de|fr|es|it|ru|cn|ch|at|uk|br|mx|ar|in|jp|co\.[a-z]{2}|com\.[a-z]{2}|fm)$/

/**
 * Whether an address belongs to a function and not to a person. Pure; the rule, which is also shown where it refuses:
 * before the @ stands a word for a function in one of the six languages (`contributions`, `mission`, `bureau`,
 * `tesoreria`, `секретариат` …), alone or with the name of a place or a body (`mission.geneva`, `un-office2`); a single
 * letter beside it is an initial and is refused, as is `firstname.lastname`, which has no such word; and the part after
 * the @ is no provider of private mail.
 */
export function isFunctionalMailbox(address: string): boolean {
  const match = /^([\p{L}\p{N}._+-]{2,64})@((?:[\p{L}\p{N}-]+\.)+[\p{L}]{2,24})$/u.exec(address.trim().toLowerCase())
  const [, box = '', domain = ''] = match ?? []
  if (!match || freeMail.test(domain)) return false
  const words = box.split(/[._+-]+|\d+/u).filter((word) => word !== '')
  if (words.some((word) => word.length === 1 && /\p{Script=Latin}|\p{Script=Cyrillic}/u.test(word))) return false
  const [first] = words
  const last = words.at(-1)
  return words.length <= 4 && [first, last].some((word) => word !== undefined && roleWords.has(word))
}

/** The address of a function, in small letters. */
export const functionalMailbox = z
  .string()
  .trim()
  .toLowerCase()
  .max(120)
  .refine(isFunctionalMailbox, { params: { code: 'letters.not_functional' } })

/** Where donors answer the fund; null for nowhere. */
export const fundMailboxSetting = z.strictObject({ address: functionalMailbox.nullable(), idempotencyKey: z.uuid() })
export type FundMailboxSetting = z.infer<typeof fundMailboxSetting>

export const donorMailboxSetting = fundMailboxSetting.safeExtend({ donorId: z.uuid() })
export type DonorMailboxSetting = z.infer<typeof donorMailboxSetting>

/** Where an agency answers the group; an empty address takes it back. */
export const agencyMailboxSetting = z.strictObject({
  agencyId: z.uuid(),
  address: z
    .string()
    .trim()
    .toLowerCase()
    .max(120)
    .refine((address) => address === '' || isFunctionalMailbox(address), {
      params: { code: 'letters.not_functional' },
    }),
  idempotencyKey: z.uuid(),
})
export type AgencyMailboxSetting = z.infer<typeof agencyMailboxSetting>
