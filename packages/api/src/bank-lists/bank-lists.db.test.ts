import { randomUUID } from 'node:crypto'
import { sql } from '@concert/db/testing/sql'
import type { BankListConfirmation, BankListDecision } from '@concert/domain/bank-list'
import { beforeAll, describe, expect, test } from 'vitest'
import { aFund, allOf, anAnnouncement, aPayment, eur, usd } from '../../testing/fund.ts'
import { aWorld } from '../../testing/world.ts'
import { runChecks } from '../checks/run-checks.ts'
import { confirmBankList } from './confirm-bank-list.ts'
import { previewBankList } from './preview-bank-list.ts'

const world = await aWorld()
const { fundManager, db } = world
const { donorId, otherDonorId, anonymousId, dollars, euros } = await aFund(world)
const officer = world.contextOf({
  kind: 'person',
  userId: randomUUID(),
  name: 'An officer',
  agencyId: null,
  roles: ['fund_manager'],
})
const pledge = await fundManager.pledges.announce(
  anAnnouncement({
    donorId,
    amount: usd(100_000),
    instalments: [
      { dueOn: '2026-10-31', amount: usd(60_000) },
      { dueOn: '2027-10-31', amount: usd(40_000) },
    ],
  }),
)

const header = 'date received,amount,currency,bank reference,sender,text'
const aList = (...lines: string[]) => ({
  name: 'list.csv',
  bytes: new TextEncoder().encode([header, ...lines].join('\n')),
})
const aConfirmation = (
  over: Partial<Omit<BankListConfirmation, 'sum'>> & { sum: BankListConfirmation['sum'] },
): BankListConfirmation => ({ bankAccountId: dollars, count: 1, decisions: [], idempotencyKey: randomUUID(), ...over })
const book = (line: number, over: Partial<Extract<BankListDecision, { decision: 'book' }>> = {}): BankListDecision => ({
  decision: 'book',
  line,
  donorId,
  allocations: [],
  lookAlikeReason: null,
  ...over,
})
const leaveOut = (line: number, reason = 'Not for this fund'): BankListDecision => ({
  decision: 'leave_out',
  line,
  reason,
})

interface Books {
  entries: number
  payments: number
  lists: number
  audits: number
}
async function books(): Promise<Books> {
  const { rows } = await sql<Books>`
    select (select count(*)::int from journal_entry) entries, (select count(*)::int from payment) payments,
      (select count(*)::int from bank_list) lists, (select count(*)::int from audit_row) audits`.execute(db)
  const [row] = rows
  if (!row) throw new Error('no row')
  return row
}

describe('a preview', () => {
  beforeAll(async () => {
    await fundManager.payments.record(
      aPayment({
        donorId: otherDonorId,
        bankAccountId: dollars,
        amount: usd(777),
        receivedOn: '2026-11-02',
        bankReference: 'SEEN 1',
      }),
    )
  })

  test('says of each line what it is, with the reasons, and writes nothing', async () => {
    const before = await books()
    const preview = await previewBankList(
      officer,
      aList(
        '2026-11-02,7.77,USD,SEEN 1,DONOR STATE B,',
        '2026-11-03,7.77,USD,NEW 1,DONOR STATE B,',
        '2026-11-04,600,USD,NEW 2,Donor-State A,',
        `2026-11-05,100,USD,NEW 3,SOMEBODY,for ${pledge.reference.toLowerCase()}`,
        '2026-11-06,600,USD,NEW 4,,',
        '2026-11-05,600,USD,NEW 5,Donor State A,',
      ),
      dollars,
    )
    expect(preview).toMatchObject({ refusals: [], totals: { count: 6, sum: usd(191_554) }, confirmedBefore: null })
    expect(preview.rows.map(({ line, state, donorName }) => [line, state, donorName])).toEqual([
      [2, 'booked_already', null],
      [3, 'looks_like', 'Donor State B'],
      [4, 'matched', 'Donor State A'],
      [5, 'matched', 'Donor State A'],
      [6, 'not_matched', null],
      [7, 'looks_like', 'Donor State A'],
    ])
    expect(preview.rows[1]?.looksLike.payments).toHaveLength(1)
    expect(preview.rows[2]?.proposal).toMatchObject({
      allocations: [{ reference: pledge.reference, position: 1, amount: usd(60_000) }],
      reasons: [{ kind: 'donor_in_sender' }, { kind: 'equals_instalment', params: { position: 1 } }],
    })
    expect(preview.rows[3]?.proposal).toMatchObject({ reasons: [{ kind: 'pledge_reference' }], score: 60 })
    expect(preview.rows[4]?.proposal).toMatchObject({ donorId: null, questions: [{ kind: 'no_donor' }] })
    expect(preview.rows[5]).toMatchObject({ looksLike: { payments: [], lines: [4] }, proposal: { allocations: [] } })
    expect(await books()).toEqual(before)
  })

  test('finds no donor by the name of an anonymous one for anybody but a fund manager', async () => {
    const list = aList('2026-11-04,5,USD,NEW 9,Zebulon Secretname,')
    expect((await previewBankList(officer, list, dollars)).rows[0]?.proposal.donorId).toBe(anonymousId)
    const anyone = world.contextOf({ kind: 'anonymous' })
    await expect(previewBankList(anyone, list, dollars)).rejects.toThrow('errors.not_found')
  })

  test('says what keeps a line from being booked: a day to come, no rate', async () => {
    const tomorrow = await previewBankList(officer, aList('2026-11-25,5,USD,N 1,,'), dollars)
    expect(tomorrow.rows[0]?.obstacle).toMatchObject({ column: 'date received', code: 'journal.date_in_future' })
    const unrated = await previewBankList(officer, aList('2020-01-01,5,EUR,N 1,,'), euros)
    expect(unrated.rows[0]?.obstacle).toMatchObject({ column: 'amount', code: 'fund.rate_missing' })
  })

  test('of a file with one bad line names it and offers nothing to confirm', async () => {
    const list = aList('2026-11-04,5,USD,N 1,A,', '2026-11-04,"1.234,50",USD,N 2,A,')
    const preview = await previewBankList(officer, list, dollars)
    expect(preview).toMatchObject({
      rows: [],
      refusals: [{ line: 3, column: 'amount', code: 'fund.amount_separators' }],
    })
    const answer = await confirmBankList(officer, list, aConfirmation({ sum: usd(500), decisions: [book(2)] }))
    expect(answer).toMatchObject({ confirmed: null, refusals: [{ line: 3 }] })
  })
})

describe('a confirmation', () => {
  test('books what was decided, keeps the list with the reason of what was left out, and answers a repeat the same', async () => {
    const list = aList('2026-11-10,600,USD,CONF 1,Donor State A,', '2026-11-11,5,USD,CONF 2,Bank,Charge back')
    const confirmation = aConfirmation({
      count: 2,
      sum: usd(60_500),
      decisions: [book(2, { allocations: [allOf(pledge.id, usd(60_000))] }), leaveOut(3, 'The bank’s own correction')],
    })
    const answer = await confirmBankList(officer, list, confirmation)
    expect(answer).toMatchObject({ confirmed: { booked: 1, bookedAlready: 0, leftOut: 1 } })
    const after = await books()
    expect(await confirmBankList(officer, list, confirmation)).toEqual(answer)
    expect(await books()).toEqual(after)

    const story = await fundManager.pledges.story({ reference: pledge.reference, locale: 'en' })
    expect(story).toMatchObject({ received: usd(60_000), outstanding: usd(0), notYetFormalised: usd(40_000) })
    const { rows } = await fundManager.bankLists.list({})
    expect(rows[0]).toMatchObject({
      fileName: 'list.csv',
      by: 'An officer',
      totals: { count: 2, sum: usd(60_500) },
      booked: 1,
      leftOut: 1,
    })
    const shown = await fundManager.bankLists.show({ id: rows[0]?.id ?? '' })
    expect(shown.rows).toMatchObject([
      { line: 2, outcome: 'booked', reason: null },
      { line: 3, outcome: 'left_out', payment: null, reason: 'The bank’s own correction' },
    ])

    const again = await previewBankList(officer, list, dollars)
    expect(again).toMatchObject({ confirmedBefore: { id: rows[0]?.id }, rows: [{ state: 'booked_already' }, {}] })
    const second = await confirmBankList(officer, list, {
      ...confirmation,
      decisions: [leaveOut(3)],
      idempotencyKey: randomUUID(),
    })
    expect(second).toMatchObject({ confirmed: { booked: 0, bookedAlready: 1, leftOut: 1 } })
  })

  test('is refused when the bank’s own totals are others, and when a key is used for another decision', async () => {
    const list = aList('2026-11-12,5,USD,TOT 1,A,', '2026-11-12,6,USD,TOT 2,A,')
    const before = await books()
    for (const stated of [
      { count: 2, sum: usd(1_101) },
      { count: 3, sum: usd(1_100) },
      { count: 2, sum: eur(1_100) },
    ]) {
      const confirmation = aConfirmation({ ...stated, decisions: [book(2), book(3)] })
      await expect(confirmBankList(officer, list, confirmation)).rejects.toMatchObject({
        code: 'bankLists.totals_differ',
      })
    }
    expect(await books()).toEqual(before)
  })

  test('names every line that is refused and its column, and books none of the others', async () => {
    const list = aList(
      '2026-11-13,5,USD,BAD 1,A,',
      '2026-11-25,5,USD,BAD 2,A,',
      '2026-11-13,5,USD,BAD 3,A,',
      '2026-11-13,5,USD,CONF 1,A,',
      '2026-11-13,5,USD,BAD 5,A,',
      '2026-11-13,500,USD,BAD 6,A,',
      '2026-11-13,5,USD,,A,',
      '2026-11-14,5,USD,,A,',
    )
    const before = await books()
    const answer = await confirmBankList(
      officer,
      list,
      aConfirmation({
        count: 8,
        sum: usd(53_500),
        decisions: [
          book(2),
          book(3),
          book(5),
          book(6, { donorId: randomUUID() }),
          book(7, { allocations: [allOf(pledge.id, usd(50_000))] }),
          book(8),
          book(9),
        ],
      }),
    )
    expect(answer.confirmed).toBeNull()
    expect(answer.refusals.map(({ line, column, code }) => [line, column, code])).toEqual([
      [3, 'date received', 'journal.date_in_future'],
      [4, null, 'bankLists.undecided'],
      [5, 'bank reference', 'payments.bank_reference_taken'],
      [6, null, 'errors.not_found'],
      [7, null, 'payments.more_than_pledged'],
      [8, null, 'payments.looks_alike'],
      [9, null, 'payments.looks_alike'],
    ])
    expect(await books()).toEqual(before)
  })

  test('refuses lines of a closed period and without a rate, and books nothing', async () => {
    await sql`insert into closed_period (until_on, closed_by) values ('2026-08-31', 'Test')`.execute(db)
    const before = await books()
    const closed = aList('2026-08-31,5,USD,CLOSED 1,A,')
    expect(
      await confirmBankList(officer, closed, aConfirmation({ sum: usd(500), decisions: [book(2)] })),
    ).toMatchObject({
      refusals: [{ line: 2, column: 'date received', code: 'journal.period_closed', params: { until: '2026-08-31' } }],
    })
    world.clock.now = new Date('2027-06-01T09:00:00Z')
    const unrated = aList('2027-05-31,5,EUR,UNRATED 1,A,')
    const confirmation = aConfirmation({ bankAccountId: euros, sum: eur(500), decisions: [book(2)] })
    expect(await confirmBankList(officer, unrated, confirmation)).toMatchObject({
      refusals: [{ line: 2, column: 'amount', code: 'fund.rate_missing' }],
    })
    world.clock.now = new Date('2026-11-24T09:00:00Z')
    expect(await books()).toEqual(before)
  })

  test('of two officers at once books each payment once', async () => {
    const lines = Array.from({ length: 5 }, (_, index) => `2026-11-16,${index + 1}00,USD,RACE ${index},Donor State B,`)
    const decisions = lines.map((_, index) => book(index + 2, { donorId: otherDonorId }))
    const confirm = () =>
      confirmBankList(officer, aList(...lines), aConfirmation({ count: 5, sum: usd(150_000), decisions }))
    const answers = await Promise.all([confirm(), confirm()])
    expect(answers.filter(({ confirmed }) => confirmed !== null)).toHaveLength(1)
    expect(answers.find(({ confirmed }) => confirmed === null)?.refusals).toHaveLength(5)
    const { rows } = await sql<{
      n: number
    }>`select count(*)::int n from payment where bank_reference like 'RACE %'`.execute(db)
    expect(rows).toEqual([{ n: 5 }])
  })
})

test('keeps what was confirmed: no line is changed or taken out afterwards', async () => {
  await expect(sql`update bank_list_row set reason = 'Other'`.execute(db)).rejects.toThrow('append-only')
  await expect(sql`delete from bank_list`.execute(db)).rejects.toThrow('append-only')
})

test('leaves the books whole: every standing check holds', async () => {
  const found = (await runChecks(officer)).filter(({ id, ok }) => !ok && !id.startsWith('audit.'))
  expect(found).toEqual([])
})

test('reads five thousand lines without holding up other requests', { timeout: 60_000 }, async () => {
  const lines = Array.from(
    { length: 5_000 },
    (_, index) =>
      `2026-11-${String(1 + (index % 20)).padStart(2, '0')},${index + 1},USD,LONG ${index},${index % 2 ? 'Donor State A' : 'Somebody'},`,
  )
  let longest = 0
  let last = performance.now()
  const watch = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 5)
  const began = performance.now()
  const preview = await previewBankList(officer, aList(...lines), dollars)
  clearInterval(watch)
  expect(preview.rows).toHaveLength(5_000)
  expect(performance.now() - began).toBeLessThan(10_000)
  expect(longest).toBeLessThan(1_000)
})
