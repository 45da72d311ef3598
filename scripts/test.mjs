import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt, ensureInstalled, say, tool } from './workspace.mjs'

await ensureInstalled()
await ensureBuilt()
const reports = mkdtempSync(join(tmpdir(), 'concert-reports-'))
const unitReport = join(reports, 'vitest.json')
const browserReport = join(reports, 'playwright.json')

say('— unit and database tests')
const unit = await tool('vitest/vitest.mjs', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${unitReport}`,
])
say('— browser tests')
const browser = await tool(
  '@playwright/test/cli.js',
  ['test', '--config=apps/web/playwright.config.ts', '--reporter=list,json'],
  {
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport },
  },
)

const total = { passed: 0, failed: 0, skipped: 0 }
const first = read(unitReport)
if (first) {
  total.passed += first.numPassedTests
  // A file that does not even load has no test to count, but it has failed.
  total.failed +=
    first.numFailedTests +
    first.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
  total.skipped += first.numPendingTests + first.numTodoTests
}
const second = read(browserReport)
if (second) {
  total.passed += second.stats.expected + second.stats.flaky
  total.failed += second.stats.unexpected
  total.skipped += second.stats.skipped
}
if (unit !== 0 || browser !== 0) total.failed = Math.max(total.failed, 1)
rmSync(reports, { recursive: true, force: true })
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`)
process.exit(total.failed === 0 ? 0 : 1)

function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    total.failed += 1
    return undefined
  }
}
