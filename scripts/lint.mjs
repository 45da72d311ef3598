import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled, root, say, tool } from './workspace.mjs'

await ensureInstalled()
const projects = ['packages', 'apps'].flatMap((folder) =>
  readdirSync(join(root, folder)).map((name) => `${folder}/${name}`),
)
const checks = [
  ['format', () => tool('@biomejs/biome/bin/biome', ['ci', '.'])],
  ['lint', () => tool('oxlint/bin/oxlint', ['--type-aware', '--deny-warnings'])],
  ['boundaries', () => tool('turbo/bin/turbo', ['boundaries'])],
  ['unused code', () => tool('knip/bin/knip.js', [])],
  ...projects.map((project) => [`types of ${project}`, () => tool('typescript/bin/tsc', ['-p', project])]),
]
const failed = []
for (const [name, check] of checks) {
  say(`— ${name}`)
  if ((await check()) !== 0) failed.push(name)
}
if (failed.length > 0) say(`Not in order: ${failed.join(', ')}`)
process.exit(failed.length === 0 ? 0 : 1)
