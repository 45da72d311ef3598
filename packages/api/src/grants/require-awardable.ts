import type { Trx } from '@concert/db/client'
import { findDailyBalances, findReserves } from '@concert/db/fund-reserve'
import { DomainError } from '@concert/domain/errors'
import { awardableOn } from '@concert/domain/grant-cap'
import type { NewEntry } from '@concert/domain/journal/entry'
import { formatMinor } from '@concert/domain/money'

/**
 * An award is at most what is free on its day and on every later one (journal, invariant 8). The journal is locked, so
 * that two officers who award at once are told apart.
 */
export async function requireAwardable(trx: Trx, award: NewEntry): Promise<void> {
  const payable = award.lines.filter(({ account }) => account === 'grants_payable')
  const usdMinor = payable.reduce((sum, line) => sum - line.usdMinor, 0)
  const balances = await findDailyBalances(trx, award.valueDate)
  const free = awardableOn(balances, await findReserves(trx), award.valueDate)
  if (usdMinor <= free.usdMinor) return
  const left = { amountMinor: Math.max(0, free.usdMinor), currency: 'USD' }
  const wanted = { amountMinor: usdMinor, currency: 'USD' }
  const params = { amount: formatMinor(left), wanted: formatMinor(wanted), date: free.on }
  throw new DomainError('grants.more_than_free', params, 'amount')
}
