import { choose, chooseFrom, fillAmount } from './books.ts'
import { expect, type Page } from './test.ts'

/** Proposes a grant of KES 1,300,000 on the page that is open. */
export async function proposeGrant(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Call\b|\bCall$/ }).click()
  await page.getByRole('option').first().click()
  await choose(page, page.getByRole('combobox', { name: 'Grantee' }), 'Example')
  await choose(page, page.getByRole('combobox', { name: 'Where the money works' }), 'Kenya')
  await page.getByRole('textbox', { name: 'Title of the project' }).fill('Example shelter')
  await page.getByRole('group', { name: 'Kinds of aid' }).locator('label').first().click()
  await fillAmount(page, 'Amount asked for', '1300000.00', 'KES')
  await page.getByRole('button', { name: 'Propose' }).click()
  await expect(page.getByRole('heading', { name: 'What comes next' })).toBeVisible()
}

/** The board advises, UNODC decides. */
export async function decideGrant(page: Page): Promise<void> {
  const window = page.getByRole('alertdialog')
  for (const next of ['Record the board’s advice', 'Record UNODC’s decision']) {
    await page.getByRole('button', { name: next }).click()
    await window.getByRole('button', { name: 'Record' }).click()
    await expect(window).toBeHidden()
  }
}

export async function awardGrant(page: Page, secondOfficer: Page): Promise<void> {
  const window = page.getByRole('alertdialog')
  const what = /^Award KES\s1,300,000.00/
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
}

/** Pays the grant of shillings with dollars. */
export async function disburseGrant(page: Page, document: string): Promise<void> {
  const window = page.getByRole('alertdialog')
  await page.getByRole('button', { name: 'Disburse' }).click()
  await chooseFrom(page, /Bank account/, 'Example account USD')
  await window.getByRole('textbox', { name: 'What left the account' }).fill('10100')
  await window.getByRole('textbox', { name: 'Accounting document' }).fill(document)
  await window.getByRole('button', { name: 'Disburse' }).click()
  await expect(page.getByText('Grant disbursed').first()).toBeVisible()
  await expect(window).toBeHidden()
}

/** The grantee sends KES 129,500 back, of which USD 1,000 reach the account. */
export async function recordGrantRefund(page: Page, document: string): Promise<void> {
  const window = page.getByRole('alertdialog')
  const refund = page.getByRole('button', { name: 'Record a refund' })
  if (await refund.isVisible()) await refund.click()
  else {
    await page.getByRole('button', { name: 'Other steps' }).click()
    await page.getByRole('menuitem', { name: /^Record a refund/ }).click()
  }
  await chooseFrom(page, /Bank account/, 'Example account USD')
  await window.getByRole('textbox', { name: 'Part of the grant that came back' }).fill('129500')
  await window.getByRole('textbox', { name: 'What reached the account' }).fill('1000')
  await window.getByRole('textbox', { name: 'Accounting document' }).fill(document)
  await window.getByRole('button', { name: 'Record' }).click()
  const step = page.getByRole('listitem').filter({ hasText: 'Grant refunded by the grantee' })
  await step.getByRole('link', { name: /^Entry \d+/ }).click()
  await expect(page.getByText(/KES\s129,500.00/).first()).toBeVisible()
}
