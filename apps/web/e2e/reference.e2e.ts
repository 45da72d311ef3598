import { expect, signInAs, test } from './support/test.ts'

test('the list of a year stands in its address, and what is unverified shows only to a coordinator who confirms it', async ({
  page,
  server,
  browser,
}) => {
  await page.goto('/agencies?lang=en')
  await page.getByRole('button', { name: /Year/ }).click()
  await page.getByRole('option', { name: '2019' }).click()
  await expect(page).toHaveURL(/year=2019/)
  await expect(page.getByRole('heading', { name: 'Members in 2019' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'UNICRI' })).toHaveCount(0)

  const coordinator = await (await browser.newContext()).newPage()
  await signInAs(coordinator, server, /coordinator/i)
  await coordinator.goto(`${server.address}/agencies?lang=en`)
  await coordinator.getByRole('button', { name: 'Confirm UNICRI: Member' }).click()
  await expect(coordinator.getByRole('status').getByText('Confirmed: everyone sees it now.')).toBeVisible()

  await page.reload()
  await expect(page.getByRole('link', { name: 'UNICRI' })).toBeVisible()
})

test('a fund manager shows a published figure to everyone, its note stays behind', async ({
  page,
  server,
  browser,
}) => {
  await page.goto('/fund/published?lang=en')
  await expect(page.getByText('Nothing is public yet')).toBeVisible()

  const manager = await (await browser.newContext()).newPage()
  await signInAs(manager, server, /fund manager/i)
  await manager.goto(`${server.address}/fund/published?lang=en&set=donors`)
  const row = manager.getByRole('row', { name: /Belgium.*2019/ })
  await expect(row).toContainText('close to half a million')
  await row.getByRole('button', { name: /Make public/ }).click()
  await expect(manager.getByText('1 row is public, of')).toBeVisible()

  await page.reload()
  const shown = page.getByRole('row', { name: /Belgium/ })
  await expect(shown).toContainText('EUR 2,000,000.00')
  await expect(page.getByText('close to half a million')).toHaveCount(0)
})

test('a place is found without its accents and says who works there', async ({ page }) => {
  await page.goto('/places?lang=fr')
  await page.getByRole('searchbox').fill('cote d ivoire')
  await page.getByRole('link', { name: 'Côte d’Ivoire' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Côte d’Ivoire')
  await expect(page.getByRole('heading', { name: 'Qui travaille ici' })).toBeVisible()
})

test('a paragraph leads to the public activities that answer it', async ({ page }) => {
  await page.goto('/commitments?lang=en&pillar=PROS')
  const paragraph = page.getByRole('listitem', { name: /Paragraph 5/ })
  await paragraph.getByRole('link', { name: /public activit/ }).click()
  await expect(page).toHaveURL(/\/activities\?.*paragraph/)
})
