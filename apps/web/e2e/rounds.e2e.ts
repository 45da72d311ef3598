import AxeBuilder from '@axe-core/playwright'
import { typeDate } from './support/books.ts'
import { expect, type Page, signInAs, test } from './support/test.ts'

const round = '/coordination/round'
const cards = (page: Page) => page.getByRole('main').locator('li[aria-label^="ACT-"]')

/** A report that nobody in the demonstration has an activity for: what it lists is what is logged in it. */
async function openAnotherRound(page: Page): Promise<void> {
  await page.goto(`${round}?lang=en`)
  await page.getByRole('button', { name: 'Close the round' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Close the round' }).click()
  await page.getByRole('button', { name: 'Open a round' }).click()
  await typeDate(page, 'From', '01012010')
  await typeDate(page, 'Until', '30062010')
  await typeDate(page, 'Deadline', '31072010')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Open a round' }).click()
  await expect(page.getByText('January – June 2010')).toBeVisible()
}

test('a cut line loses nothing of what was answered', async ({ page, server }) => {
  await signInAs(page, server, /Contributor/)
  await page.goto(`${round}?lang=en`)
  const open = cards(page).filter({ hasNot: page.locator('input:checked') })
  const references = [await open.nth(0).getAttribute('aria-label'), await open.nth(1).getAttribute('aria-label')]
  const [first, second] = references.map((reference) => page.locator(`li[aria-label="${reference}"]`))
  if (!first || !second) throw new Error('Nothing is left to answer')
  await page.context().setOffline(true)
  await first.getByRole('radio', { name: 'Unchanged' }).check()
  await second.getByRole('radio', { name: 'Update' }).check()
  await second.getByLabel('What changed (short)').fill('Example: two more weeks')
  await expect(page.getByText('2 answers are kept in this browser')).toBeVisible()
  await page.context().setOffline(false)
  await page.reload()
  await expect(page.getByText('All answers are sent')).toBeVisible()
  await page.reload()
  await expect(first.getByRole('radio', { name: 'Unchanged' })).toBeChecked()
  await expect(second.getByLabel('What changed (short)')).toHaveValue('Example: two more weeks')
})

test('a line that is cut in the very moment of a save counts the answer once', async ({ page, server }) => {
  await signInAs(page, server, /Focal point/, 0)
  await page.goto(`${round}?lang=en`)
  const card = cards(page)
    .filter({ hasNot: page.locator('input:checked') })
    .first()
  const reference = await card.getAttribute('aria-label')
  const answered = page.locator(`li[aria-label="${reference}"]`)
  const session = await page.context().newCDPSession(page)
  const line = (offline: boolean) =>
    session.send('Network.emulateNetworkConditions', {
      offline,
      latency: 600,
      downloadThroughput: 32_000,
      uploadThroughput: 32_000,
    })
  await session.send('Network.enable')
  await line(false)
  const leaves = page.waitForRequest((request) => request.url().includes('rounds.answer'))
  await answered.getByRole('radio', { name: 'Unchanged' }).check()
  await leaves
  await line(true)
  await expect(page.getByText('1 answer is kept in this browser')).toBeVisible()
  await line(false)
  await expect(page.getByText('All answers are sent')).toBeVisible()
  await page.reload()
  await expect(answered.getByRole('radio', { name: 'Unchanged' })).toBeChecked()
})

test('a round is opened, reported on, cleared by two agencies and counted', async ({
  page,
  browser,
  server,
  baseURL,
}) => {
  const another = async (who: RegExp, which = 0) => {
    const other = await (await browser.newContext({ baseURL })).newPage()
    await signInAs(other, server, who, which)
    return other
  }
  await signInAs(page, server, /Coordinator/)
  await openAnotherRound(page)

  const contributor = await another(/Contributor/)
  await contributor.goto(`${round}?lang=en`)
  await contributor.getByRole('button', { name: 'Log a new activity' }).click()
  const dialog = contributor.getByRole('alertdialog')
  await dialog.getByLabel('Title (in your language)').fill('Example: logged in the round')
  await dialog.getByRole('button', { name: 'Log a new activity' }).click()
  await expect(contributor.getByRole('link', { name: 'Example: logged in the round' })).toBeVisible()
  await contributor.getByRole('button', { name: 'Hand to the focal point' }).click()

  for (const which of [0, 1]) {
    const focalPoint = await another(/Focal point/, which)
    await focalPoint.goto('/my?lang=en')
    await focalPoint.getByRole('link', { name: 'Open the round' }).click()
    if (which === 1) await focalPoint.getByText('Nothing to report: all that is listed is still right').click()
    await focalPoint.getByRole('button', { name: 'Clear the report' }).click()
    await expect(focalPoint.getByText('The report of your agency is received')).toBeVisible()
    await focalPoint.context().close()
  }

  await page.reload()
  await expect(page.getByRole('row', { name: /^UNODC/ })).toContainText('Received')
  await expect(page.getByRole('row', { name: /^IOM/ })).toContainText('Received')
  await expect(page.getByRole('row', { name: /^ILO/ })).toContainText('Awaited')

  const anyone = await (await browser.newContext({ baseURL })).newPage()
  await anyone.goto('/agencies/iom?lang=en')
  await expect(anyone.getByText('Last updated', { exact: false })).toBeVisible()
  await expect(anyone.getByText(/Awaited|Reporting round/)).toHaveCount(0)
  await anyone.goto(`${round}?lang=en`)
  await expect(anyone.getByText(/Awaited|UNODC/)).toHaveCount(0)
  await anyone.context().close()
  await contributor.context().close()
})

for (const lang of ['en', 'ar']) {
  for (const who of [/Coordinator/, /Contributor/]) {
    test(`the round is accessible and fits 390 pixels for ${who}, in ${lang}`, async ({ page, server }) => {
      await signInAs(page, server, who)
      await page.setViewportSize({ width: 390, height: 844 })
      await page.goto(`${round}?lang=${lang}`)
      await page.getByRole('navigation').last().getByRole('link').first().waitFor()
      await page.waitForLoadState('networkidle')
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    })
  }
}
