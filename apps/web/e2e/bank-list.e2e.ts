import AxeBuilder from '@axe-core/playwright'
import { fillAmount, openBankAccount, registerDonor, typeDate } from './support/books.ts'
import { expect, signInAs, test } from './support/test.ts'

const donor = 'Example Donor of a bank list'
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']
const day = '2026-11-02'
const bankList = [
  'date received,amount,currency,bank reference,sender,text',
  `${day},1500.00,USD,E2E LIST 1,EXAMPLE DONOR OF A BANK LIST,`,
  `${day},12.50,USD,E2E LIST 2,,Returned charge`,
].join('\n')
const extract = [
  'document number,posting date,kind,amount,currency,usd,text',
  `E2E 5100001,${day},CONTRIBUTION,1500,USD,1500,Example`,
  `E2E 5100002,${day},INTEREST,3.20,USD,3.20,Example`,
].join('\n')

const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })

test('books what the bank lists after it was explained and added up, and reconciles it', async ({ page, server }) => {
  await signInAs(page, server, /Fund manager/)
  await registerDonor(page, donor)
  await page.getByRole('link', { name: 'Record a payment' }).click()
  await fillAmount(page, 'Amount that the donor sent', '1', 'USD')
  await openBankAccount(page, 'Example account of a bank list')

  await test.step('says of each line what it is, and asks for what is not clear', async () => {
    await page.goto('/books/bank-list?lang=en')
    await page.getByRole('button', { name: /Bank account of the list/ }).click()
    await page.getByRole('option', { name: /Example account of a bank list/ }).click()
    const broken = bankList.replace('12.50', '"1.234,50"')
    await page.locator('input[type=file]').setInputFiles(file('broken.csv', broken))
    await expect(page.getByRole('row', { name: /Line 3.*amount/i })).toBeVisible()
    await page.getByRole('button', { name: 'Choose another file' }).click()
    await page.getByRole('button', { name: /Bank account of the list/ }).click()
    await page.getByRole('option', { name: /Example account of a bank list/ }).click()
    await page.locator('input[type=file]').setInputFiles(file('list.csv', bankList))
    await expect(page.getByRole('row', { name: /Line 2/ })).toContainText(`The sender is “${donor}”`)
    await expect(page.getByRole('row', { name: /Line 3/ })).toContainText('Not matched')
    const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
    expect(violations).toEqual([])
  })

  await test.step('books nothing before every line is decided and the totals agree', async () => {
    const book = page.getByRole('button', { name: 'Book the list' })
    await expect(book).toBeDisabled()
    await page.getByRole('button', { name: 'Decide on line 3' }).click()
    await page.getByText('Leave out', { exact: true }).click()
    await page.getByRole('textbox', { name: 'Why the line is left out' }).fill('A correction by the bank')
    await page.getByRole('button', { name: 'Keep this decision' }).click()
    await page.getByRole('textbox', { name: /Number of payments/ }).fill('2')
    await page.getByRole('textbox', { name: /Their sum/ }).fill('1512.40')
    await expect(page.getByText('The totals do not agree')).toBeVisible()
    await page.getByRole('textbox', { name: /Their sum/ }).fill('1512.50')
    await expect(page.getByText('The totals agree.')).toBeVisible()
    await book.click()
    await expect(page.getByText('The list is booked')).toBeVisible()
    await page.getByRole('link', { name: 'Show the list' }).click()
    await expect(page.getByRole('row', { name: /Line 3/ })).toContainText('A correction by the bank')
  })

  await test.step('matches the payment with the accounts of record', async () => {
    const payment = await page
      .getByRole('row', { name: /Line 2/ })
      .getByRole('link')
      .innerText()
    await page.goto('/books/reconciliation?lang=en')
    await typeDate(page, 'From', '02112026')
    await typeDate(page, 'Until', '02112026')
    await page.locator('input[type=file]').setInputFiles(file('extract.csv', extract))
    await page.getByRole('button', { name: 'Keep the extract and match' }).click()
    await expect(page.getByText('The extract is kept')).toBeVisible()
    await page.getByRole('tab', { name: /^Matched/ }).click()
    await expect(page.getByRole('row', { name: /E2E 5100001/ })).toContainText(payment)
    await page.getByRole('tab', { name: /^Only there/ }).click()
    await page.getByRole('button', { name: 'Match document E2E 5100002' }).click()
    await expect(page.getByRole('alertdialog')).toBeVisible()
    const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
    expect(violations).toEqual([])
  })
})
