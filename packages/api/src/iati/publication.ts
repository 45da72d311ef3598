import { getAgency } from '@concert/db/agencies'
import type { Trx } from '@concert/db/client'
import { today } from '@concert/domain/calendar-date'
import { NotFound } from '@concert/domain/errors'
import { type LocalizedText, locales } from '@concert/domain/locales'
import type { Publication } from '@concert/exchange/iati/write-parts'
import { wordsOf } from '@concert/messages/words'
import type { Context } from '../context.ts'

/** The fund's secretariat runs Concert; whoever has no identifier is reported by it. */
const platformSlug = 'unodc'

/** What an IATI file says of itself, as of now. */
export async function publicationOf(ctx: Context, trx: Trx): Promise<Publication> {
  const agency = await getAgency(trx, platformSlug)
  const { slug, names, iatiOrgId, organisationType } = agency
  if (iatiOrgId === null) throw new NotFound('agency')
  const now = ctx.now()
  return {
    generatedAt: now.toISOString(),
    today: today(now),
    platform: { slug, names, iatiOrgId, organisationType },
    inSix: await sayInSix(),
  }
}

async function sayInSix(): Promise<Publication['inSix']> {
  const says = await Promise.all(locales.map(async (language) => [language, await wordsOf(language)] as const))
  return (key, params = {}) => {
    const translations = says.map(([language, say]) => {
      const inLanguage = Object.entries(params).map(([name, text]) => [name, text[language] ?? text.en] as const)
      return [language, say(key, Object.fromEntries(inLanguage))] as const
    })
    const text: Partial<LocalizedText> = Object.fromEntries(translations)
    return { ...text, en: text.en ?? key }
  }
}
