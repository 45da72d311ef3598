import { join } from 'node:path'
import { ensureInstalled, node, root, run } from './workspace.mjs'

await ensureInstalled()
// Paths in the arguments are relative to where the command was typed, not to the root that npm moves to.
const cwd = process.env.INIT_CWD ?? process.cwd()
process.exit(await run(node(), [join(root, 'apps/cli/src/main.ts'), ...process.argv.slice(2)], { cwd }))
