import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, signInAs, test } from './support/test.ts'

async function expectNoViolation(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}

const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click()

test('two agencies edit one record, lose nothing, and bring an earlier version back', async ({
  page,
  browser,
  server,
  baseURL,
}) => {
  await signInAs(page, server, /Focal point/, 0)
  await page.goto('/my/activities/new?lang=en')
  await page.getByLabel('Title in English').fill(`Example: kept by two agencies ${Date.now()}`)
  await page.getByRole('combobox', { name: 'Partner agencies' }).fill('IOM')
  await page.getByRole('option', { name: /IOM/ }).first().click()
  await page.getByRole('button', { name: 'Save the draft' }).click()
  await page.waitForURL(/\/edit/)
  const reference = /ACT-\d{4}-\d{5}/.exec(page.url())?.[0] ?? ''

  const iom = await (await browser.newContext({ baseURL })).newPage()
  await signInAs(iom, server, /Focal point/, 1)
  await iom.goto(`/my/activities/${reference}/edit?lang=en`)
  await iom.getByLabel('Tools used').fill('Theirs')
  await iom.getByLabel('Lessons learned').fill('Our shelter, 14 Acacia Road, was full')
  await save(iom)
  await expect(iom.getByText('Saved as version 2')).toBeVisible()

  await page.getByLabel('Tools used').fill('Mine')
  await save(page)
  const dialog = page.getByRole('alertdialog')
  await expect(dialog.getByText('Theirs')).toBeVisible()
  await dialog.getByRole('button', { name: 'Bring together and save' }).click()
  await expect(page.getByText('Saved as version 3')).toBeVisible()
  await expect(page.getByLabel('Lessons learned')).toHaveValue('Our shelter, 14 Acacia Road, was full')
  await page.getByRole('button', { name: 'Check before publishing' }).click()
  await expect(page.getByText('the address of a shelter: “shelter, 14 Acacia Road”')).toBeVisible()

  await iom.goto(`/activities/${reference}?lang=en`)
  await iom.getByText(/Version 3,/).click()
  await expect(iom.getByRole('deletion').filter({ hasText: 'Theirs' })).toBeVisible()
  await iom.getByText(/Version 2,/).click()
  await expectNoViolation(iom)
  await iom.getByRole('button', { name: 'Restore this version' }).last().click()
  await expect(iom.getByText('Version 1 stands again')).toBeVisible()
  await expect(iom.getByText(/Version 4,/)).toBeVisible()
  await expect(iom.getByText(/Version 3,/)).toBeVisible()
  await iom.context().close()
})

for (const lang of ['en', 'ar']) {
  test(`the inbox says in ${lang} what waits, at any width`, async ({ page, server }) => {
    await signInAs(page, server, /Focal point/)
    await page.setViewportSize({ width: 390, height: 800 })
    await page.goto(`/my?lang=${lang}`)
    await expect(page.getByRole('main').getByRole('navigation').getByRole('link')).not.toHaveCount(0)
    const [wide, seen] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ])
    expect(wide).toBeLessThanOrEqual(seen ?? 0)
    await expectNoViolation(page)
  })
}
