import { createHash, randomUUID } from 'node:crypto'
import { sql } from '@concert/db/testing/sql'
import { type LetterKind, type LetterRequest, letterKinds } from '@concert/domain/letter'
import { type Locale, locales } from '@concert/domain/locales'
import { formatMoneyInFile } from '@concert/messages/format-money'
import { beforeAll, describe, expect, test } from 'vitest'
import { aFund, allOf, anAnnouncement, aPayment, eur, type FundWorld, secretName, usd } from '../../testing/fund.ts'
import { openDocx } from '../../testing/letters.ts'
import { aWorld, type World } from '../../testing/world.ts'
import { downloadLetter, downloadLetters } from './download-letters.ts'

let world: World
let fund: FundWorld
/** EUR 1,000.00: EUR 600 overdue, of which EUR 100.20 came in; EUR 400 due in a week. */
let pledge: { id: string; reference: string }
let announcedOnly: { id: string; reference: string }
let payment: { reference: string }

const key = () => randomUUID()

beforeAll(async () => {
  world = await aWorld()
  fund = await aFund(world)
  const { fundManager } = world
  const instalments = [
    { dueOn: '2026-11-01', amount: eur(60_000) },
    { dueOn: '2026-12-01', amount: eur(40_000) },
  ]
  pledge = await fundManager.pledges.announce(
    anAnnouncement({ donorId: fund.donorId, amount: eur(100_000), instalments }),
  )
  await fundManager.pledges.formalise({
    pledgeId: pledge.id,
    formalisedOn: '2026-09-10',
    amount: eur(100_000),
    evidence: 'Exchange of letters of 10 September 2026',
    conditional: false,
    instalments: null,
    idempotencyKey: key(),
  })
  announcedOnly = await fundManager.pledges.announce(
    anAnnouncement({
      donorId: fund.donorId,
      amount: eur(5_000),
      instalments: [{ dueOn: '2026-10-15', amount: eur(5_000) }],
    }),
  )
  payment = await fundManager.payments.record(
    aPayment({
      donorId: fund.donorId,
      bankAccountId: fund.euros,
      amount: eur(15_020),
      fee: eur(250),
      allocations: [allOf(pledge.id, eur(10_020))],
    }),
  )
})

function requestFor(kind: LetterKind, language: Locale = 'en'): LetterRequest {
  switch (kind) {
    case 'receipt':
      return { kind, language, payment: payment.reference }
    case 'donor_statement':
      return { kind, language, donorId: fund.donorId, from: '2026-01-01', until: '2026-12-31' }
    case 'yearly_report':
      return { kind, language, donorId: fund.donorId, year: 2026 }
    case 'formalisation_request':
      return { kind, language, pledge: announcedOnly.reference }
    default:
      return { kind, language, pledge: pledge.reference }
  }
}

const make = (request: LetterRequest) => world.fundManager.letters.compose({ request, idempotencyKey: key() })
const managers = () => world.contextOf({ kind: 'system', name: 'test' })

async function fileOf(reference: string) {
  const { bytes, name } = await downloadLetter(managers(), reference)
  return { ...(await openDocx(bytes, `${reference}.docx`)), bytes, name }
}

describe.each(letterKinds)('%s', (kind) => {
  test.each(locales)('is a whole document in %s', async (language) => {
    const { reference } = await make(requestFor(kind, language))
    const file = await fileOf(reference)
    expect(file.text).toContain(reference)
    expect(file.text).toContain('Donor State A')
    expect(file.all).not.toMatch(/\{\w*\}|letters\.|undefined/)
    expect(file.body.includes('<w:bidi/>')).toBe(language === 'ar')
    expect(file.body.includes('<w:rtl/>')).toBe(language === 'ar')
    expect(file.text.length).toBeGreaterThan(300)
    const stored = await world.fundManager.letters.get({ reference, locale: 'en' })
    expect(stored.written.blocks.length).toBeGreaterThan(3)
    expect(createHash('sha256').update(file.bytes).digest('hex')).toBe(stored.sha256)
    expect(stored).toMatchObject({ kind, language, donorName: 'Donor State A', comparison: { state: 'same' } })
  })
})

const cellsOf = async (request: LetterRequest) => {
  const { blocks } = await world.fundManager.letters.preview(request)
  return blocks.flatMap((block) => (block.kind === 'table' ? [block.table.rows.map(({ cells }) => cells)] : []))
}

test('an amount in an Arabic letter is one run from left to right', async () => {
  const { reference } = await make(requestFor('reminder', 'ar'))
  const { body } = await fileOf(reference)
  const amount = formatMoneyInFile('ar', eur(49_980))
  expect(amount).toBe('EUR 499.80')
  const run = body.split('</w:r>').find((part) => part.includes(amount))
  expect(run).not.toContain('<w:rtl/>')
})

test('a receipt says what came in, the fee, what it paid and what waits, and foots', async () => {
  const [facts, uses] = await cellsOf(requestFor('receipt'))
  expect(facts).toEqual(
    expect.arrayContaining([
      ['Amount sent', 'EUR\u00a0150.20'],
      ['Bank’s fee', 'EUR\u00a02.50'],
      ['Credited to the fund’s account', 'EUR\u00a0147.70'],
    ]),
  )
  expect(uses).toEqual([
    [`${pledge.reference}, instalment 1`, '', 'EUR\u00a0100.20'],
    ['Not yet matched to a pledge', '', 'EUR\u00a050.00'],
    ['Total', '', 'EUR\u00a0150.20'],
  ])
})

test('a reminder lists only what is formalised and unpaid', async () => {
  expect(await cellsOf(requestFor('reminder'))).toEqual([
    [
      ['1', '1 November 2026', 'Overdue', 'EUR\u00a0499.80'],
      ['2', '1 December 2026', 'Falls due', 'EUR\u00a0400.00'],
      ['Total', '', '', 'EUR\u00a0899.80'],
    ],
  ])
})

test('a statement foots by pledge, by currency and in dollars, and keeps promises apart', async () => {
  const [pledges, dollars, payments] = await cellsOf(requestFor('donor_statement'))
  expect(pledges).toEqual([
    [pledge.reference, '0.00', '1,000.00', '1,000.00', '100.20', '0.00', '899.80'],
    [announcedOnly.reference, '0.00', '50.00', '0.00', '0.00', '0.00', '0.00'],
    ['Total in EUR', '0.00', '1,050.00', '1,000.00', '100.20', '0.00', '899.80'],
  ])
  // 1,000 ÷ 0.9; 100.20 came in at 0.8 and was owed at 0.9.
  expect(dollars).toEqual([
    ['Outstanding at the beginning', 'USD\u00a00.00'],
    ['Formalised', 'USD\u00a01,111.11'],
    ['Received', '-USD\u00a0125.25'],
    ['Written off', 'USD\u00a00.00'],
    ['Exchange differences', 'USD\u00a013.92'],
    ['Outstanding at the end', 'USD\u00a0999.78'],
    ['Announced in the period (a promise, in no sum above)', 'USD\u00a01,166.67'],
  ])
  expect(payments).toEqual([
    [payment.reference, '1 October 2026', 'EUR\u00a0150.20', 'USD\u00a0187.75'],
    ['Total', '', '', 'USD\u00a0187.75'],
  ])
})

test('a later period begins with what was outstanding', async () => {
  const [pledges] = await cellsOf({
    kind: 'donor_statement',
    language: 'en',
    donorId: fund.donorId,
    from: '2026-10-01',
    until: '2026-10-31',
  })
  expect(pledges).toEqual([
    [pledge.reference, '1,000.00', '0.00', '0.00', '100.20', '0.00', '899.80'],
    ['Total in EUR', '1,000.00', '0.00', '0.00', '100.20', '0.00', '899.80'],
  ])
})

test('a yearly report says what the donor gave beside what the fund received', async () => {
  const [given, all] = await cellsOf(requestFor('yearly_report'))
  expect(given).toEqual([
    ['EUR', '1,050.00', '1,000.00', '100.20'],
    ['Total in US dollars', '1,166.67', '1,111.11', '125.25'],
  ])
  expect(all).toEqual([
    ['Announced', 'USD\u00a01,166.67'],
    ['Formalised', 'USD\u00a01,111.11'],
    ['Received', 'USD\u00a0125.25'],
  ])
})

describe('refuses', () => {
  const preview = (request: LetterRequest) => world.fundManager.letters.preview(request)
  const about = (
    kind: 'reminder' | 'formalisation_request' | 'formalisation_confirmation' | 'acknowledgement',
    reference: string,
  ) => preview({ kind, language: 'en', pledge: reference })

  test('a reminder of a promise: nothing is due before it is formalised', async () => {
    await expect(about('reminder', announcedOnly.reference)).rejects.toThrow('letters.nothing_due_before_formalised')
  })

  test('to confirm what is not formalised, and to ask for what is', async () => {
    await expect(about('formalisation_confirmation', announcedOnly.reference)).rejects.toThrow('letters.not_formalised')
    await expect(about('formalisation_request', pledge.reference)).rejects.toThrow('letters.already_formalised')
  })

  test('to write about a withdrawn pledge, and keeps no letter of it', async () => {
    const withdrawn = await world.fundManager.pledges.announce(anAnnouncement({ donorId: fund.otherDonorId }))
    const { reference } = await world.fundManager.letters.compose({
      request: { kind: 'acknowledgement', language: 'en', pledge: withdrawn.reference },
      idempotencyKey: key(),
    })
    await world.fundManager.pledges.withdraw({
      pledgeId: withdrawn.id,
      on: '2026-11-20',
      reason: 'The donor wrote so',
      idempotencyKey: key(),
    })
    await expect(about('reminder', withdrawn.reference)).rejects.toThrow('letters.withdrawn')
    await expect(about('acknowledgement', withdrawn.reference)).rejects.toThrow('letters.withdrawn')
    const { comparison, written } = await world.fundManager.letters.get({ reference, locale: 'en' })
    expect(comparison).toMatchObject({ state: 'refused', refusal: { code: 'letters.withdrawn' } })
    expect(written.title).toContain(withdrawn.reference)
  })

  test('a reminder long before anything falls due', async () => {
    const early = await world.fundManager.pledges.announce(
      anAnnouncement({ donorId: fund.otherDonorId, instalments: [{ dueOn: '2027-03-01', amount: usd(100_000) }] }),
    )
    const formalise = (conditional: boolean, of: { id: string }) =>
      world.fundManager.pledges.formalise({
        pledgeId: of.id,
        formalisedOn: '2026-09-10',
        amount: usd(100_000),
        evidence: 'Agreement',
        conditional,
        instalments: null,
        idempotencyKey: key(),
      })
    await formalise(false, early)
    await expect(about('reminder', early.reference)).rejects.toThrow('letters.nothing_due_soon')
    const undated = await world.fundManager.pledges.announce(anAnnouncement({ donorId: fund.otherDonorId }))
    await formalise(false, undated)
    await expect(about('reminder', undated.reference)).rejects.toThrow('letters.no_schedule')
  })

  test('a reminder of what hangs on a condition', async () => {
    const onCondition = await world.fundManager.pledges.announce(
      anAnnouncement({
        donorId: fund.otherDonorId,
        condition: { kind: 'approval', matchPercent: null, note: null },
        instalments: [{ dueOn: '2026-10-01', amount: usd(100_000) }],
      }),
    )
    await world.fundManager.pledges.formalise({
      pledgeId: onCondition.id,
      formalisedOn: '2026-09-10',
      amount: usd(100_000),
      evidence: 'Agreement',
      conditional: true,
      instalments: null,
      idempotencyKey: key(),
    })
    await expect(about('reminder', onCondition.reference)).rejects.toThrow('letters.only_conditional')
    const { blocks } = await about('formalisation_confirmation', onCondition.reference)
    expect(JSON.stringify(blocks)).toContain('Nothing falls due until the agreed condition is met.')
  })

  test('a period that ends before it begins', async () => {
    const backwards = { ...requestFor('donor_statement'), from: '2026-12-31', until: '2026-01-01' } as LetterRequest
    await expect(preview(backwards)).rejects.toThrow('letters.period_backwards')
  })

  test('money reminders of what is no money, which can still be acknowledged', async () => {
    const inKind = await world.fundManager.pledges.announce({
      kind: 'in_kind',
      donorId: fund.otherDonorId,
      announcedOn: '2026-09-01',
      meetingId: null,
      earmarking: 'unearmarked',
      earmarkingNote: null,
      description: 'Two vehicles for shelters',
      valuation: null,
      valuedBy: null,
      idempotencyKey: key(),
    })
    await expect(about('reminder', inKind.reference)).rejects.toThrow('letters.not_money')
    expect(JSON.stringify(await about('acknowledgement', inKind.reference))).toContain('Two vehicles for shelters')
  })
})

test('the log says who made which letter for whom, and its file never changes', async () => {
  const { reference } = await make(requestFor('acknowledgement', 'fr'))
  expect(reference).toMatch(/^LTR-2026-\d{5}$/)
  const { rows } = await world.fundManager.letters.list({ text: reference, locale: 'en' })
  expect(rows).toMatchObject([
    { reference, kind: 'acknowledgement', language: 'fr', pledge: pledge.reference, madeBy: 'A fund_manager' },
  ])
  const before = await fileOf(reference)
  await world.fundManager.donors.addName({
    donorId: fund.donorId,
    name: { name: 'État donateur A', language: 'fr', role: 'main', since: null },
    idempotencyKey: key(),
  })
  const after = await fileOf(reference)
  expect(Buffer.from(after.bytes).equals(before.bytes)).toBe(true)
  expect(after.name).toBe(`${reference} Accusé de réception d’une annonce.docx`)
  const { comparison } = await world.fundManager.letters.get({ reference, locale: 'en' })
  expect(comparison.state).toBe('differs')
  expect(comparison.now?.addressee).toContain('État donateur A')
})

test('the same key makes one letter', async () => {
  const input = { request: requestFor('receipt'), idempotencyKey: key() }
  const first = await world.fundManager.letters.compose(input)
  expect(await world.fundManager.letters.compose(input)).toEqual(first)
  const { rows } = await sql<{
    n: number
  }>`select count(*) as n from letter where reference = ${first.reference}`.execute(world.db)
  expect(rows[0]?.n).toBe(1)
})

test('an anonymous donor’s name is in the file, and neither in the log, its name nor the audit trail', async () => {
  const own = await world.fundManager.pledges.announce(anAnnouncement({ donorId: fund.anonymousId }))
  const { reference } = await make({ kind: 'acknowledgement', language: 'en', pledge: own.reference })
  const file = await fileOf(reference)
  expect(file.text).toContain(secretName)
  expect(file.name).not.toContain(secretName)
  const { rows } = await world.fundManager.letters.list({ text: reference, locale: 'en' })
  expect(rows).toMatchObject([{ donorName: null }])
  expect(JSON.stringify(rows)).not.toContain(secretName)
  const found = await world.fundManager.letters.list({ text: secretName, locale: 'en' })
  expect(found.rows).toEqual([])
  const audited = await sql<{ values: string }>`
    select v.values from audit_value v join audit_row r on r.id = v.audit_id where r.subject_id = ${reference}`.execute(
    world.db,
  )
  expect(audited.rows).toHaveLength(1)
  expect(JSON.stringify(audited.rows)).not.toContain(secretName)
})

test('reminders for several pledges come in one go, as one archive, or not at all', async () => {
  const due = await world.fundManager.letters.due({ locale: 'en' })
  expect(due.map(({ reference }) => reference)).toEqual([pledge.reference])
  expect(due).toMatchObject([{ due: eur(89_980), window: 'overdue', dueOn: '2026-11-01', remindedOn: '2026-11-24' }])
  const many = (pledges: string[]) =>
    world.fundManager.letters.composeReminders({ pledges, language: 'es', idempotencyKey: key() })
  const { references } = await many([pledge.reference])
  const archive = await downloadLetters(managers(), references)
  expect(archive).toMatchObject({ type: 'application/zip', plainName: `${references[0]}-${references[0]}.zip` })
  const before = await world.fundManager.letters.list({ kind: 'reminder', locale: 'en' })
  await expect(many([pledge.reference, announcedOnly.reference])).rejects.toThrow('nothing_due_before_formalised')
  const after = await world.fundManager.letters.list({ kind: 'reminder', locale: 'en' })
  expect(after.total).toBe(before.total)
})
