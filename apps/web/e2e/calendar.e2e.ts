import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, signInAs, test } from './support/test.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']
const inTuvalu = '/coordination/calendar?lang=en&place=TUV'

/** The first day of next month, as typed in the British order and as the pages write its month. */
function nextMonth() {
  const now = new Date()
  const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1))
  const [year, month] = first.toISOString().split('-')
  return { typed: `01${month}${year}`, month: `${year}-${month}` }
}

async function logPlanned(page: Page, title: string): Promise<void> {
  await page.goto('/my/activities/new?lang=en')
  await page.getByLabel('Title in English').fill(title)
  await page.getByRole('combobox', { name: 'Add a place' }).fill('tuvalu')
  await page
    .getByRole('option', { name: /Tuvalu/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Kind of work' }).click()
  await page.getByRole('option', { name: 'Capacity-building and training' }).click()
  await page.getByRole('group', { name: 'Start' }).getByRole('spinbutton').first().focus()
  await page.keyboard.type(nextMonth().typed)
  await page.getByRole('button', { name: 'Save the draft' }).click()
  await page.waitForURL(/\/edit/)
  await page.getByRole('button', { name: 'Share with the group' }).click()
  await expect(page.getByText('All members can see it now')).toBeVisible()
}

test('one agency finds on the timeline what another one plans, and follows it in its own calendar program', async ({
  page,
  browser,
  server,
  baseURL,
  request,
}) => {
  const title = `Example: training on an atoll ${Date.now()}`
  const other = await (await browser.newContext({ baseURL })).newPage()
  await signInAs(other, server, /Focal point/, 1)
  await logPlanned(other, title)
  await other.context().close()

  await signInAs(page, server, /Focal point/, 0)
  await page.goto(inTuvalu)
  const bar = page.getByRole('link', { name: new RegExp(`^${title}\\. IOM\\. From 1 .* Planned\\.$`) })
  await expect(bar).toBeVisible()
  const timeline = page.getByRole('group', { name: /^Timeline of activities/ })
  const stops = timeline.locator('[data-bar][tabindex="0"]')
  await expect(stops).toHaveCount(1)
  await stops.focus()
  const bars = await timeline.locator('[data-bar]').count()
  for (let n = 0; n < bars && !(await bar.evaluate((one) => one === document.activeElement)); n += 1) {
    await page.keyboard.press('ArrowDown')
  }
  await expect(bar).toBeFocused()
  await page.keyboard.press('Home')
  await page.keyboard.press('End')
  await bar.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  await page.goBack()
  await page.getByRole('button', { name: 'Table', exact: true }).click()
  await expect(page.getByRole('table').getByRole('link', { name: title })).toBeVisible()

  await page.goto(`${inTuvalu}&view=month&month=${nextMonth().month}`)
  await expect(page.getByRole('table').getByRole('link', { name: title })).toBeVisible()

  const visitor = await (await browser.newContext({ baseURL })).newPage()
  await visitor.goto('/activities?lang=en&view=timeline&place=TUV')
  await expect(visitor.getByRole('heading', { level: 1 })).toBeVisible()
  await visitor.waitForLoadState('networkidle')
  await expect(visitor.getByText(title)).toHaveCount(0)
  await expect(visitor.getByRole('link', { name: new RegExp(title) })).toHaveCount(0)
  expect(await (await request.get('/calendars/places/TUV.ics')).text()).not.toContain('atoll')
  await visitor.context().close()

  await page.goto('/coordination/calendar?lang=en')
  await page.getByRole('link', { name: 'Into my calendar' }).click()
  await page.getByRole('combobox', { name: 'Activities in a country or region' }).fill('tuvalu')
  await page.getByRole('option', { name: 'Tuvalu' }).click()
  await page.getByRole('button', { name: 'Follow these activities' }).click()
  const address = await page.getByRole('textbox', { name: 'The address of your feed' }).inputValue()
  const calendar = await request.get(address)
  expect((await calendar.text()).replaceAll('\r\n ', '')).toContain(`SUMMARY:IOM: ${title}`)
  const headers = { 'if-none-match': String(calendar.headers().etag) }
  expect((await request.get(address, { headers })).status()).toBe(304)

  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('button', { name: 'Revoke In Tuvalu' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click()
  await expect(page.getByText('You follow no activities yet')).toBeVisible()
  expect((await request.get(address, { headers })).status()).toBe(404)
})

test('the public timeline shows what is published, and offers its calendar of an agency', async ({ page, request }) => {
  await page.goto('/activities?lang=en&view=timeline&agency=unodc')
  await expect(
    page
      .getByRole('group', { name: /^Timeline of activities/ })
      .getByRole('link')
      .first(),
  ).toBeVisible()
  const address = await page
    .getByRole('link', { name: 'Follow these in your own calendar program' })
    .getAttribute('href')
  expect(address).toBe('/calendars/agencies/unodc.ics?lang=en')
  expect(await (await request.get(address ?? '')).text()).toMatch(/^BEGIN:VCALENDAR\r\n/)
})

for (const lang of ['en', 'ar']) {
  test(`calendar, timeline and feeds are accessible and fit 390 pixels, in ${lang}`, async ({ page, server }) => {
    await signInAs(page, server, /Focal point/)
    await page.setViewportSize({ width: 390, height: 844 })
    for (const path of [
      '/coordination/calendar?place=002&',
      '/coordination/calendar?view=month&',
      '/activities?view=timeline&place=UGA&rows=subregion&',
      '/my/feeds?',
    ]) {
      await page.goto(`${path}lang=${lang}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await page.waitForLoadState('networkidle')
      const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
      expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([])
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(overflow, path).toBeLessThanOrEqual(0)
    }
  })
}
