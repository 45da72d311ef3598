import { join } from 'node:path'
import { ensureBuilt, ensureInstalled, node, root, run } from './workspace.mjs'

await ensureInstalled()
await ensureBuilt()
process.exit(await run(node(), [join(root, 'apps/server/src/main.ts'), ...process.argv.slice(2)]))
