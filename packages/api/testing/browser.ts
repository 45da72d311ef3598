import { execFileSync } from 'node:child_process'
import chromium from '@sparticuz/chromium'

const installed = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

export interface Browser {
  executablePath: string
  args: string[]
}

/** The browser of this machine: CHROMIUM_PATH, else an installed Chromium or Chrome, else the one inside an npm package. */
export async function findBrowser(): Promise<Browser> {
  return {
    executablePath: process.env.CHROMIUM_PATH ?? findInstalled() ?? (await chromium.executablePath()),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  }
}

function findInstalled(): string | undefined {
  const finder = process.platform === 'win32' ? 'where' : 'which'
  for (const name of installed) {
    try {
      const [path] = execFileSync(finder, [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).split('\n')
      if (path) return path.trim()
    } catch {
      // Not installed under this name.
    }
  }
  return undefined
}
