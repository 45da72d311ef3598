import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, signInAs, test } from './support/test.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']
const matrix = '/coordination/gaps?lang=en&by=kind&rows=country&within=057'
const cell = (page: Page) => page.getByRole('link', { name: /Palau, Capacity-building and training$/ })

test('what one agency shares with the group fills the cell of another one’s matrix, and the cell opens its list', async ({
  page,
  browser,
  server,
  baseURL,
}) => {
  const title = `Example: training on an island ${Date.now()}`
  await signInAs(page, server, /Focal point/, 0)
  await page.goto(matrix)
  await expect(cell(page)).toHaveAccessibleName(/^0 nobody/)

  const other = await (await browser.newContext({ baseURL })).newPage()
  await signInAs(other, server, /Focal point/, 1)
  await other.goto('/my/activities/new?lang=en')
  await other.getByLabel('Title in English').fill(title)
  await other.getByRole('combobox', { name: 'Add a place' }).fill('palau')
  await other.getByRole('option', { name: /Palau/ }).first().click()
  await other.getByRole('button', { name: 'Kind of work' }).click()
  await other.getByRole('option', { name: 'Capacity-building and training' }).click()
  await other.getByRole('button', { name: 'Save the draft' }).click()
  await other.waitForURL(/\/edit/)
  await other.getByRole('button', { name: 'Share with the group' }).click()
  await expect(other.getByText('All members can see it now')).toBeVisible()
  await other.context().close()

  await page.reload()
  await expect(cell(page)).toHaveAccessibleName(/^1 1 agency/)
  await cell(page).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('link', { name: /^0 nobody Palau, Technical assistance/ })).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/activities\?.*PLW/)
  await expect(page.getByRole('link', { name: title })).toBeVisible()
})

const asked = '/coordination/gaps?lang=en&rows=country&within=014&only=asked&from=1999-01-01&until=1999-12-31'

test('who asked and got nobody in a period is marked for both agencies, and for no visitor', async ({
  page,
  browser,
  server,
  baseURL,
}) => {
  const cellAsked = (where: Page) =>
    where.getByRole('link', { name: /1 request waits A State asked and got nobody\. Kenya, Prosecuting the crime$/ })
  await signInAs(page, server, /Focal point/, 0)
  await page.goto(asked)
  await expect(cellAsked(page)).toBeVisible()
  const other = await (await browser.newContext({ baseURL })).newPage()
  await signInAs(other, server, /Focal point/, 1)
  await other.goto(asked)
  await expect(cellAsked(other)).toBeVisible()
  await other.context().close()

  const visitor = await (await browser.newContext({ baseURL })).newPage()
  await visitor.goto(asked)
  await visitor.waitForLoadState('networkidle')
  await expect(visitor.getByText('Kenya')).toHaveCount(0)
  await expect(visitor.getByText('got nobody', { exact: false })).toHaveCount(0)
  await visitor.context().close()

  await page.goto('/coordination/gaps?lang=en&from=2025-01-01&until=2026-12-31')
  const whole = page
    .getByRole('row', { name: /each activity once/ })
    .getByRole('link')
    .first()
  const counted = (await whole.innerText()).match(/\d[\d,]*/)?.[0] ?? 'none'
  await whole.click()
  await expect(page).toHaveURL(/workFrom=2025-01-01/)
  await expect(page.getByRole('search').getByRole('status')).toContainText(counted)
})

for (const lang of ['en', 'ar']) {
  test(`the matrix is accessible and fits 390 pixels, in ${lang}`, async ({ page, server }) => {
    await signInAs(page, server, /Focal point/)
    await page.setViewportSize({ width: 390, height: 844 })
    for (const path of ['/coordination/gaps?', '/coordination/gaps?by=form&only=overlaps&', `${asked}&`]) {
      await page.goto(`${path.replace('lang=en&', '')}lang=${lang}`)
      await expect(page.getByRole('table')).toBeVisible()
      await page.waitForLoadState('networkidle')
      const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
      expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([])
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(overflow, path).toBeLessThanOrEqual(0)
    }
  })
}
