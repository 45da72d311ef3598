import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, signInAs, test } from './support/test.ts'

async function expectNoViolation(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('button', { name: label }).click()
  await page.getByRole('option', { name: option }).click()
}

async function find(page: Page, label: string, typed: string, option: string | RegExp): Promise<void> {
  await page.getByRole('combobox', { name: label }).fill(typed)
  await page.getByRole('option', { name: option }).first().click()
}

async function typeDate(page: Page, label: string, digits: string): Promise<void> {
  await page.getByRole('group', { name: label }).getByRole('spinbutton').first().focus()
  await page.keyboard.type(digits)
}

test('a focal point logs an activity, loses the window, mends what the rules find, and publishes', async ({
  page,
  browser,
  server,
  baseURL,
}) => {
  const title = `Example: mentoring of prosecutors ${Date.now()}`
  await signInAs(page, server, /Focal point/)
  await page.goto('/my/activities/new?lang=en')
  await page.getByLabel('Title in English').fill(title)
  await page.getByLabel('Description in English').fill('Mentoring over three months.')
  await find(page, 'Add a place', 'cote d', /Ivoire/)
  await page.getByRole('button', { name: 'Remove Côte' }).waitFor()

  await page.waitForTimeout(600)
  await page.reload()
  await expect(page.getByText('What you had typed is back')).toBeVisible()
  await expect(page.getByLabel('Title in English')).toHaveValue(title)
  await page.getByRole('button', { name: 'Save the draft' }).click()
  await page.waitForURL(/\/my\/activities\/ACT-\d{4}-\d{5}\/edit/)
  const reference = /ACT-\d{4}-\d{5}/.exec(page.url())?.[0] ?? ''

  await page.getByRole('button', { name: 'Check before publishing' }).click()
  await expect(page.getByText('The kind of work is missing.')).toBeVisible()
  await expect(page.getByText('No pillar of the Global Plan is chosen.')).toBeVisible()
  await expectNoViolation(page)
  await choose(page, 'Kind of work', 'Capacity-building and training')
  await choose(page, 'Level', 'National')
  await page.getByRole('checkbox', { name: 'Prosecuting the crime' }).focus()
  await page.keyboard.press('Space')
  await typeDate(page, 'Start', '01022030')
  await expect(page.getByText('1 point needs a reason', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Saved as version 2')).toBeVisible()

  await page.getByRole('button', { name: 'Publish…' }).click()
  const dialog = page.getByRole('alertdialog')
  await expect(dialog.getByRole('button', { name: 'Publish', exact: true })).toBeDisabled()
  await dialog.getByLabel(/No SDG target is chosen/).fill('Serves several targets')
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page.getByText('Anyone can see it now')).toBeVisible()

  const anyone = await (await browser.newContext({ baseURL })).newPage()
  await anyone.goto(`/activities?lang=en&q=${encodeURIComponent(title)}`)
  await anyone.getByRole('link', { name: title }).click()
  await expect(anyone.getByRole('heading', { level: 1 })).toHaveText(title)
  await expect(anyone.getByText(reference)).toBeVisible()
  await expect(anyone.getByText('Serves several targets')).toHaveCount(0)
  await anyone.context().close()
})

test('two who edit at once lose nothing', async ({ page, browser, server, baseURL }) => {
  await signInAs(page, server, /Focal point/)
  await page.goto('/my/activities/new?lang=en')
  await page.getByLabel('Title in English').fill('Example: edited by two')
  await page.getByRole('button', { name: 'Save the draft' }).click()
  await page.waitForURL(/\/edit/)
  const address = page.url()
  const other = await (await browser.newContext({ baseURL })).newPage()
  await signInAs(other, server, /Contributor/)
  await other.goto(address)
  await other.getByLabel('Tools used').fill('Theirs')
  await other.getByLabel('Lessons learned').fill('A lesson of the other one')
  await other.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(other.getByText('Saved as version 2')).toBeVisible()
  await other.context().close()

  await page.getByLabel('Tools used').fill('Mine')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  const dialog = page.getByRole('alertdialog')
  await expect(dialog.getByText('Theirs')).toBeVisible()
  await expect(dialog.getByText('Lessons learned', { exact: false })).toBeVisible()
  await expectNoViolation(page)
  await dialog.getByRole('button', { name: 'Bring together and save' }).click()
  await expect(page.getByText('Saved as version 3')).toBeVisible()
  await expect(page.getByLabel('Tools used')).toHaveValue('Mine')
  await expect(page.getByLabel('Lessons learned')).toHaveValue('A lesson of the other one')
})

test('anyone narrows the log, and the address holds every filter', async ({ page }) => {
  await page.goto('/activities?lang=en')
  const status = page.getByRole('search').getByRole('status')
  const all = await status.textContent()
  await find(page, 'Country or region', 'afri', 'Africa')
  await expect(page).toHaveURL(/place=002/)
  await find(page, 'Global Plan pillars', 'Prosecuting', 'Prosecuting the crime')
  await expect(page).toHaveURL(/PROS/)
  await expect(status).not.toHaveText(all ?? '')
  const narrowed = await status.textContent()

  await page.goto(page.url())
  await expect(status).toHaveText(narrowed ?? '')
  await page.getByRole('tab', { name: 'Charts' }).click()
  await expect(page.getByRole('figure')).not.toHaveCount(0)
  await expect(page).toHaveURL(/view=charts/)
  await expectNoViolation(page)
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect(status).toHaveText(all ?? '')

  await page.goto('/activities?lang=en&q=nothing-of-this-kind')
  await expect(page.getByText('No activity matches these filters')).toBeVisible()
})
