import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, signInAs, test } from './support/test.ts'

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('button', { name: label }).click()
  await page.getByRole('option', { name: option }).click()
}

async function typeDate(page: Page, label: string, digits: string): Promise<void> {
  await page.getByRole('group', { name: label }).getByRole('spinbutton').first().focus()
  await page.keyboard.type(digits)
}

/** The figure's value as anyone reads it. */
async function publicCount(page: Page): Promise<number> {
  await page.goto('/activities/people?lang=en')
  const table = page.getByRole('table', { name: /By the year/ })
  const total = await table
    .getByRole('row', { name: /Declared totals/ })
    .getByRole('cell')
    .last()
    .innerText()
  return Number(total.replaceAll(/\D/g, ''))
}

test('people assisted are exact for their agency, hidden from others, and public at a release alone', async ({
  page,
  browser,
  server,
  baseURL,
}) => {
  test.setTimeout(90_000)
  const anyone = await (await browser.newContext({ baseURL })).newPage()
  const unodc = await (await browser.newContext({ baseURL })).newPage()
  const coordinator = await (await browser.newContext({ baseURL })).newPage()
  const before = await publicCount(anyone)

  await signInAs(page, server, /Focal point/, 1)
  await page.goto('/my/activities/new?lang=en')
  await page.getByLabel('Title in English').fill(`Example: shelter and legal aid ${Date.now()}`)
  await page.getByLabel('Description in English').fill('Aid over six months.')
  await choose(page, 'Kind of work', 'Capacity-building and training')
  await choose(page, 'Level', 'Global')
  await page.getByRole('checkbox', { name: 'Prosecuting the crime' }).focus()
  await page.keyboard.press('Space')
  await typeDate(page, 'Start', '01022030')
  const add = page.getByRole('button', { name: 'Add a count' })
  await add.click()
  await page.getByLabel('Count', { exact: true }).last().fill('4321')
  await add.click()
  await page.getByLabel('Count', { exact: true }).last().fill('4')
  await page.getByRole('button', { name: 'All Form', exact: true }).last().click()
  await page.getByRole('option', { name: 'Removal of organs' }).click()
  await page.getByRole('button', { name: 'Save the draft' }).click()
  await page.waitForURL(/\/my\/activities\/ACT-\d{4}-\d{5}\/edit/)
  const reference = /ACT-\d{4}-\d{5}/.exec(page.url())?.[0] ?? ''
  await page.getByRole('button', { name: 'Publish…' }).click()
  const dialog = page.getByRole('alertdialog')
  await expect(dialog.getByLabel(/No SDG target is chosen/)).toBeVisible()
  for (const reason of await dialog.getByRole('textbox').all()) await reason.fill('Serves several targets')
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page.getByText('Anyone can see it now')).toBeVisible()
  await page.goto(`/activities/${reference}?lang=en`)
  await expect(page.getByText('4,321')).toBeVisible()
  await expect(page.getByText('Removal of organs').first()).toBeVisible()

  await signInAs(unodc, server, /Focal point/, 0)
  await unodc.goto(`/activities/${reference}?lang=en`)
  await expect(unodc.getByText('Everyone else reads them in the numbered releases')).toBeVisible()
  await expect(unodc.getByText('4,321')).toHaveCount(0)
  expect(await publicCount(anyone)).toBe(before)

  await signInAs(coordinator, server, /Coordinator/)
  await coordinator.goto('/coordination/releases?lang=en')
  await expect(coordinator.getByText('small: fewer than 11').first()).toBeVisible()
  await expect(coordinator.getByRole('region', { name: 'Grants told together' })).toContainText(
    'at least three at a time',
  )
  await coordinator.getByRole('button', { name: /Make release/ }).click()
  await expect(coordinator.getByText(/Release \d+ is public/)).toBeVisible()
  await expect(coordinator.getByText('Nothing has changed since the last release.')).toBeVisible()
  expect(await publicCount(anyone)).toBeGreaterThanOrEqual(before + 4321)

  await unodc.goto('/coordination/releases?lang=en')
  await expect(unodc.getByRole('table', { name: 'All releases' })).toBeVisible()
  await expect(unodc.getByRole('button', { name: /Make release/ })).toHaveCount(0)
  for (const each of [anyone, unodc, coordinator]) await each.context().close()
})

test('anyone may read an earlier release, and no other time than that of a release', async ({ page }) => {
  await page.goto('/activities/people?lang=en')
  await expect(page.getByText(/^Release \d+ of /)).toBeVisible()
  await page.getByRole('button', { name: /As of/ }).click()
  await page.getByRole('option', { name: 'Release 1', exact: true }).click()
  await expect(page).toHaveURL(/release=1/)
  await expect(page.getByText(/^Release 1 of /)).toBeVisible()
  await expect(page.getByText('An earlier release, as it was made.', { exact: false })).toBeVisible()
})

test('no small count stands on the page of people reached', async ({ page }) => {
  await page.goto('/activities/people?lang=en')
  await expect(page.getByRole('heading', { name: 'People assisted' })).toBeVisible()
  const counts = await page.locator('main table tbody td:last-child').allInnerTexts()
  expect(counts.length).toBeGreaterThan(8)
  for (const count of counts.filter((text) => /^[\d,]+$/.test(text.trim()))) {
    const value = Number(count.replaceAll(',', ''))
    expect(value === 0 || value >= 11).toBe(true)
  }
})

for (const lang of ['en', 'ar']) {
  test(`the pages of releases are accessible and fit a telephone in ${lang}`, async ({ page, server }) => {
    await signInAs(page, server, /Coordinator/)
    await page.setViewportSize({ width: 390, height: 844 })
    for (const path of ['/coordination/releases', '/activities/people']) {
      await page.goto(`${path}?lang=${lang}`)
      await expect(page.locator('main table').first()).toBeVisible()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
    }
  })
}
