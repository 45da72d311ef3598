import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BankListRow } from './bank-list.ts'
import { evidenceIn, nameIndexOf, referencesIn } from './bank-list-evidence.ts'
import { groundAfter, type MatchablePledge, proposeMatch } from './bank-list-matching.ts'

const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' })

const index = nameIndexOf([
  { donorId: 'A', name: 'Donor State A' },
  { donorId: 'A', name: 'État donateur A' },
  { donorId: 'A', name: 'Государство-донор A' },
  { donorId: 'A', name: '捐助国A' },
  { donorId: 'A', name: 'الدولة المانحة A' },
  { donorId: 'A', name: 'Estado donante A' },
  { donorId: 'AB', name: 'Donor State AB' },
  { donorId: 'B', name: 'Donor State B' },
  { donorId: 'F', name: 'Example Foundation' },
  { donorId: 'F2', name: 'Example Foundation 2' },
  { donorId: 'T', name: 'Twin Trust' },
  { donorId: 'T2', name: 'Twin Trust' },
  { donorId: 'UK', name: 'UK' },
])

const pledge = (over: Partial<MatchablePledge> & { id: string; donorId: string }): MatchablePledge => ({
  reference: `PLG-2026-0000${over.id}`,
  outstanding: eur(100_00),
  promised: eur(0),
  instalments: [
    { id: `${over.id}-1`, position: 1, dueOn: '2026-03-31', open: eur(40_00) },
    { id: `${over.id}-2`, position: 2, dueOn: '2026-09-30', open: eur(35_00) },
    { id: `${over.id}-3`, position: 3, dueOn: '2027-03-31', open: eur(25_00) },
  ],
  ...over,
})
const ground = [
  pledge({ id: '1', donorId: 'A' }),
  pledge({ id: '2', donorId: 'B', outstanding: eur(77_00), instalments: [] }),
  pledge({ id: '3', donorId: 'B', outstanding: eur(0), promised: eur(12_00), instalments: [] }),
  pledge({ id: '4', donorId: 'B', outstanding: eur(0), instalments: [] }),
]

const row = (over: Partial<BankListRow>): BankListRow => ({
  line: 2,
  receivedOn: '2026-03-20',
  amount: eur(40_00),
  bankReference: 'BANK 1',
  sender: '',
  text: '',
  ...over,
})
const propose = (over: Partial<BankListRow>, on = ground) => {
  const one = row(over)
  return proposeMatch(one, evidenceIn(one, index), on)
}
const said = (over: Partial<BankListRow>) => {
  const { donorId, allocations, reasons, questions } = propose(over)
  return {
    donorId,
    pays: allocations.map(({ pledgeId, position, amount }) => [pledgeId, position, amount.amountMinor]),
    because: reasons.map(({ kind }) => kind),
    asks: questions.map(({ kind }) => kind),
  }
}

describe('a line is matched', () => {
  test.each([
    ['by its sender in English', 'DONOR STATE A, TREASURY'],
    ['by its sender in French without accents', 'ETAT DONATEUR A'],
    ['by its sender in Russian', 'ГОСУДАРСТВО ДОНОР A'],
    ['by its sender in Chinese', '付款人：捐助国A财政部'],
    ['by its sender in Arabic with vowel signs', 'الدَّوْلَة المانِحة A'],
    ['by its sender in Spanish', 'Estado  Donante-A'],
  ])('%s', (_, sender) => {
    expect(said({ sender })).toEqual({
      donorId: 'A',
      pays: [['1', 1, 4000]],
      because: ['donor_in_sender', 'equals_instalment', 'due_within'],
      asks: [],
    })
  })

  test.each([
    [
      'by the reference of a pledge',
      { text: 'voluntary contribution plg 2026/00001', amount: eur(10_00) },
      [['1', null, 1000]],
    ],
    ['by a name in the text', { text: 'on behalf of Donor State A' }, [['1', 1, 4000]]],
    ['with an instalment that is not the oldest', { sender: 'Donor State A', amount: eur(35_00) }, [['1', 2, 3500]]],
    [
      'with several instalments that make it up',
      { sender: 'Donor State A', amount: eur(60_00) },
      [
        ['1', 2, 3500],
        ['1', 3, 2500],
      ],
    ],
    ['with all that is outstanding', { sender: 'Donor State A', amount: eur(100_00) }, [['1', null, 10000]]],
    ['with all that was only promised', { sender: 'Donor State B', amount: eur(12_00) }, [['3', null, 1200]]],
    ['with a donor alone when no pledge fits', { sender: 'Donor State A', amount: eur(41_00) }, []],
  ])('%s', (_, over, pays) => {
    const found = said(over)
    expect(found.donorId).toMatch(/^[AB]$/)
    expect(found.pays).toEqual(pays)
    expect(found.because.length).toBeGreaterThan(0)
  })
})

describe('nothing is proposed, and the reason is given', () => {
  test.each([
    ['for an empty sender and text', {}, 'no_donor'],
    ['for another donor’s equal amount', { sender: 'Somebody Else', amount: eur(77_00) }, 'no_donor'],
    ['for a name that is part of a longer word', { sender: 'Donor State ABC' }, 'no_donor'],
    ['for a name too short to prove anything', { sender: 'UK OFFICE' }, 'no_donor'],
    ['for the reference of a pledge that is not there', { text: 'PLG-2026-00099' }, 'no_donor'],
    ['for two donors in one line', { sender: 'Donor State A', text: 'for Donor State B' }, 'several_donors'],
    ['for two donors of one name', { sender: 'Twin Trust' }, 'several_donors'],
    [
      'for a sender whose text names another donor’s pledge',
      { sender: 'Donor State A', text: 'PLG-2026-00002' },
      'several_donors',
    ],
    ['for references of two donors', { text: 'PLG-2026-00001 PLG-2026-00002' }, 'several_donors'],
  ])('%s', (_, over, question) => {
    expect(said(over)).toEqual({ donorId: null, pays: [], because: [], asks: [question] })
  })

  test('between two pledges that fit alike', () => {
    const two = [pledge({ id: '1', donorId: 'A' }), pledge({ id: '5', donorId: 'A' })]
    expect(propose({ sender: 'Donor State A' }, two)).toMatchObject({
      donorId: 'A',
      allocations: [],
      questions: [{ kind: 'several_pledges_fit', params: { references: 'PLG-2026-00001, PLG-2026-00005', count: 2 } }],
    })
  })

  test('for a pledge that is closed, in another currency, or less than what came', () => {
    expect(propose({ text: 'PLG-2026-00004' })).toMatchObject({
      allocations: [],
      questions: [{ kind: 'pledge_closed' }],
    })
    const dollars = { amountMinor: 5000, currency: 'USD' }
    expect(propose({ text: 'PLG-2026-00001', amount: dollars })).toMatchObject({
      donorId: 'A',
      allocations: [],
      questions: [{ kind: 'pledge_other_currency', params: { currency: 'EUR' } }],
    })
    expect(propose({ text: 'PLG-2026-00001', amount: eur(130_00) })).toMatchObject({
      allocations: [{ amount: eur(100_00) }],
      questions: [{ kind: 'rest_unallocated', params: { amount: '30.00' } }],
    })
    expect(propose({ sender: 'Example Foundation 2' })).toMatchObject({
      donorId: 'F2',
      questions: [{ kind: 'no_open_pledge' }],
    })
  })
})

test('a second line for the same instalment finds it paid', () => {
  const first = propose({ sender: 'Donor State A' })
  const second = propose({ sender: 'Donor State A' }, [...groundAfter(ground, first)])
  expect(first.allocations).toMatchObject([{ position: 1 }])
  expect(second).toMatchObject({ donorId: 'A', allocations: [], questions: [{ kind: 'no_pledge_fits' }] })
  const outstanding = groundAfter(ground, first).find(({ id }) => id === '1')
  expect(outstanding).toMatchObject({ outstanding: eur(60_00), instalments: [{ position: 2 }, { position: 3 }] })
})

test('reads references of pledges however they are spaced', () => {
  expect(referencesIn('PLG-2026-00012 plg202600013, plg 2026 00012; XPLG-2026-00014 PLG-26-1')).toEqual([
    'PLG-2026-00012',
    'PLG-2026-00013',
  ])
})

test('never proposes more than came in or more than is open, nor anything twice', () => {
  const sender = fc.constantFrom('', 'Donor State A', 'Donor State B', 'Donor State A and Donor State B', '捐助国A')
  const text = fc.constantFrom('', 'PLG-2026-00001', 'PLG-2026-00002 PLG-2026-00003', 'Donor State B')
  const rows = fc.array(
    fc.record({ sender, text, minor: fc.constantFrom(1, 1200, 2500, 3500, 4000, 6000, 7700, 10_000, 99_999) }),
  )
  fc.assert(
    fc.property(rows, (lines) => {
      let open: typeof ground | readonly MatchablePledge[] = ground
      for (const { sender: from, text: words, minor } of lines) {
        const one = row({ sender: from, text: words, amount: eur(minor) })
        const proposal = proposeMatch(one, evidenceIn(one, index), open)
        expect(proposeMatch(one, evidenceIn(one, index), open)).toEqual(proposal)
        const used = proposal.allocations.reduce((total, { amount }) => total + amount.amountMinor, 0)
        expect(used).toBeLessThanOrEqual(minor)
        if (from === '' && words === '') expect(proposal.donorId).toBeNull()
        open = groundAfter(open, proposal)
        for (const { outstanding, promised, instalments } of open) {
          expect(Math.min(outstanding.amountMinor, promised.amountMinor)).toBeGreaterThanOrEqual(0)
          expect(instalments.every((part) => part.open.amountMinor > 0)).toBe(true)
        }
      }
    }),
  )
})
