import { randomUUID } from 'node:crypto'
import { money, percentOf, request, type Steps } from './steps.ts'
import * as rules from './treasury-rules.ts'

const otherwise = { document: 'Another body' }

export const treasurySteps: Steps<'interest' | 'supportCost' | 'convert' | 'editRate'> = {
  interest({ model, officers }, { currency, minor, on }) {
    const bankAccountId = officers.accounts[currency] ?? ''
    const input = { bankAccountId, amount: money(BigInt(minor), currency), on, ...documented() }
    return {
      ...request(input, officers.one.treasury.recordInterest, otherwise),
      rule: () => rules.interest(model, currency, BigInt(minor), on),
    }
  },

  supportCost({ model, officers }, { currency, share, on }) {
    const minor = percentOf(model.cash(currency).minor, share)
    const bankAccountId = officers.accounts[currency] ?? ''
    const input = { bankAccountId, amount: money(minor, currency), on, ...documented() }
    return {
      ...request(input, officers.one.treasury.recordSupportCost, otherwise),
      rule: () => rules.supportCost(model, currency, minor, on),
    }
  },

  convert({ model, officers }, { from, into, share, minor, on }) {
    const given = { currency: from, minor: percentOf(model.cash(from).minor, share) }
    const got = { currency: into, minor: BigInt(minor) }
    const input = {
      fromAccountId: officers.accounts[from] ?? '',
      given: money(given.minor, from),
      intoAccountId: officers.accounts[into] ?? '',
      got: money(got.minor, into),
      on,
      ...documented(),
    }
    return {
      ...request(input, officers.one.treasury.recordConversion, otherwise),
      rule: () => rules.convertAtBank(model, given, got, on),
    }
  },

  editRate({ model, officers }, { currency, on, units }) {
    const input = {
      currency,
      on,
      unitsPerUsd: units,
      source: 'Corrected',
      flagReason: 'As published',
      idempotencyKey: randomUUID(),
    }
    return {
      ...request(input, officers.one.rates.record, { source: 'Another body' }),
      rule: () => {},
      accepted: () => {
        const kept = model.rates.findIndex((rate) => rate.currency === currency && rate.on === on)
        if (kept >= 0) model.rates.splice(kept, 1)
        model.rates.push({ currency, on, units })
      },
    }
  },
}

function documented() {
  return { document: 'Statement of account', idempotencyKey: randomUUID() }
}
