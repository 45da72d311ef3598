import { join } from 'node:path'
import { ensureBuilt, ensureInstalled, node, root, run, tool } from './workspace.mjs'

await ensureInstalled()
await ensureBuilt()
const server = run(node(), ['--watch', join(root, 'apps/server/src/main.ts'), ...process.argv.slice(2)], {
  env: { CONCERT_DEV: 'yes' },
})
const web = tool('vite/bin/vite.js', ['--port', '5173', '--strictPort'], { cwd: join(root, 'apps/web') })
process.exit(await Promise.race([server, web]))
