import { choose, chooseFrom, fillAmount } from './support/books.ts'
import { expect, signInAs, test } from './support/test.ts'

test('awards a grant with two officers, pays it in the local currency, and takes back what came back', async ({
  page,
  browser,
  server,
}) => {
  test.setTimeout(180_000)
  await signInAs(page, server, /Fund manager/)
  const other = await browser.newContext({ baseURL: server.address })
  const secondOfficer = await other.newPage()
  await signInAs(secondOfficer, server, /Fund manager/, 1)
  const window = page.getByRole('alertdialog')
  const what = /^Award KES\s1,300,000.00/

  await test.step('proposes it', async () => {
    await page.goto('/books/grants/new?lang=en')
    await page.getByRole('button', { name: /^Call\b|\bCall$/ }).click()
    await page.getByRole('option').first().click()
    await choose(page, page.getByRole('combobox', { name: 'Grantee' }), 'Example')
    await choose(page, page.getByRole('combobox', { name: 'Where the money works' }), 'Kenya')
    await page.getByRole('textbox', { name: 'Title of the project' }).fill('Example shelter')
    await page.getByRole('group', { name: 'Kinds of aid' }).locator('label').first().click()
    await fillAmount(page, 'Amount asked for', '1300000.00', 'KES')
    await page.getByRole('button', { name: 'Propose' }).click()
    await expect(page.getByRole('heading', { name: 'What comes next' })).toBeVisible()
  })

  await test.step('the board advises, UNODC decides', async () => {
    for (const next of ['Record the board’s advice', 'Record UNODC’s decision']) {
      await page.getByRole('button', { name: next }).click()
      await window.getByRole('button', { name: 'Record' }).click()
      await expect(window).toBeHidden()
    }
  })

  await test.step('one officer asks for the award, the other one confirms it', async () => {
    await page.getByRole('button', { name: 'Award the grant' }).click()
    await window.getByRole('textbox', { name: 'Reason' }).fill('Example agreement')
    await window.getByRole('button', { name: 'Ask for the second signature' }).click()
    await expect(page.getByText('Waits for a second officer')).toBeVisible()
    await secondOfficer.goto('/books/signatures?lang=en')
    await secondOfficer.getByRole('article', { name: what }).getByRole('button', { name: 'Confirm' }).click()
    await secondOfficer.getByRole('alertdialog').getByRole('button', { name: 'Confirm' }).click()
    await expect(secondOfficer.getByText(/^Confirmed: booked as entry \d+/)).toBeVisible()
    await page.reload()
    await expect(page.getByText('Grant awarded').first()).toBeVisible()
  })

  await test.step('pays it in shillings from dollars, and records what the grantee sent back', async () => {
    await page.getByRole('button', { name: 'Disburse' }).click()
    await chooseFrom(page, /Bank account/, 'Example account USD')
    await window.getByRole('textbox', { name: 'What left the account' }).fill('10100')
    await window.getByRole('textbox', { name: 'Accounting document' }).fill('EXAMPLE-2')
    await window.getByRole('button', { name: 'Disburse' }).click()
    await expect(page.getByText('Grant disbursed').first()).toBeVisible()
    await expect(window).toBeHidden()
    const refund = page.getByRole('button', { name: 'Record a refund' })
    if (await refund.isVisible()) await refund.click()
    else {
      await page.getByRole('button', { name: 'Other steps' }).click()
      await page.getByRole('menuitem', { name: /^Record a refund/ }).click()
    }
    await chooseFrom(page, /Bank account/, 'Example account USD')
    await window.getByRole('textbox', { name: 'Part of the grant that came back' }).fill('129500')
    await window.getByRole('textbox', { name: 'What reached the account' }).fill('1000')
    await window.getByRole('textbox', { name: 'Accounting document' }).fill('EXAMPLE-3')
    await window.getByRole('button', { name: 'Record' }).click()
    const step = page.getByRole('listitem').filter({ hasText: 'Grant refunded by the grantee' })
    await step.getByRole('link', { name: /^Entry \d+/ }).click()
    await expect(page.getByText(/KES\s129,500.00/).first()).toBeVisible()
  })

  await other.close()
})
