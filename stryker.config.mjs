import { readFileSync } from 'node:fs'

// The money and the journal: where a wrong sign that no test notices would stand in the books.
const folder = 'packages/domain/src'
const rules = ['money', 'exchange-rate', 'schedule', 'calendar-date', 'pledge-changes', 'three-rates', 'waterfall']
// The table of ISO 4217 is compared with the published one, row by row; what reads it is mutated.
const currencies = readFileSync(`${folder}/currencies.ts`, 'utf8').split('\n')
const belowTheTable = currencies.findIndex((line) => line.startsWith('const byCode')) + 1

export default {
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.ts' },
  mutate: [
    ...rules.map((rule) => `${folder}/${rule}.ts`),
    `${folder}/currencies.ts:${belowTheTable}-${currencies.length}`,
    `${folder}/journal/*.ts`,
    `!${folder}/journal/*.test.ts`,
    `!${folder}/journal/testing.ts`,
  ],
  // Only what the tests of the domain need is copied; node_modules stays where it is.
  ignorePatterns: [
    '/*',
    '!/packages',
    '/packages/*',
    '!/packages/domain',
    '!/tsconfig.base.json',
    '!/vitest.mutation.config.ts',
  ],
  checkers: [],
  coverageAnalysis: 'perTest',
  // What runs once at import, such as a schema, is tested by every test.
  ignoreStatic: false,
  concurrency: 2,
  timeoutMS: 10_000,
  reporters: ['clear-text', 'html', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  htmlReporter: { fileName: 'mutation-report/mutation.html' },
  jsonReporter: { fileName: 'mutation-report/mutation.json' },
  tempDirName: '.stryker-tmp',
  allowEmpty: false,
  disableTypeChecks: false,
  thresholds: { high: 95, low: 90, break: 85 },
}
