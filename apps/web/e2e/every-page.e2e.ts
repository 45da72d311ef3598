import AxeBuilder from '@axe-core/playwright'
import { publicPages } from './public-pages.ts'
import { expect, test } from './support/test.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

for (const path of publicPages) {
  for (const theme of ['light', 'dark'] as const) {
    for (const lang of ['en', 'ar']) {
      test(`${path} is accessible in ${lang} on ${theme} ground`, async ({ page }) => {
        await page.emulateMedia({ colorScheme: theme })
        await page.goto(`${path}?lang=${lang}`)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await page.waitForLoadState('networkidle')
        const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
      })
    }
  }

  test(`${path} asks nobody but its own server`, async ({ page, baseURL }) => {
    const elsewhere: string[] = []
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url())
      if (protocol.startsWith('http') && origin !== baseURL) elsewhere.push(request.url())
    })
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.waitForLoadState('networkidle')
    expect(elsewhere).toEqual([])
  })

  test(`${path} breaks no rule of its content security policy and logs no error`, async ({ page }) => {
    const complaints: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.waitForLoadState('networkidle')
    expect(complaints).toEqual([])
  })

  test(`${path} needs no sideways scrolling at 390 pixels, in any language`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    for (const lang of ['en', 'fr', 'es', 'ru', 'zh', 'ar']) {
      await page.goto(`${path}?lang=${lang}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await page.waitForLoadState('networkidle')
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(overflow, lang).toBeLessThanOrEqual(0)
    }
  })
}
