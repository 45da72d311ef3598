import { ensureInstalled, tool } from './workspace.mjs'

await ensureInstalled()
process.exit(
  await tool('@stryker-mutator/core/bin/stryker.js', ['run', 'stryker.config.mjs', ...process.argv.slice(2)], {
    env: { STRYKER_DASHBOARD_API_KEY: '', NO_UPDATE_NOTIFIER: '1' },
  }),
)
