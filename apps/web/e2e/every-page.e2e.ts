import AxeBuilder from '@axe-core/playwright'
import { publicPages } from './public-pages.ts'
import { expect, type Page, test } from './support/test.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

for (const path of publicPages) {
  for (const theme of ['light', 'dark'] as const) {
    for (const lang of ['en', 'ar']) {
      test(`${path} in ${lang} on ${theme} ground is accessible, asks only its own server and logs no error`, async ({
        page,
        baseURL,
      }) => {
        const complaints = collectComplaints(page, baseURL)
        await page.emulateMedia({ colorScheme: theme })
        await open(page, `${path}?lang=${lang}`)
        const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
        expect(complaints).toEqual([])
      })
    }
  }

  test(`${path} needs no sideways scrolling at 390 pixels, in any language`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    for (const lang of ['en', 'fr', 'es', 'ru', 'zh', 'ar']) {
      await open(page, `${path}?lang=${lang}`)
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(overflow, lang).toBeLessThanOrEqual(0)
    }
  })
}

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.waitForLoadState('networkidle')
}

/** Requests to other servers, breaches of the content security policy, and errors. */
function collectComplaints(page: Page, baseURL: string | undefined): string[] {
  const complaints: string[] = []
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== baseURL) complaints.push(request.url())
  })
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return complaints
}
