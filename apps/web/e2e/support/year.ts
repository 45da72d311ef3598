import { chooseFrom, definition, fillAmount, typeDate } from './books.ts'
import { expect, type Page } from './test.ts'

/** The number of the last entry that the statement on this page counts. */
export async function numberOfLastEntry(page: Page): Promise<number> {
  const words = await page.getByText(/As of entry [\d,]+\./).textContent()
  return Number(words?.match(/As of entry ([\d,]+)\./)?.[1]?.replaceAll(',', ''))
}

/** Every figure of this year's statement as of an entry. */
export async function statementAsOf(page: Page, entry: number): Promise<string[]> {
  await page.goto(`/books/statement?asOf=${entry}&lang=en`)
  await expect(page.getByRole('table', { name: 'By donor' })).toBeVisible()
  expect(await numberOfLastEntry(page)).toBe(entry)
  return page.getByRole('table').allInnerTexts()
}

export function todayTyped(): string {
  const [year, month, day] = new Date().toISOString().slice(0, 10).split('-')
  return `${day}${month}${year}`
}

export async function announce(page: Page, amount: string, currency: string): Promise<void> {
  await fillAmount(page, 'Amount', amount, currency)
  await page.getByText('By terms').click()
  await page.getByRole('textbox', { name: 'How many' }).fill('3')
  await typeDate(page, 'First one on or after', '31012027')
  await page.getByRole('button', { name: 'Announce', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Formalise this pledge' })).toBeVisible()
}

/** Signs what was announced; the address of the pledge. */
export async function formalise(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Formalise this pledge' }).click()
  await page.getByRole('textbox', { name: 'Evidence' }).fill('Exchange of letters, example')
  await page.getByRole('button', { name: 'Formalise', exact: true }).click()
  await expect(definition(page, 'Outstanding')).toBeVisible()
  return `${new URL(page.url()).pathname}?lang=en`
}

export async function recordPayment(
  page: Page,
  donorPage: string,
  { amount, currency, account }: { amount: string; currency: string; account: string },
): Promise<void> {
  await page.goto(donorPage)
  await page.getByRole('link', { name: 'Record a payment' }).click()
  await fillAmount(page, 'Amount that the donor sent', amount, currency)
  await chooseFrom(page, /Bank account/, account)
  await page.getByRole('textbox', { name: 'Bank reference' }).fill(`YEAR ${amount} ${currency}`)
}

export async function openMenu(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'Something changed' }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

/** The second officer reads what was asked and why, and confirms it. */
export async function confirm(page: Page, what: RegExp, reason: string): Promise<void> {
  await page.goto('/books/signatures?lang=en')
  const asked = page.getByRole('article', { name: what }).filter({ hasText: reason })
  await asked.getByRole('button', { name: 'Confirm' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Confirm' }).click()
  await expect(page.getByText(/^Confirmed: booked as entry \d+/)).toBeVisible()
  await expect(asked).toBeHidden()
}
