import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { aFund, allOf, anAnnouncement, aPayment, eur } from '@concert/api/testing/fund'
import { aWorld } from '@concert/api/testing/world'
import { expect, test } from 'vitest'

const world = await aWorld()
const { fundManager, anyone } = world
const { donorId, otherDonorId, euros } = await aFund(world)
const main = fileURLToPath(new URL('./main.ts', import.meta.url))

function concert(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const env = { ...process.env, DATABASE_URL: world.url }
  return new Promise((done) => {
    execFile(process.execPath, [main, ...args], { env }, (error, stdout, stderr) => {
      done({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr })
    })
  })
}

for (const donor of [donorId, otherDonorId]) {
  const { id } = await fundManager.pledges.announce(anAnnouncement({ donorId: donor, amount: eur(90_000) }))
  const terms = { formalisedOn: '2026-09-10', evidence: 'Letters', instalments: null, conditional: false }
  await fundManager.pledges.formalise({ ...terms, pledgeId: id, amount: eur(80_000), idempotencyKey: randomUUID() })
  const payment = aPayment({ donorId: donor, bankAccountId: euros, amount: eur(50_000), fee: eur(700) })
  await fundManager.payments.record({ ...payment, allocations: [allOf(id, eur(40_000))] })
}

const fundFigures = (await anyone.figures.list())
  .map(({ id }) => id)
  .filter((id) => /^(fund|statement|donors)\./.test(id))

test('there is a figure for every line of the yearly statement', () => {
  expect(fundFigures).toContain('statement.closing.2026')
  expect(fundFigures.length).toBeGreaterThan(12)
})

test('every figure of the fund is in the terminal what it is on the page, proof and rates included', async () => {
  // A process for each: the lines of the statement are one family, so three of them stand for all.
  const shownHere = fundFigures.filter((id) => !/^statement\.(?!opening|contributions|closing)/.test(id))
  for (const id of shownHere) {
    const { code, stdout } = await concert('figure', 'show', id, '--json')
    expect(code).toBe(0)
    const { rule, asOf: _, ...shown } = JSON.parse(stdout)
    const { asOf: __, ...page } = await anyone.figures.show({ id })
    expect(shown).toEqual(JSON.parse(JSON.stringify(page)))
    expect(rule).not.toContain('figures.')
  }
}, 120_000)

test('prints the statement of the page, as of an entry for ever', async () => {
  const period = { from: '2026-01-01', until: '2026-12-31' }
  const options = ['--from', period.from, '--until', period.until]
  const { code, stdout } = await concert('statement', ...options, '--json')
  expect(code).toBe(0)
  const { statement, breakdowns } = JSON.parse(stdout)
  expect(statement).toEqual(JSON.parse(JSON.stringify(await fundManager.statement.show(period))))
  expect(breakdowns.byDonor).toEqual((await fundManager.statement.breakdowns({ ...period, locale: 'en' })).byDonor)

  await fundManager.payments.record(aPayment({ donorId, bankAccountId: euros, amount: eur(123) }))
  const again = await concert('statement', ...options, '--as-of', String(statement.asOfEntry), '--json')
  expect(JSON.parse(again.stdout).statement).toEqual({ ...statement, isNewest: false })
})

test('says in words what it cannot do', async () => {
  const backwards = await concert('statement', '--from', '2026-12-31', '--until', '2026-01-01')
  expect(backwards).toMatchObject({ code: 2, stdout: '' })
  const future = await concert('statement', '--from', '2026-01-01', '--until', '2026-12-31', '--as-of', '99999')
  expect(future.code).toBe(1)
  expect(future.stderr).toMatch(/not booked yet/)
})
