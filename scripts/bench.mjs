import { join } from 'node:path'
import { ensureBuilt, ensureInstalled, node, root, run } from './workspace.mjs'

await ensureInstalled()
// One program opens the dashboard in a browser.
if (process.argv[2] === 'round') await ensureBuilt()
process.exit(await run(node(), [join(root, 'apps/bench/src/main.ts'), ...process.argv.slice(2)]))
