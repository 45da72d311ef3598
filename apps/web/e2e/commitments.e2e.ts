import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, signInAs, test } from './support/test.ts'

const series = '/commitments/indicators/regional-mechanisms-used'
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

async function chooseFile(page: Page, name: string, lines: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a file' }).click()
  const buffer = Buffer.from(`date,value,unit,place,definition,source\n${lines}\n`)
  await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer })
}

test('a coordinator adds evidence and a status, and the public sees what is public', async ({
  page,
  server,
  browser,
  baseURL,
}) => {
  const symbol = `A/EXAMPLE/${Date.now()}`
  await signInAs(page, server, /Coordinator/)
  await page.goto('/commitments/declaration-2017/17?lang=en')
  await page.getByRole('button', { name: 'Add evidence' }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByLabel('Symbol').fill(symbol)
  await dialog.getByLabel('Address').fill('http://example.org')
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(dialog.getByText('it has to begin with https://')).toBeVisible()
  await expect(dialog.getByLabel('Symbol')).toHaveValue(symbol)
  await dialog.getByLabel('Title').fill('Example report')
  await dialog.getByLabel('Address').fill('https://example.org/report')
  await dialog.getByLabel('Note in English').fill('Example note')
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByRole('link', { name: symbol })).toBeVisible()

  await page.getByRole('button', { name: 'Record the status of UNODC' }).click()
  await dialog.getByRole('button', { name: /Status$/ }).click()
  await page.getByRole('option', { name: 'Under way' }).click()
  await dialog.getByRole('button', { name: 'Record', exact: true }).click()
  await expect(page.getByText('UNODC: Under way').first()).toBeVisible()

  const anyone = await (await browser.newContext({ baseURL })).newPage()
  await anyone.goto('/commitments/declaration-2017/17?lang=en')
  await expect(anyone.getByRole('link', { name: symbol })).toHaveAttribute('href', 'https://example.org/report')
  await expect(anyone.getByText('Example note').first()).toBeVisible()
  await expect(anyone.getByText('How the status came to be')).toHaveCount(0)
  await anyone.goto('/commitments/declaration-2017/9?lang=en')
  await expect(anyone.getByRole('heading', { name: 'Evidence' })).toBeVisible()
  await expect(anyone.getByRole('heading', { name: 'Status', exact: true })).toHaveCount(0)
  await anyone.goto('/commitments/agencies?lang=en')
  await expect(anyone.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(anyone.getByRole('table')).toHaveCount(0)
})

test('a series from a file: refused for one row, taken whole, and broken where its definition changes', async ({
  page,
  server,
}) => {
  await signInAs(page, server, /Coordinator/)
  await page.goto(`${series}?lang=en`)
  await page.getByRole('link', { name: 'From a file' }).click()
  await chooseFile(page, 'bad.csv', '2020-12-31,3,count,,1,Example\n31/12/2021,4,count,,1,Example')
  await expect(page.getByRole('row', { name: /Line 3/ })).toContainText('31/12/2021')
  await page.getByRole('button', { name: 'Choose another file' }).click()
  await chooseFile(page, 'good.csv', '2020-12-31,3,count,,1,Example\n2021-12-31,4,count,,1,Example')
  await page.getByRole('button', { name: 'Take in 2 observations' }).click()
  await expect(page.getByText('2 observations are added.')).toBeVisible()
  await page.getByRole('button', { name: 'Another file' }).click()
  await chooseFile(page, 'good.csv', '2020-12-31,3,count,,1,Example\n2021-12-31,4,count,,1,Example')
  await expect(page.getByText('nothing would change')).toBeVisible()

  await page.goto(`${series}?lang=en`)
  await page.getByRole('button', { name: 'New definition' }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByLabel('Definition in English').fill('Example: mechanisms with a secretariat only.')
  await dialog.getByLabel('Source').fill('Example')
  await dialog.getByRole('button', { name: 'Add the definition' }).click()
  await expect(page.getByText('Example: mechanisms with a secretariat only.')).toBeVisible()
  await page.getByRole('button', { name: 'Add an observation' }).click()
  await dialog.getByRole('textbox', { name: 'Value' }).fill('2')
  await dialog.getByLabel('Source').fill('Example')
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByText('The observation is added.')).toBeVisible()
  const chart = page.getByRole('img', { name: /one line for each definition/ })
  await expect(chart.locator('polyline')).toHaveCount(2)
  await expect(chart.getByText('Definition 2')).toBeVisible()
})

test('two agencies see in the matrix that their activities are counted', async ({ page, server, browser, baseURL }) => {
  const other = await (await browser.newContext({ baseURL })).newPage()
  await signInAs(page, server, /Focal point/, 0)
  await signInAs(other, server, /Focal point/, 1)
  for (const [member, agency] of [
    [page, 'UNODC'],
    [other, 'IOM'],
  ] as const) {
    await member.goto('/commitments/agencies?lang=en')
    const cell = member.getByRole('link', { name: new RegExp(`of ${agency} for paragraph 5$`) })
    const count = Number(await cell.textContent())
    expect(count).toBeGreaterThan(0)
    await cell.click()
    await expect(member).toHaveURL(/\/activities\?.*paragraph.*agency/)
    await expect(member.getByRole('heading', { level: 1 })).toBeVisible()
  }
})

const pages = [
  '/commitments',
  '/commitments/declaration-2017/12',
  '/commitments/agencies',
  '/commitments/indicators/states-parties-trafficking-persons-protocol',
  '/commitments/indicators/reports-secretary-general-issued',
  '/commitments/indicators/reviews-completed/import',
]

for (const lang of ['en', 'ar']) {
  test(`the pages of the commitments are accessible and fit 390 pixels, in ${lang}`, async ({ page, server }) => {
    test.setTimeout(120_000)
    await signInAs(page, server, /Coordinator/)
    await page.setViewportSize({ width: 390, height: 844 })
    for (const path of pages) {
      await page.goto(`${path}?lang=${lang}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await page.waitForLoadState('networkidle')
      const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
      expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390)
    }
  })
}
