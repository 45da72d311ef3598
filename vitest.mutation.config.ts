import { defineConfig } from 'vitest/config'

/** The unit tests of money and journal, for the run that changes their code and sees whether a test notices. */
export default defineConfig({
  test: {
    include: [
      'packages/domain/src/{calendar-date,currencies,exchange-rate,money,payment,pledge,pledge-changes,schedule,three-rates,waterfall}.test.ts',
      'packages/domain/src/journal/*.test.ts',
    ],
    setupFiles: ['packages/domain/testing/fixed-seed.ts'],
  },
})
