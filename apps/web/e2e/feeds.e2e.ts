import AxeBuilder from '@axe-core/playwright'
import { expect, signInAs, test } from './support/test.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

test('a fund manager takes what is due into a calendar program, and takes its address back', async ({
  page,
  server,
  request,
}) => {
  await signInAs(page, server, /Fund manager/)
  await page.goto('/my?lang=en')
  await page.getByRole('link', { name: /^Overdue/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Instalments due')
  await expect(page.getByRole('table').getByText('Overdue').first()).toBeVisible()
  await page.getByRole('link', { name: 'Into my calendar' }).click()
  await page.getByRole('button', { name: 'Create a feed' }).click()
  const address = await page.getByRole('textbox', { name: 'The address of your feed' }).inputValue()
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])

  const calendar = await request.get(address)
  expect(calendar.headers()['content-type']).toBe('text/calendar; charset=utf-8')
  expect(await calendar.text()).toMatch(/SUMMARY:Instalment due: PLG-/)

  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('button', { name: 'Revoke' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click()
  await expect(page.getByText('You have no feed yet')).toBeVisible()
  expect((await request.get(address)).status()).toBe(404)
})

for (const lang of ['en', 'ar']) {
  test(`what waits for a fund manager is accessible and fits 390 pixels, in ${lang}`, async ({ page, server }) => {
    await signInAs(page, server, /Fund manager/)
    await page.setViewportSize({ width: 390, height: 844 })
    for (const path of ['/my', '/my/feeds', '/books/due']) {
      await page.goto(`${path}?lang=${lang}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await page.waitForLoadState('networkidle')
      const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
      expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([])
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(overflow, path).toBeLessThanOrEqual(0)
    }
  })
}
