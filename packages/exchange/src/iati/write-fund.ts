import type { DonorKind, GranteeKind } from '@concert/domain/codelists'
import { grandBargainCode } from '@concert/domain/codelists'
import type {
  PublishedDonor,
  PublishedGrantFacts,
  PublishedPledge,
  PublishedPool,
} from '@concert/domain/iati-publication'
import type { LocalizedText } from '@concert/domain/locales'
import type { Money } from '@concert/domain/money'
import {
  namesOf,
  narrated,
  type Party,
  type Publication,
  party,
  partyOf,
  recipient,
  textsOf,
  unspecifiedRegion,
  value,
} from './write-parts.ts'
import { closed, documentOf, element, joined, nothing, opened, text, type Xml } from './write-xml.ts'

/** The fund's own activity; its grants are children of it. */
export const fundIdentifier = 'XM-DAC-41128-UNVTF'

/** The General Assembly established the fund on this day (A/RES/64/293). */
const establishedOn = '2010-07-30'

/** IATI OrganisationType, where the kind says it for sure. */
const donorTypes: Partial<Record<DonorKind, string>> = {
  GOV: '10',
  IGO: '40',
  FOUND: '60',
  PRIV: '70',
  ACAD: '80',
}
const granteeTypes: Partial<Record<GranteeKind, string>> = { governmental: '10', intergovernmental: '40' }

/** TransactionType as the receiver sees it: promised, agreed, received. They are never added up. */
const stepTypes = { announced: '13', formalised: '11', received: '1' } as const

/** What anyone may know of the fund, streamed where there may be much of it. */
export interface PublishedFund {
  updatedAt: string
  donors: AsyncIterable<PublishedDonor>
  pledges: AsyncIterable<PublishedPledge>
  grants: readonly PublishedGrantFacts[]
  pools: readonly PublishedPool[]
}

/**
 * The fund as one IATI 2.03 activity and each grant that is told whole as a child of it. Grants that are hidden one by
 * one are in it as the pools of the public statement, and in no other way. What leaves the fund is told as totals to
 * date: dated payments, set against the yearly statement, would give hidden ones away.
 */
export function writeFund(fund: PublishedFund, about: Publication): AsyncGenerator<string> {
  const attributes = { version: '2.03', 'generated-datetime': about.generatedAt }
  return documentOf('iati-activities', attributes, elementsOf(fund, about))
}

async function* elementsOf(fund: PublishedFund, about: Publication): AsyncGenerator<Xml> {
  const unodc = partyOf(about.platform)
  const { inSix } = about
  yield joined([
    opened('iati-activity', activityAttributes('1', fund.updatedAt)),
    element('iati-identifier', {}, text(fundIdentifier)),
    party('reporting-org', unodc, { 'secondary-reporter': '0' }),
    narrated('title', {}, textsOf(inSix('statement.fundName'))),
    narrated('description', { type: '1' }, textsOf(inSix('iati.fund'))),
  ])
  for await (const donor of fund.donors) yield party('participating-org', donorParty(donor, about), { role: '1' })
  yield joined([
    party('participating-org', unodc, { role: '2' }),
    party('participating-org', unodc, { role: '3' }),
    element('activity-status', { code: '2' }),
    element('activity-date', { type: '2', 'iso-date': establishedOn }),
    element('activity-scope', { code: '1' }),
    unspecifiedRegion,
    element('sector', { vocabulary: '1', code: '15160', percentage: '100' }),
    ...['5.2', '8.7', '16.2'].map((code) => element('tag', { vocabulary: '3', code })),
    element('default-finance-type', { code: '110' }),
    element('default-aid-type', { vocabulary: '1', code: 'B032' }),
  ])
  for await (const pledge of fund.pledges) yield pledgeTransactions(pledge, about)
  yield joined([
    ...fund.pools.map((pool) => poolTransactions(pool, about)),
    ...fund.grants.map(({ reference }) => element('related-activity', { ref: grantIdentifier(reference), type: '2' })),
    closed('iati-activity'),
  ])
  for (const grant of fund.grants) yield grantElement(grant, fund.updatedAt, about)
}

function activityAttributes(hierarchy: string, updatedAt: string) {
  return { 'xml:lang': 'en', 'default-currency': 'USD', hierarchy, 'last-updated-datetime': updatedAt }
}

function grantIdentifier(reference: string): string {
  return `${fundIdentifier}-${reference}`
}

function donorParty({ kind, names }: PublishedDonor, { inSix }: Publication): Party {
  const named = namesOf(names)
  return { ref: null, type: donorTypes[kind] ?? null, names: named.length > 0 ? named : textsOf(inSix('iati.unnamed')) }
}

function pledgeTransactions({ reference, donor, earmarking, steps }: PublishedPledge, about: Publication): Xml {
  const { platform, today, inSix } = about
  const provider = donor ? donorParty(donor, about) : { ref: null, type: null, names: textsOf(inSix('iati.unnamed')) }
  const code = grandBargainCode(earmarking)
  return joined(
    steps
      .filter(({ on, amount }) => on <= today && amount.amountMinor !== 0)
      .map(({ kind, on, amount }) =>
        element(
          'transaction',
          { ref: reference },
          element('transaction-type', { code: stepTypes[kind] }),
          element('transaction-date', { 'iso-date': on }),
          value(amount, on),
          narrated('description', {}, textsOf(inSix(`iati.steps.${kind}`))),
          party('provider-org', provider),
          party('receiver-org', partyOf(platform), { 'receiver-activity-id': fundIdentifier }),
          code === null ? nothing : element('aid-type', { vocabulary: '2', code }),
        ),
      ),
  )
}

interface Outgoing {
  ref: string | null
  awarded: Money
  disbursedUsd: number
  awardedOn: string
  disbursedOn: string
  texts: { awarded: LocalizedText; disbursed: LocalizedText }
  receiver: Party | null
}

function poolTransactions(pool: PublishedPool, about: Publication): Xml {
  const { first, last, awardedUsd, disbursedUsd, releasedOn } = pool
  const calls = { first, last }
  return outgoing(
    {
      ref: null,
      awarded: { amountMinor: awardedUsd, currency: 'USD' },
      disbursedUsd,
      awardedOn: releasedOn,
      disbursedOn: releasedOn,
      texts: { awarded: about.inSix('iati.pool.awarded', calls), disbursed: about.inSix('iati.pool.disbursed', calls) },
      receiver: null,
    },
    about,
  )
}

function decidedOn({ decidedOn: on, year }: PublishedGrantFacts['call'], { today }: Publication): string {
  const day = on ?? `${year}-12-31`
  return day <= today ? day : today
}

function outgoing(money: Outgoing, { platform }: Publication): Xml {
  const { ref, awarded, disbursedUsd, awardedOn, disbursedOn, texts, receiver } = money
  const disbursed = { amountMinor: disbursedUsd, currency: 'USD' }
  const transaction = (code: string, on: string, amount: Money, description: LocalizedText) =>
    amount.amountMinor === 0
      ? nothing
      : element(
          'transaction',
          { ref },
          element('transaction-type', { code }),
          element('transaction-date', { 'iso-date': on }),
          value(amount, on),
          narrated('description', {}, textsOf(description)),
          party('provider-org', partyOf(platform), { 'provider-activity-id': fundIdentifier }),
          receiver ? party('receiver-org', receiver) : nothing,
        )
  return joined([
    transaction('2', awardedOn, awarded, texts.awarded),
    transaction('3', disbursedOn, disbursed, texts.disbursed),
  ])
}

function grantElement(grant: PublishedGrantFacts, updatedAt: string, about: Publication): Xml {
  const { platform, inSix } = about
  const { reference, title, grantee, call } = grant
  const receiver: Party = { ref: null, type: granteeTypes[grantee.kind] ?? null, names: namesOf(grantee.names) }
  const unodc = partyOf(platform)
  const titles = [{ language: 'en', text: title }]
  const isDecided = call.decidedOn !== null && call.decidedOn <= about.today
  const texts = { awarded: inSix('iati.grant.awarded'), disbursed: inSix('iati.grant.disbursed') }
  const { awarded, disbursedUsd } = grant
  const money = { awarded, disbursedUsd, awardedOn: decidedOn(call, about), disbursedOn: about.today }
  return element(
    'iati-activity',
    activityAttributes('2', updatedAt),
    element('iati-identifier', {}, text(grantIdentifier(reference))),
    party('reporting-org', unodc, { 'secondary-reporter': '0' }),
    narrated('title', {}, titles),
    narrated('description', { type: '1' }, textsOf(inSix('iati.grant.description'))),
    party('participating-org', unodc, { role: '1', 'activity-id': fundIdentifier }),
    party('participating-org', unodc, { role: '2' }),
    party('participating-org', receiver, { role: '4' }),
    element('other-identifier', { ref: reference, type: 'A1' }),
    element('activity-status', { code: '2' }),
    isDecided
      ? element('activity-date', { type: '2', 'iso-date': call.decidedOn })
      : element('activity-date', { type: '1', 'iso-date': `${call.year}-01-01` }),
    recipient(grant.place, '100'),
    element('sector', { vocabulary: '1', code: '15160', percentage: '100' }),
    element('default-finance-type', { code: '110' }),
    element('default-aid-type', { vocabulary: '1', code: 'C01' }),
    outgoing({ ref: reference, ...money, texts, receiver }, about),
    element('related-activity', { ref: fundIdentifier, type: '1' }),
  )
}
