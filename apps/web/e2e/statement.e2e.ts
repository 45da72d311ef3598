import { readFile } from 'node:fs/promises'
import { expect, type Page, signInAs, test } from './support/test.ts'

test('states a year, the same as of an entry for ever, on paper and as a file, down to the entries of a line', async ({
  page,
  server,
}) => {
  await signInAs(page, server, /Fund manager/)
  await page.goto('/books/statement?from=2024-01-01&until=2024-12-31&lang=en')
  await expect(page.getByText('The closing balance is exactly what stands in the books.')).toBeVisible()
  const [opening = '', closing = ''] = await balancesOf(page)
  const asOf = (await page.getByText(/As of entry [\d,]+/).textContent())?.match(/As of entry ([\d,]+)/)?.[1] ?? ''

  await test.step('opens with what the year before closed with', async () => {
    await page.getByRole('link', { name: '2023', exact: true }).click()
    await expect(page.getByRole('table', { name: 'Fund balance' }).getByRole('row').last()).toContainText(opening)
  })

  await test.step('is the same as of its entry, at an address that can be sent', async () => {
    await page.goto(`/books/statement?from=2024-01-01&until=2024-12-31&asOf=${asOf.replaceAll(',', '')}&lang=en`)
    await expect(page.getByRole('table', { name: 'Fund balance' }).getByRole('row').last()).toContainText(closing)
  })

  await test.step('says at its field that an entry is still to come', async () => {
    await page.getByRole('textbox', { name: 'As of entry' }).fill('99999999')
    await page.keyboard.press('Tab')
    await expect(page.getByText(/Entry 99,?999,?999 is not booked yet/)).toBeVisible()
    await page.goto('/books/statement?from=2024-01-01&until=2024-12-31&lang=en')
  })

  await test.step('has every line and donor in its file', async () => {
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'CSV' }).click()])
    expect(file.suggestedFilename()).toMatch(/statement-2024-01-01-2024-12-31-entry-\d+\.csv$/)
    const text = await readFile(await file.path(), 'utf8')
    expect(text).toContain(`Fund balance,Closing balance,,,${closing.replaceAll(',', '')}`)
    expect(text.split('\r\n').length).toBeGreaterThan(60)
  })

  await test.step('prints the sheet and nothing around it', async () => {
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('button', { name: 'Print or save as PDF' })).toBeHidden()
    await expect(page.getByText('Demonstration data – no real money').last()).toBeVisible()
    await expect(page.getByRole('table', { name: 'Fund balance' })).toBeVisible()
    await page.emulateMedia({ media: 'screen' })
  })

  await test.step('leads from a line to its entries', async () => {
    await page
      .getByRole('row', { name: /Contributions formalised/ })
      .getByRole('link')
      .click()
    await expect(page).toHaveURL(/\/books\/journal\?.*account=pledge_income/)
    await expect(page.getByText(/^\d+ entries$/)).toBeVisible()
  })
})

test('anyone opens the proof of a line of the yearly statement', async ({ page }) => {
  await page.goto('/fund/statement?year=2024&lang=en')
  await page
    .getByRole('row', { name: /^Contributions formalised/ })
    .getByRole('button')
    .click()
  const proof = page.getByRole('dialog')
  await expect(proof).toContainText('What donors bound themselves to in the year')
  await expect(proof.getByRole('table', { name: 'Rates of exchange used' })).toBeVisible()
})

/** The first and the last amount of the fund's balance. */
async function balancesOf(page: Page): Promise<string[]> {
  const rows = page.getByRole('table', { name: 'Fund balance' }).getByRole('row')
  return [
    await rows.nth(1).getByRole('cell').last().innerText(),
    await rows.last().getByRole('cell').last().innerText(),
  ]
}
