import { randomUUID } from 'node:crypto'
import type { World } from '@concert/api/testing/callers'
import { allOf, anAnnouncement, aPayment, eur, usd } from '@concert/api/testing/fund'
import { anOffice } from '@concert/api/testing/fund-model/officers'

/** A request that the books must not take, how that is called, and the field at which it is said, if it is at one. */
export interface BadRequest {
  what: string
  send: () => Promise<unknown>
  code: string
  field: string | null
}

const on = '2026-11-10'
const key = () => ({ idempotencyKey: randomUUID() })

/** A small fund with a closed period, a withdrawn pledge, an old rate and an open request, and what is wrong in it. */
export async function badRequestsOn(world: World): Promise<BadRequest[]> {
  const { one, other, donors, accounts } = await anOffice(world)
  const [donorId, otherDonorId] = [donors[0] ?? '', donors[1] ?? '']
  const [dollars, euros] = [accounts.USD ?? '', accounts.EUR ?? '']
  const announcing = (over: object) => anAnnouncement({ donorId, announcedOn: on, ...over })
  const paying = (over: object) => aPayment({ donorId, bankAccountId: dollars, receivedOn: on, ...over })
  const announced = (what: string, over: object, code: string, field: string | null): BadRequest => ({
    what,
    send: () => one.pledges.announce(announcing(over)),
    code,
    field,
  })
  const paid = (what: string, over: object, code: string, field: string | null): BadRequest => ({
    what,
    send: () => one.payments.record(paying(over)),
    code,
    field,
  })
  const rated = (unitsPerUsd: string): BadRequest => ({
    what: `a rate of “${unitsPerUsd}”`,
    send: () => one.rates.record({ currency: 'EUR', on, unitsPerUsd, source: 'Test', ...key() }),
    code: 'fund.rate_unreadable',
    field: 'unitsPerUsd',
  })

  await one.rates.record({ currency: 'SEK', on: '2026-08-15', unitsPerUsd: '9.4', source: 'Test', ...key() })
  const withdrawn = await one.pledges.announce(announcing({}))
  await one.pledges.withdraw({ pledgeId: withdrawn.id, on, reason: 'Letter', ...key() })
  const first = announcing({})
  const pledge = await one.pledges.announce(first)
  const formalising = {
    pledgeId: pledge.id,
    formalisedOn: on,
    evidence: 'Letters',
    conditional: false,
    instalments: null,
  }
  await one.pledges.formalise({ ...formalising, amount: usd(50_000), ...key() })
  const known = paying({ bankReference: 'KNOWN', amount: usd(77_700) })
  const payment = await one.payments.record(known)
  const writingOff = { pledgeId: pledge.id, on, amount: usd(100), reason: 'Hopeless' }
  const asked = await one.pledges.writeOff({ ...writingOff, ...key() })
  const mistake = await one.treasury.recordInterest({
    bankAccountId: dollars,
    amount: usd(5),
    on,
    document: 'D',
    ...key(),
  })
  const reversing = { number: mistake.entryNumber, on, reason: 'Mistake' }
  const request = await one.journal.reverse({ ...reversing, ...key() })
  const reversal = await other.signatures.confirm({ id: request.id, ...key() })
  await one.periods.close({ until: '2026-08-31', ...key() })

  return [
    announced(
      'half a yen',
      { amount: { amountMinor: 100.5, currency: 'JPY' } },
      'errors.invalid_type',
      'amount.amountMinor',
    ),
    announced('more than 10^15', { amount: usd(10 ** 15 + 1) }, 'errors.too_big', 'amount.amountMinor'),
    announced('more dollars than 10^15', { amount: eur(10 ** 15) }, 'fund.amount_too_large', 'amount'),
    announced('nothing', { amount: usd(0) }, 'errors.too_small', 'amount.amountMinor'),
    announced('less than nothing', { amount: usd(-1) }, 'errors.too_small', 'amount.amountMinor'),
    announced('no number', { amount: usd(Number.NaN) }, 'errors.invalid_type', 'amount.amountMinor'),
    announced('gold', { amount: { amountMinor: 1, currency: 'XAU' } }, 'fund.currency_unknown', 'amount.currency'),
    announced(
      'a former currency',
      { amount: { amountMinor: 1, currency: 'HRK' } },
      'fund.currency_not_active',
      'amount',
    ),
    announced('no rate', { amount: { amountMinor: 1, currency: 'CHF' } }, 'fund.rate_missing', 'amount'),
    announced('a rate of 87 days ago', { amount: { amountMinor: 1, currency: 'SEK' } }, 'fund.rate_missing', 'amount'),
    announced('a closed period', { announcedOn: '2026-08-31' }, 'journal.period_closed', 'announcedOn'),
    announced('tomorrow', { announcedOn: '2026-11-25' }, 'journal.date_in_future', 'announcedOn'),
    announced('30 February', { announcedOn: '2026-02-30' }, 'errors.invalid_format', 'announcedOn'),
    announced(
      'instalments that do not add up',
      { instalments: [{ dueOn: '2027-01-01', amount: usd(1) }] },
      'pledges.instalments_sum',
      'instalments',
    ),
    announced('the same key with another body', { ...first, amount: usd(1) }, 'errors.key_reused', null),
    announced('an unknown donor', { donorId: randomUUID() }, 'errors.not_found', null),
    paid(
      'for a withdrawn pledge',
      { allocations: [allOf(withdrawn.id, usd(1))] },
      'payments.pledge_closed',
      'allocations',
    ),
    paid(
      'for more than was pledged',
      { amount: usd(200_000), allocations: [allOf(pledge.id, usd(100_001))] },
      'payments.more_than_pledged',
      'allocations',
    ),
    paid(
      'for another donor’s pledge',
      { donorId: otherDonorId, allocations: [allOf(pledge.id, usd(1))] },
      'payments.other_donor',
      'allocations',
    ),
    paid(
      'a bank reference that is taken',
      { bankReference: 'KNOWN' },
      'payments.bank_reference_taken',
      'bankReference',
    ),
    paid('a look-alike', { bankReference: null, amount: usd(77_700) }, 'payments.looks_alike', 'lookAlikeReason'),
    paid('a fee of all of it', { fee: usd(50_000) }, 'payments.fee', 'fee'),
    paid('on an account in euro', { bankAccountId: euros }, 'payments.bank_account_currency', 'bankAccountId'),
    paid('in a closed period', { receivedOn: '2026-08-20' }, 'journal.period_closed', 'receivedOn'),
    {
      what: 'writing off more than is owed',
      send: () => one.pledges.writeOff({ ...writingOff, amount: usd(50_001), ...key() }),
      code: 'pledges.more_than_owed',
      field: 'amount',
    },
    {
      what: 'confirming what one asked for',
      send: () => one.signatures.confirm({ id: asked.id, ...key() }),
      code: 'signatures.same_person',
      field: null,
    },
    {
      what: 'reversing a reversal',
      send: () => one.journal.reverse({ ...reversing, number: reversal.entryNumber, ...key() }),
      code: 'journal.is_reversal',
      field: null,
    },
    {
      what: 'reversing twice',
      send: () => one.journal.reverse({ ...reversing, ...key() }),
      code: 'journal.reversed_already',
      field: null,
    },
    {
      what: 'refunding more than is left',
      send: () =>
        one.payments.refund({
          paymentId: payment.id,
          on,
          amount: usd(77_701),
          reason: 'Letter',
          bankAccountId: dollars,
          ...key(),
        }),
      code: 'payments.more_than_unallocated',
      field: 'amount',
    },
    {
      what: 'spending more than is there',
      send: () => one.treasury.recordSupportCost({ bankAccountId: euros, amount: eur(1), on, document: 'D', ...key() }),
      code: 'treasury.more_than_held',
      field: 'amount',
    },
    ...['0', '-1', '1e3', '1,5', '', '٠٫٩'].map(rated),
    {
      what: 'a rate of the dollar',
      send: () => one.rates.record({ currency: 'USD', on, unitsPerUsd: '1.1', source: 'Test', ...key() }),
      code: 'fund.rate_of_dollar',
      field: 'currency',
    },
    {
      what: 'closing what is still to come',
      send: () => one.periods.close({ until: '2026-12-31', ...key() }),
      code: 'periods.in_future',
      field: 'until',
    },
  ]
}
