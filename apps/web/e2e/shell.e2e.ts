import { readFile } from 'node:fs/promises'
import { expect, test } from './support/test.ts'

test('keeps the language that was chosen from page to page, and mirrors Arabic', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'العربية' }).click()
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar')
  await page.getByRole('link', { name: 'كيف نحسب' }).first().click()
  await expect(page).toHaveURL(/how-we-count\?lang=ar/)
  await page.goto('/')
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar')
})

test('takes the language of the browser where none was chosen', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ locale: 'fr-CH', baseURL })
  const page = await context.newPage()
  await page.goto('/')
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
  await context.close()
})

test('opens the proof of a figure by keyboard, and gives the focus back', async ({ page }) => {
  await page.goto('/?lang=en')
  const figure = page.getByRole('button', { name: /Public activities/ })
  await figure.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Public activities' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(figure).toBeFocused()
})

test('shows a chart as a table with the same rows', async ({ page }) => {
  await page.goto('/?lang=en')
  const chart = page.getByRole('figure').first()
  const toggle = chart.getByRole('button', { name: 'Table' })
  await toggle.focus()
  await page.keyboard.press('Space')
  await expect(chart.getByRole('table')).toBeVisible()
  await expect(toggle).toHaveAttribute('aria-pressed', 'true')
})

test('a chart saved from a demonstration says that it is one', async ({ page }) => {
  await page.goto('/?lang=en')
  const saved = page.waitForEvent('download')
  await page.getByRole('figure').first().getByRole('button', { name: 'CSV' }).click()
  const file = await saved
  expect(file.suggestedFilename()).toMatch(/^demonstration-.+\.csv$/)
  expect(await readFile(await file.path(), 'utf8')).toContain('Demonstration data – no real money')
})

test('says that a page does not exist, and leads back', async ({ page }) => {
  await page.goto('/nowhere?lang=en')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page')
  await page.getByRole('link', { name: 'To the overview' }).click()
  await expect(page).toHaveURL(/\/\?lang=en$/)
})
