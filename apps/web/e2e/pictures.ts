/**
 * Takes pictures of pages, to look at them: `node e2e/pictures.ts <folder> [address] [path …]`. Without an address it
 * starts a server of its own; without paths it takes every public page.
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { findBrowser } from '@concert/api/testing/browser'
import { startServer } from '@concert/api/testing/start-server'
import { chromium } from '@playwright/test'
import { publicPages } from './public-pages.ts'

const [folder, given, ...wanted] = process.argv.slice(2)
if (!folder) throw new Error('Name the folder for the pictures.')
await mkdir(folder, { recursive: true })
const server = given ? undefined : await startServer()
const address = given ?? server?.address
const browser = await chromium.launch(await findBrowser())
try {
  for (const path of wanted.length > 0 ? wanted : publicPages) {
    for (const lang of ['en', 'zh', 'ar']) {
      for (const colorScheme of ['light', 'dark'] as const) {
        for (const width of [390, 1280]) {
          const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme, timezoneId: 'UTC' })
          const url = new URL(path, address)
          url.searchParams.set('lang', lang)
          await page.goto(url.href, { waitUntil: 'networkidle' })
          const name = path.replaceAll(/[^a-z0-9]+/gi, '-').replaceAll(/^-|-$/g, '') || 'overview'
          await page.screenshot({ path: join(folder, `${name}-${lang}-${colorScheme}-${width}.png`), fullPage: true })
          await page.close()
        }
      }
    }
  }
} finally {
  await browser.close()
  await server?.stop()
}
