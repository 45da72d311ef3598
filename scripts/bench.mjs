import { join } from 'node:path'
import { ensureInstalled, node, root, run } from './workspace.mjs'

await ensureInstalled()
process.exit(await run(node(), [join(root, 'apps/bench/src/main.ts'), ...process.argv.slice(2)]))
