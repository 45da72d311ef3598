import { randomUUID } from 'node:crypto'
import { postEntries } from '@concert/db/journal'
import { readReconciliationState, sumReconciliationStates } from '@concert/db/reconciliation'
import { sql } from '@concert/db/testing/sql'
import { interestEntry, openingEntry } from '@concert/domain/journal/treasury-entries'
import { directionOf, extractKinds } from '@concert/domain/reconciliation'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aFund, usd } from '../../testing/fund.ts'
import { aWorld } from '../../testing/world.ts'
import { runChecks } from '../checks/run-checks.ts'
import { bookingOf } from '../journal/booking.ts'
import { inTransaction } from '../transaction.ts'
import { importExtract } from './import-extract.ts'

const world = await aWorld()
const { dollars } = await aFund(world)
const officer = world.contextOf({
  ...{ kind: 'person', userId: randomUUID(), name: 'An officer', agencyId: null },
  roles: ['fund_manager'],
})
const dollar = { currency: 'USD', on: '2020-01-01', unitsPerUsd: '1', source: 'USD' }

const entries = fc.array(
  fc.record({
    kind: fc.constantFrom('interest', 'opening'),
    day: fc.integer({ min: 1, max: 28 }),
    cents: fc.integer({ min: 1, max: 4 }),
    document: fc.integer({ min: 1, max: 12 }),
  }),
  { maxLength: 8 },
)
const rows = fc.uniqueArray(
  fc.record({
    document: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    kind: fc.constantFrom('INTEREST', 'INTEREST', ...extractKinds),
    cents: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: -3, max: -1 })),
  }),
  { maxLength: 8, minLength: 1, selector: (row) => row.document },
)
const pad = (n: number) => String(n).padStart(2, '0')

test('every row and item is in exactly one state, and the states add up to both sides', {
  timeout: 120_000,
}, async () => {
  let round = 0
  let day = Date.UTC(2021, 0, 1)
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(entries, rows), { minLength: 1, maxLength: 2 }), async (months) => {
      round += 1
      for (const [someEntries, someRows] of months) {
        // Each extract has a month of its own, sometimes with a month before it that none covers.
        const month = new Date(day).toISOString().slice(0, 7)
        day = Date.UTC(new Date(day).getUTCFullYear(), new Date(day).getUTCMonth() + 1 + (round % 2), 1)
        await inTransaction(officer, (trx) =>
          postEntries(
            trx,
            bookingOf(officer, null),
            someEntries.map(({ kind, day: on, cents, document }) =>
              kind === 'interest'
                ? interestEntry(dollars, usd(cents), `${month}-${pad(on)}`, dollar, `${round} ${document}`)
                : openingEntry(dollars, usd(cents), `${month}-${pad(on)}`, dollar, 'Opening'),
            ),
          ),
        )
        const lines = someRows.map(({ document, day: on, kind, cents }) => {
          const amount = `${cents < 0 ? '-' : ''}0.0${Math.abs(cents)}`
          return `${round} ${document},${month}-${pad(on)},${kind},${amount},USD,${amount},`
        })
        const bytes = new TextEncoder().encode(
          [
            'document number,posting date,kind,amount,currency,usd,text',
            ...lines,
            `${round} ${month},${month}-28,INTEREST,1,USD,1,`,
          ].join('\n'),
        )
        await importExtract(officer, { name: 'e.csv', bytes }, { from: `${month}-01`, until: `${month}-28` })
      }
      const states = await inTransaction(officer, sumReconciliationStates)
      const total = (side: 'hereUsd' | 'thereUsd') => states.reduce((sum, state) => sum + state[side], 0)
      const { rows: said } = await sql<{
        there: number
        documents: number
        here: number
        items: number
        matched: number
        net: number
      }>`
        select (select sum(usd_minor)::int from extract_row where is_newest) as there,
          (select count(*)::int from extract_row where is_newest) as documents,
          coalesce(sum(-l.usd_minor), 0)::int as here, count(*)::int as items,
          (select count(*)::int from reconciliation_match where ended_at is null) as matched, 0 as net
        from journal_entry e join journal_line l on l.entry_number = e.number and l.account = 'interest'
        where exists (select from extract x where e.value_date between x.from_on and x.until_on)
          or exists (select from reconciliation_match k where k.entry_number = e.number and k.ended_at is null)`.execute(
        world.db,
      )
      const [expected] = said
      expect(total('thereUsd')).toBe(expected?.there)
      expect(total('hereUsd')).toBe(expected?.here)
      const count = (...names: string[]) =>
        states.filter(({ state }) => names.includes(state)).reduce((sum, { lines }) => sum + lines, 0)
      expect(count('matched', 'different', 'only_there')).toBe(expected?.documents)
      expect(count('matched', 'different', 'only_here')).toBe(expected?.items)
      expect(count('matched', 'different')).toBe(expected?.matched)
      const state = await inTransaction(officer, (trx) => readReconciliationState(trx, '2100-01-01'))
      expect([state.matched, state.different, state.unmatchedHere, state.unmatchedThere]).toEqual(
        (['matched', 'different', 'only_here', 'only_there'] as const).map((name) => count(name)),
      )
      const there = await sql<{ kind: keyof typeof directionOf; usd: number }>`
        select kind, sum(usd_minor)::int as usd from extract_row where is_newest group by kind`.execute(world.db)
      const net = there.rows.reduce((sum, { kind, usd: cents }) => sum + directionOf[kind] * cents, 0)
      expect(state.differenceUsd).toBe((expected?.here ?? 0) - net)
    }),
    { numRuns: 15 },
  )
  const checks = (await runChecks(officer)).filter(({ id }) => id.startsWith('reconciliation.'))
  expect(checks.map(({ id, ok }) => [id, ok])).toEqual([
    ['reconciliation.matches_stand', true],
    ['reconciliation.lines_agree', true],
  ])
})
