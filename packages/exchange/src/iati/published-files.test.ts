import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ImportedTransaction } from '@concert/domain/imported-activity'
import { describe, expect, test } from 'vitest'
import { limits } from './elements.ts'
import { readIatiFile } from './read-iati-file.ts'
import { codes } from './testing.ts'

const shared = fileURLToPath(new URL('../../../../../shared/iati/', import.meta.url))

describe.skipIf(!existsSync(shared))('published files', () => {
  const read = (path: string) => readIatiFile(path, readFileSync(`${shared}${path}`))
  const sums = (transactions: ImportedTransaction[]) => {
    const byKind = Map.groupBy(transactions, ({ type, amount }) => `${type} ${amount.currency}`)
    return Object.fromEntries(
      [...byKind].map(([kind, all]) => [
        kind,
        [all.length, all.reduce((sum, { amount }) => sum + amount.amountMinor, 0)],
      ]),
    )
  }
  const transactionsOf = async (path: string) =>
    (await read(path)).activities.flatMap(({ activity: { transactions } }) => transactions)

  test('IOM 2019: 577 commitments', async () => {
    expect(sums(await transactionsOf('real/iom-activities-2019-02-28.xml'))).toEqual({
      '11 USD': [577, 241_761_550_712],
    })
  })

  test('Spain in Indonesia: commitments and disbursements with their sign', async () => {
    expect(sums(await transactionsOf('real/maec-indonesia-2.01.xml'))).toEqual({
      '2 EUR': [108, 112_325_681],
      '3 EUR': [108, -2_887_785_519],
    })
  })

  const expected = existsSync(shared)
    ? readFileSync(`${shared}samples-bad/EXPECTED.tsv`, 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split('\t'))
        .filter(([name]) => name?.endsWith('.xml'))
    : []

  test.each(expected)('%s (%s): %s', async (name, _, verdict) => {
    const file = await read(`samples-bad/${name}`)
    const accepts = /ACCEPT|REJECT the transaction|finding/.test(verdict ?? '')
    expect(file.refusal === null).toBe(accepts)
    expect(file.activities.length > 0).toBe(accepts)
    expect(file.findings.length > 0).toBe(!accepts || findings.has(name ?? ''))
    expect(JSON.stringify(file.findings)).not.toContain('hostname')
    if (findings.has(name ?? '')) expect(codes(file)).toContain(findings.get(name ?? ''))
  })

  /** Samples that are accepted, with something to say about them; and refusals whose reason matters. */
  const findings = new Map([
    ['cur-none-anywhere.xml', 'currency_missing'],
    ['cur-withdrawn-HRK.xml', 'currency_not_in_use'],
    ['date-9999.xml', 'open_ended'],
    ['date-end-before-start.xml', 'end_before_start'],
    ['narrative-empty.xml', 'untitled'],
    ['pct-99.99.xml', 'percentage_rounded'],
    ['pct-missing.xml', 'percentage_missing'],
    ['sector-unknown.xml', 'sector_unknown'],
    ['sec-huge-narrative.xml', 'text_too_long'],
    ['wf-html-error-page.xml', 'root_html'],
    ['sec-xxe-file.xml', 'doctype'],
    ['ns-default-namespace.xml', 'root_namespaced'],
  ])

  test('every sample of the folder is judged', () => {
    const there = readdirSync(`${shared}samples-bad`).filter((name) => name.endsWith('.xml'))
    expect(expected.map(([name]) => name).sort()).toEqual(there.sort())
  })

  test('a blank line before the declaration is named as line 1, a limit by its number', async () => {
    expect((await read('samples-bad/wf-leading-newline.xml')).refusal?.line).toBe(1)
    expect((await read('samples-bad/sec-huge-narrative.xml')).refusal?.params).toMatchObject({
      limit: limits.textLength,
    })
  })
})
