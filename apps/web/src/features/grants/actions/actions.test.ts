import type { GrantStory } from '@concert/domain/grant-views'
import { expect, test } from 'vitest'
import { actionsFor } from './actions.ts'

const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' })

function aStory(over: object, standing: Partial<Record<keyof GrantStory['standing'], number>> = {}): GrantStory {
  const of = (part: keyof GrantStory['standing']) => usd(standing[part] ?? 0)
  return {
    id: '1',
    reference: 'GRA-2026-00001',
    title: 'Legal aid',
    call: { id: '1', title: 'Call' },
    grantee: { id: '1', name: 'Shelter', kind: 'non_governmental' },
    placeCode: '404',
    aidKinds: ['legal'],
    visibility: 'public',
    life: 'proposed',
    amount: usd(100),
    disbursed: usd(0),
    payable: usd(0),
    asked: usd(100),
    approved: null,
    proposedOn: '2026-01-01',
    from: null,
    until: null,
    doNoHarmNote: null,
    advice: null,
    decision: null,
    awaitsSignature: false,
    awardedOn: null,
    standing: {
      awarded: of('awarded'),
      cut: of('cut'),
      disbursed: of('disbursed'),
      payable: of('payable'),
      refunded: of('refunded'),
    },
    instalments: [],
    reports: [],
    entries: [],
    ...over,
  }
}

const advice = { advice: 'recommended', on: '2026-02-01', note: null }
const decision = { decision: 'approved', on: '2026-03-01', note: null }

test.each([
  ['a proposal is advised on', aStory({}), 'advise'],
  ['an advised one is decided', aStory({ advice }), 'decide'],
  ['a declined one can be decided anew', aStory({ advice, decision: { ...decision, decision: 'declined' } }), 'decide'],
  ['an approved one is awarded', aStory({ advice, decision }), 'award'],
  [
    'an award that waits for its second officer is left alone',
    aStory({ advice, decision, awaitsSignature: true }),
    'visibility',
  ],
  ['an awarded one is paid', aStory({ advice, decision }, { awarded: 100, payable: 100 }), 'disburse'],
  ['a paid one may come back', aStory({ advice, decision }, { awarded: 100, disbursed: 100 }), 'refund'],
  [
    'what came back whole can only be shown or hidden',
    aStory({}, { awarded: 100, disbursed: 9, refunded: 9 }),
    'visibility',
  ],
])('%s', (_, story, first) => {
  expect(actionsFor(story)[0]).toBe(first)
})
