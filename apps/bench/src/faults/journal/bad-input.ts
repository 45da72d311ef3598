import { isDeepStrictEqual } from 'node:util'
import type { WireError } from '@concert/api/errors'
import { sentenceOf } from '@concert/api/sentences'
import { emptyFund } from '@concert/db/testing/empty-fund'
import { fingerprintOfTables } from '@concert/db/testing/server'
import { DomainError } from '@concert/domain/errors'
import { locales } from '@concert/domain/locales'
import { parseAmount } from '@concert/domain/money'
import type { Fault } from '../fault.ts'
import { type BadRequest, badRequestsOn } from './bad-requests.ts'
import { refusalOf } from './refusal.ts'
import { typedAmounts } from './typed-amounts.ts'

/** Whatever is wrong is said at its field, in every language, and leaves nothing behind. */
export const badInput: Fault = {
  what: 'bad input: amounts, rates, periods, closed pledges, keys and signatures',
  figure: () => 'each refused with code, field and words in six languages, not a byte changed in any table',
  async run({ world, note }) {
    await emptyFund(world.db)
    const requests = await badRequestsOn(world)
    let right = 0
    for (const request of requests) {
      const before = await fingerprintOfTables(world.db)
      const fault = (await faultOfRefusal(request)) ?? faultOfChange(before, await fingerprintOfTables(world.db))
      if (fault) note(`${request.what}: ${fault}`)
      else right += 1
    }
    for (const typed of typedAmounts) {
      const fault = await faultOfTyping(typed)
      if (fault) note(`“${typed.text}” in ${typed.currency}: ${fault}`)
      else right += 1
    }
    const all = requests.length + typedAmounts.length
    return { reached: `${right} of ${all}`, isReached: right === all }
  },
}

async function faultOfRefusal({ send, code, field }: BadRequest): Promise<string | undefined> {
  const refusal = await refusalOf(send)
  if (!refusal) return 'not refused'
  const told = pointsOf(refusal)
  const point = told.find((one) => one.code === code)
  if (!point) return `refused as ${told.map((one) => one.code).join(', ')}`
  if (field !== null && point.field !== field) return `told at ${point.field}, not at ${field}`
  return faultOfWords(point)
}

interface Point {
  code: string
  field: string | undefined
  params: WireError['params']
}

function pointsOf({ code, field, params, issues }: WireError): Point[] {
  return issues ? issues.map((issue) => ({ ...issue, field: issue.path })) : [{ code, field, params }]
}

async function faultOfTyping({ text, currency, code }: (typeof typedAmounts)[number]): Promise<string | undefined> {
  try {
    return `read as ${parseAmount(text, currency).amountMinor}`
  } catch (error) {
    if (!(error instanceof DomainError)) return String(error)
    if (error.code !== code) return `refused as ${error.code}`
    return faultOfWords(error)
  }
}

async function faultOfWords({ code, params }: Pick<Point, 'code' | 'params'>): Promise<string | undefined> {
  for (const locale of locales) {
    const words = await sentenceOf({ code, params }, locale)
    if (words.length < 4 || /(^|\.)errors\./.test(words)) return `no words in ${locale}: ${words}`
  }
  return undefined
}

function faultOfChange(before: Record<string, string>, after: Record<string, string>): string | undefined {
  if (isDeepStrictEqual(before, after)) return undefined
  return `changed ${Object.keys(after)
    .filter((table) => before[table] !== after[table])
    .join(', ')}`
}
