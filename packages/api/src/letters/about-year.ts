import type { Trx } from '@concert/db/client'
import { findPublicPools } from '@concert/db/grant-pools'
import { findPlaceTree } from '@concert/db/places'
import { findPublicGrants } from '@concert/db/public-grants'
import { findLastEntryNumber, sumPledgesByYear, sumStatementCells } from '@concert/db/statement'
import { type AidLine, totalsOf } from '@concert/domain/grant-publication'
import type { LetterRequest, LetterTable } from '@concert/domain/letter'
import type { Locale } from '@concert/domain/locales'
import { type Statement, statementOf } from '@concert/domain/statement'
import { readDonorStatement } from './about-period.ts'
import { type LetterWords, numeric, row, text, total } from './letter-words.ts'
import type { Told } from './told.ts'

type Year = Pick<Extract<LetterRequest, { year: number }>, 'donorId' | 'year' | 'language'>

/** What one donor gave in a year, and what the fund did in it. */
export async function tellAboutYear(trx: Trx, { donorId, year, language }: Year, words: LetterWords): Promise<Told> {
  const from = `${year}-01-01`
  const until = `${year}-12-31`
  const given = await readDonorStatement(trx, { donorId, from, until })
  const fund = await readFundYear(trx, year)
  const { say } = words
  return {
    subject: { donorId, pledgeId: null, paymentId: null, from, until },
    text: {
      year: String(year),
      receivedUsd: words.usd(given.usd.received),
      fundReceivedUsd: words.usd(fund.receivedUsd),
      awardedUsd: words.usd(fund.awardedUsd),
      disbursedUsd: words.usd(fund.disbursedUsd),
    },
    tables: {
      givenTable: {
        columns: [
          text(say('letters.table.currency')),
          ...['announced', 'formalised', 'received'].map((column) => numeric(say(`letters.table.${column}`))),
        ],
        rows: [
          ...given.totals.map(({ currency, announced, formalised, received }) =>
            row(currency, ...[announced, formalised, received].map((minor) => words.number(minor, currency))),
          ),
          total(
            say('letters.table.totalInDollars'),
            ...[given.usd.announced, given.usd.formalised, given.usd.received].map((minor) =>
              words.number(minor, 'USD'),
            ),
          ),
        ],
      },
      fundTable: amounts(
        [
          ['announced', fund.announcedUsd],
          ['formalised', fund.formalisedUsd],
          ['received', fund.receivedUsd],
        ],
        words,
      ),
      workTable: amounts(
        [
          ['awarded', fund.awardedUsd],
          ['disbursed', fund.disbursedUsd],
        ],
        words,
      ),
      aidTable: await aidTable(trx, language, words),
    },
  }
}

interface FundYear {
  announcedUsd: number
  formalisedUsd: number
  receivedUsd: number
  awardedUsd: number
  disbursedUsd: number
}

/** The fund's own year, from the same sums as its statement: awards less what was cut of them, and what was paid out. */
async function readFundYear(trx: Trx, year: number): Promise<FundYear> {
  const last = await findLastEntryNumber(trx)
  const period = { from: `${year}-01-01`, until: `${year}-12-31`, asOfEntry: last }
  const cut = { ...period, lastEntry: last }
  const statement = statementOf(period, await sumStatementCells(trx, cut))
  const pledged = (await sumPledgesByYear(trx, cut)).find((sums) => sums.year === year)
  const awarded = movementOf(statement.fund, 'grants_awarded') + movementOf(statement.fund, 'grants_cut')
  return {
    announcedUsd: pledged?.announcedUsd ?? 0,
    formalisedUsd: pledged?.formalisedUsd ?? 0,
    receivedUsd: pledged?.receivedUsd ?? 0,
    awardedUsd: awarded === 0 ? 0 : -awarded,
    disbursedUsd: Math.abs(movementOf(statement.cash, 'disbursed')),
  }
}

function movementOf({ movements }: Statement['fund'] | Statement['cash'], wanted: string): number {
  return movements.find(({ id }) => id === wanted)?.usdMinor ?? 0
}

/** What anyone may know of the grants by now: nothing else goes into a letter, so that no withheld one can be worked out. */
async function aidTable(trx: Trx, language: Locale, { say, usd }: LetterWords): Promise<LetterTable> {
  const published = { rows: await findPublicGrants(trx, language), pools: await findPublicPools(trx, language) }
  const { byKind, grants, withheld, awardedUsd, pooledUsd } = totalsOf(published, await findPlaceTree(trx))
  const kindOf = (key: AidLine) => (key === 'several' ? say('letters.table.several') : say(`codes.aidKinds.${key}`))
  const together = row(say('letters.table.toldTogether'), String(withheld), usd(pooledUsd))
  return {
    columns: [
      text(say('letters.table.aid')),
      numeric(say('letters.table.grants')),
      numeric(say('letters.table.awardedToDate')),
    ],
    rows: [
      ...byKind.map((line) => row(kindOf(line.key), String(line.grants), usd(line.awardedUsd))),
      ...(pooledUsd > 0 ? [together] : []),
      total(say('letters.table.total'), String(grants), usd(awardedUsd)),
    ],
  }
}

function amounts(lines: readonly [string, number][], words: LetterWords): LetterTable {
  return {
    columns: [text(''), numeric('')],
    rows: lines.map(([what, minor]) => row(words.say(`letters.table.${what}`), words.usd(minor))),
  }
}
