import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, signInAs, test } from './support/test.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag22aa']

/** Types what makes two activities look alike; the reference once it is saved. */
async function log(page: Page, title: string): Promise<string> {
  await page.goto('/my/activities/new?lang=en')
  await page.getByLabel('Title in English').fill(title)
  await page.getByRole('combobox', { name: 'Add a place' }).fill('tuval')
  await page
    .getByRole('option', { name: /Tuvalu/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Kind of work' }).click()
  await page.getByRole('option', { name: 'Capacity-building and training' }).click()
  await page.getByRole('checkbox', { name: 'Prosecuting the crime' }).focus()
  await page.keyboard.press('Space')
  await page.getByRole('group', { name: 'Start' }).getByRole('spinbutton').first().focus()
  await page.keyboard.type('01022031')
  return title
}

async function saveAndShare(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Save the draft' }).click()
  await page.waitForURL(/\/my\/activities\/ACT-\d{4}-\d{5}\/edit/)
  await page.getByRole('button', { name: 'Share with the group' }).click()
  await expect(page.getByText('Group only').first()).toBeVisible()
  return /ACT-\d{4}-\d{5}/.exec(page.url())?.[0] ?? ''
}

test('two agencies see that they plan the same, and one says how they coordinate', async ({
  page,
  browser,
  server,
  baseURL,
}) => {
  const other = await (await browser.newContext({ baseURL })).newPage()
  await signInAs(other, server, /Focal point/, 1)
  const title = await log(other, `Example: mock trials for prosecutors of the islands ${Date.now()}`)
  const theirs = await saveAndShare(other)

  await signInAs(page, server, /Focal point/, 0)
  await log(page, title)
  const radar = page.getByRole('complementary', { name: 'Possible overlaps' })
  const hit = radar.getByRole('listitem').filter({ has: page.getByRole('link', { name: title }) })
  await expect(hit.getByText('Place: Tuvalu')).toBeVisible()
  await expect(hit.getByText('Title: similar words')).toBeVisible()
  await expect(radar.getByText('Once this activity is saved and shared', { exact: false })).toBeVisible()
  const ours = await saveAndShare(page)

  await hit.getByRole('button', { name: 'Coordinate…' }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByRole('button', { name: 'Settle', exact: true }).click()
  await expect(dialog.getByText('A few words are missing', { exact: false })).toBeVisible()
  await dialog.getByLabel('How you coordinate').fill('One programme, two halves of the year')
  await dialog.getByRole('button', { name: 'Settle', exact: true }).click()
  await expect(hit.getByText('One programme, two halves of the year', { exact: false })).toBeVisible()

  await other.goto(`/activities/${theirs}?lang=en`)
  await expect(other.getByText('One programme, two halves of the year', { exact: false })).toBeVisible()

  await page.getByLabel('Title in English').fill('Example: mock trials for prosecutors of the islands, and judges')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Saved as version 3')).toBeVisible()
  await other.goto(`/activities/${theirs}?lang=en`)
  await expect(other.getByText('What changed since the verdict: Title', { exact: false })).toBeVisible()
  await other.getByRole('button', { name: 'Different because…' }).first().click()
  await other.getByLabel('Why it is different work').fill('Theirs is for judges now')
  await other.getByRole('button', { name: 'Settle', exact: true }).click()
  await page.goto('/coordination/overlaps?lang=en&state=settled&agency=unodc&other=iom')
  await expect(page.getByText(ours)).toBeVisible()
  await other.context().close()
})

test('two agencies make one joint activity out of two records, and take it apart again', async ({
  page,
  browser,
  server,
  baseURL,
}) => {
  const other = await (await browser.newContext({ baseURL })).newPage()
  await signInAs(other, server, /Focal point/, 1)
  const title = await log(other, `Example: exchange of registrars between islands ${Date.now()}`)
  const theirs = await saveAndShare(other)
  await signInAs(page, server, /Focal point/, 0)
  await log(page, title)
  const ours = await saveAndShare(page)

  await page.goto(`/coordination/overlaps/${ours}/${theirs}?lang=en`)
  await expect(page.getByRole('row', { name: /Lead agency/ }).getByText('Differs')).toBeVisible()
  await page.getByText('Prepare a proposal').click()
  await page.getByRole('radio', { name: new RegExp(`^${ours}, led by UNODC`) }).focus()
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Propose to join' }).click()
  await expect(page.getByRole('textbox', { name: /Why it is one work/ })).toHaveAttribute('aria-invalid', 'true')
  await page.getByLabel('Why it is one work').fill('One exchange, hosted by both')
  await page.getByRole('button', { name: 'Propose to join' }).click()
  await expect(page.getByText('IOM has not answered yet')).toBeVisible()

  await other.goto(`/coordination/overlaps/${theirs}/${ours}?lang=en`)
  await expect(other.getByText('One exchange, hosted by both', { exact: false }).first()).toBeVisible()
  await other.getByRole('button', { name: 'Agree and join' }).click()
  await expect(other.getByRole('link', { name: 'Open the joint activity' })).toBeVisible()

  await other.goto(`/activities/${theirs}?lang=en`)
  await expect(other.getByText(`${theirs} was joined into this activity`, { exact: false })).toBeVisible()
  await expect(other.getByText('Joint activity').first()).toBeVisible()
  await other.getByText(`${theirs}, joined`, { exact: false }).click()
  await expect(other.getByText('Shared with the group').first()).toBeVisible()

  await other.goto(`/coordination/overlaps/${ours}/${theirs}?lang=en`)
  await other.getByRole('button', { name: 'Separate again…' }).click()
  await other.getByRole('textbox', { name: /^Why/ }).fill('The host changed')
  await other.getByRole('button', { name: 'Separate', exact: true }).click()
  await expect(other.getByText('Separated by IOM', { exact: false })).toBeVisible()
  await page.goto(`/activities/${theirs}?lang=en`)
  await expect(page.getByText(theirs).first()).toBeVisible()
  await expect(page.getByText('was joined into this activity', { exact: false })).toBeHidden()
  await other.context().close()
})

for (const lang of ['en', 'ar']) {
  test(`the overlaps are accessible and fit 390 pixels, in ${lang}`, async ({ page, server }) => {
    await signInAs(page, server, /Focal point/)
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto('/coordination/overlaps?lang=en')
    const pair = await page
      .getByRole('link', { name: /^Compare/ })
      .first()
      .getAttribute('href')
    const paths = ['/coordination/overlaps', '/coordination/overlaps?state=settled', '/my/activities/new']
    for (const path of [...paths, (pair ?? '').replace(/[?].*/, ''), '/agencies/unodc']) {
      await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await page.waitForLoadState('networkidle')
      const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
      expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), path).toBe(true)
    }
  })
}
