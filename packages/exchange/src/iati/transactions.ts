import { decimalsOf, findCurrency, isActiveOn } from '@concert/domain/currencies'
import type { ImportedOrganisation, ImportedTransaction } from '@concert/domain/imported-activity'
import { divideRounded, type Money, maxAmountMinor } from '@concert/domain/money'
import { fromLegacyTransactionType, isTransactionType } from './codelists.ts'
import type { Element } from './elements.ts'
import { joined, narrativesOf } from './narratives.ts'
import type { Notes } from './notes.ts'
import { quoted } from './refusal.ts'
import { calendarDay, collapsed, decimal, present } from './values.ts'

export interface Surroundings {
  language: string | undefined
  currency: string | undefined
}

const pledgeTypes = ['12', '13']

/**
 * The transactions of an activity, corrections with their sign. What the schema forbids refuses the activity; what only
 * this transaction lacks (a currency, a known type) refuses the transaction.
 */
export function readTransactions(elements: readonly Element[], around: Surroundings, notes: Notes) {
  const seen = new Map<string, number>()
  const transactions: ImportedTransaction[] = []
  for (const element of elements) {
    const transaction = readTransaction(element, around, notes)
    if (!transaction) continue
    const content = JSON.stringify(transaction)
    const occurrence = (seen.get(content) ?? 0) + 1
    seen.set(content, occurrence)
    transactions.push({ ...transaction, occurrence })
  }
  const [first] = elements
  if (first) warnOfPledgesBelowZero(first, transactions, notes)
  return transactions
}

function readTransaction(
  element: Element,
  around: Surroundings,
  notes: Notes,
): Omit<ImportedTransaction, 'occurrence'> | null {
  const type = readType(element, notes)
  const date = readDay(element, 'transaction-date', notes)
  const value = child(element, 'value')
  if (!value) notes.refuse(element, 'element_missing', { missing: 'value' })
  const number = value ? decimal(value.text) : null
  if (value && number === null) notes.refuse(value, 'value_invalid', { value: quoted(value.text) })
  const valueDateText = value?.attributes.get('value-date')
  const valueDate = valueDateText === undefined ? null : calendarDay(valueDateText)
  if (value && valueDateText !== undefined && valueDate === null)
    notes.refuse(value, 'date_invalid', { value: quoted(valueDateText) })
  if (type === null || date === null || !value || number === null) return null
  if (!isTransactionType(type))
    return notes.refuseTransaction(element, 'transaction_type_unknown', { type: quoted(type) })
  if (date < '1900' || date >= '2200') return notes.refuseTransaction(element, 'date_implausible', { value: date })
  const currency = readCurrency(value, date, around, notes)
  if (currency === null) return null
  const amount = toMinor(number, currency)
  if (!amount) return notes.refuseTransaction(value, 'value_too_large', { value: quoted(number) })
  if (amount.rounded) notes.warn(value, 'value_rounded', { value: quoted(number), currency })
  return {
    ref: present(element.attributes.get('ref')),
    type,
    date,
    valueDate,
    amount: amount.money,
    asWritten: amount.rounded ? number : null,
    provider: readParty(child(element, 'provider-org'), around, notes),
    receiver: readParty(child(element, 'receiver-org'), around, notes),
    description: joined(children(element, 'description').flatMap((each) => narrativesOf(each, around.language, notes))),
  }
}

function readType(element: Element, notes: Notes): string | null {
  const code = child(element, 'transaction-type')?.attributes.get('code')
  if (code === undefined) return notes.refuse(element, 'element_missing', { missing: 'transaction-type' })
  const type = collapsed(code)
  const successor = fromLegacyTransactionType(type)
  if (successor !== undefined) notes.warn(element, 'transaction_type_legacy', { type, successor })
  return successor ?? type
}

function readDay(parent: Element, name: string, notes: Notes): string | null {
  const element = child(parent, name)
  const text = element?.attributes.get('iso-date')
  if (!element || text === undefined) return notes.refuse(parent, 'element_missing', { missing: name })
  return calendarDay(text) ?? notes.refuse(element, 'date_invalid', { value: quoted(text) })
}

function readCurrency(value: Element, date: string, around: Surroundings, notes: Notes): string | null {
  const code = present(value.attributes.get('currency') ?? around.currency)?.toUpperCase()
  if (code === undefined) return notes.refuseTransaction(value, 'currency_missing')
  const currency = findCurrency(code)
  if (!currency || currency.minorUnits === null)
    return notes.refuseTransaction(value, 'currency_unknown', { currency: quoted(code) })
  if (!isActiveOn(code, date)) return notes.refuseTransaction(value, 'currency_not_in_use', { currency: code, date })
  return code
}

/** Minor units of `currency`, rounded half away from zero; null past what an amount may be. */
function toMinor(number: string, currency: string): { money: Money; rounded: boolean } | null {
  const [, sign = '', whole = '', fraction = ''] = /^([+-]?)(\d*)\.?(\d*)$/.exec(number) ?? []
  const decimals = decimalsOf(currency)
  const digits = fraction.padEnd(decimals, '0')
  const scale = 10n ** BigInt(digits.length - decimals)
  const magnitude = divideRounded(BigInt(whole + digits || '0'), scale)
  if (magnitude > BigInt(maxAmountMinor)) return null
  const amountMinor = sign === '-' && magnitude !== 0n ? -Number(magnitude) : Number(magnitude)
  return { money: { amountMinor, currency }, rounded: /[1-9]/.test(fraction.slice(decimals)) }
}

export function readParty(
  element: Element | undefined,
  around: Surroundings,
  notes: Notes,
): ImportedOrganisation | null {
  if (!element) return null
  const party = {
    ref: present(element.attributes.get('ref')),
    type: present(element.attributes.get('type')),
    name: narrativesOf(element, around.language, notes).filter((name) => name.text !== '-'),
  }
  return party.ref === null && party.name.length === 0 ? null : party
}

/** A correction may take a pledge back, but not more than was pledged. */
function warnOfPledgesBelowZero(first: Element, transactions: readonly ImportedTransaction[], notes: Notes): void {
  const net = new Map<string, number>()
  for (const { type, amount } of transactions) {
    if (!pledgeTypes.includes(type)) continue
    const key = `${type} ${amount.currency}`
    net.set(key, (net.get(key) ?? 0) + amount.amountMinor)
  }
  for (const [key, amount] of net) {
    const [type = '', currency = ''] = key.split(' ')
    if (amount < 0) notes.warn(first, 'pledge_below_zero', { type, currency })
  }
}

export function child(element: Element, name: string): Element | undefined {
  return element.children.find((each) => each.name === name)
}

export function children(element: Element, name: string): Element[] {
  return element.children.filter((each) => each.name === name)
}
