import { join } from 'node:path'
import { ensureInstalled, root, run, say } from './workspace.mjs'

await ensureInstalled()
const lint = await run(process.execPath, [join(root, 'scripts/lint.mjs')])
const test = await run(process.execPath, [join(root, 'scripts/test.mjs')])
if (lint !== 0) say('The linters found something; see above.')
process.exit(lint === 0 && test === 0 ? 0 : 1)
