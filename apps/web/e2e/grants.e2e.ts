import { choose, chooseFrom, definition } from './support/books.ts'
import { expect, signInAs, test } from './support/test.ts'

const title = 'Example: a grant of this journey'

test('takes a grant from the proposal to the award by two officers, and hides it until it may be told', async ({
  page,
  browser,
  server,
}) => {
  await signInAs(page, server, /Fund manager/)

  await test.step('opens a call and proposes a grant under it', async () => {
    await page.goto('/books/grants/calls?lang=en')
    await page.getByRole('button', { name: 'Open a call' }).first().click()
    const dialog = page.getByRole('alertdialog')
    await dialog.getByRole('textbox', { name: 'Title in English' }).fill('Example call of this journey')
    await dialog.getByRole('textbox', { name: 'Cycle' }).fill('J')
    await dialog.getByRole('textbox', { name: 'Source' }).fill('Example')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(dialog).toBeHidden()
    await page.goto('/books/grants/new?lang=en')
    await chooseFrom(page, /^Call/, 'Example call of this journey')
    await choose(page, page.getByRole('combobox', { name: 'Grantee' }), 'Example Shelter A')
    await choose(page, page.getByRole('combobox', { name: 'Where the money works' }), 'Kenya')
    await page.getByRole('textbox', { name: 'Title of the project' }).fill(title)
    await page.getByText('Legal', { exact: true }).click()
    await page.getByRole('textbox', { name: 'Amount asked for' }).fill('12000')
    await page.getByRole('button', { name: 'Propose', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  })
  const grant = new URL(page.url()).pathname

  await test.step('records advice and decision, and asks for the second signature', async () => {
    const dialog = page.getByRole('alertdialog')
    await page.getByRole('button', { name: 'Record the board’s advice' }).click()
    await dialog.getByRole('button', { name: 'Record', exact: true }).click()
    await page.getByRole('button', { name: 'Record UNODC’s decision' }).click()
    await dialog.getByRole('button', { name: 'Record', exact: true }).click()
    await page.getByRole('button', { name: 'Award the grant' }).click()
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Agreement, example')
    await dialog.getByRole('button', { name: 'Ask for the second signature' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByText(/USD\s12,000.00 to GRA-/)).toBeVisible()
  })

  await test.step('is awarded when another officer confirms it', async () => {
    const second = await browser.newContext({ baseURL: server.address })
    const hers = await second.newPage()
    await signInAs(hers, server, /Fund manager/, 1)
    await hers.goto('/books/signatures?lang=en')
    const asked = hers.getByRole('article', { name: /^Award USD\s12,000.00 to GRA-/ })
    await asked.getByRole('button', { name: 'Confirm' }).click()
    await hers.getByRole('alertdialog').getByRole('button', { name: 'Confirm' }).click()
    await expect(hers.getByText(/^Confirmed: booked as entry \d+/)).toBeVisible()
    await second.close()
    await page.goto(`${grant}?lang=en`)
    await expect(definition(page, 'Still payable')).toHaveText(/USD\s12,000.00/)
  })

  await test.step('is withheld from visitors until somebody says that it may be told', async () => {
    const visitor = await browser.newContext({ baseURL: server.address })
    const publicPage = await visitor.newPage()
    await publicPage.goto('/fund/grants?lang=en')
    await expect(publicPage.getByRole('heading', { level: 1 })).toHaveText('Grants')
    await expect(publicPage.getByText(title)).toHaveCount(0)
    await page.getByRole('button', { name: 'Other steps' }).click()
    await page.getByRole('menuitem', { name: /Say what may be public/ }).click()
    const dialog = page.getByRole('alertdialog')
    await dialog.getByText('Grantee, place, title and amount are told.').click()
    await dialog.getByRole('button', { name: 'Set', exact: true }).click()
    await expect(dialog).toBeHidden()
    await publicPage.reload()
    await expect(publicPage.getByText(title)).toBeVisible()
    await visitor.close()
  })
})

test('the money of hidden grants is told by a release, and says which one', async ({ page }) => {
  await page.goto('/fund/grants?lang=en')
  const pools = page.getByRole('table', { name: 'And other grants' })
  await expect(pools.getByRole('row', { name: /not listed/ }).first()).toBeVisible()
  await expect(page.getByText(/As of release \d+ of .*; it changes with the next release only/)).toBeVisible()
  await page.goto('/fund/statement?lang=en')
  await expect(page.getByText('grants that are not public are left out', { exact: false })).toBeVisible()
})
