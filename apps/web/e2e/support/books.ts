import { expect, type Page } from './test.ts'

export async function recordRate(page: Page, currency: string, units: string): Promise<void> {
  await page.goto('/books/rates?lang=en')
  await page.getByRole('button', { name: 'Record a rate' }).first().click()
  const dialog = page.getByRole('alertdialog')
  await choose(page, dialog.getByRole('combobox', { name: 'Currency' }), currency)
  await dialog.getByRole('textbox', { name: 'Units per US dollar' }).fill(units)
  await dialog.getByRole('button', { name: 'Record a rate' }).click()
  await expect(dialog).toBeHidden()
}

export async function registerDonor(page: Page, name: string): Promise<void> {
  await page.goto('/books/donors/new?lang=en')
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name)
  await page.getByRole('button', { name: 'Register', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
}

export async function openBankAccount(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Open a bank account' }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByRole('textbox', { name: 'Name of the account' }).fill(name)
  await dialog.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: /Bank account/ })).toContainText(name)
}

export async function fillAmount(page: Page, label: string, text: string, currency: string): Promise<void> {
  await page.getByRole('textbox', { name: label }).fill(text)
  await choose(page, page.getByRole('combobox', { name: 'Currency' }), currency)
}

export async function choose(page: Page, box: ReturnType<Page['getByRole']>, name: string): Promise<void> {
  const option = page.getByRole('option', { name: new RegExp(`^${name}`) }).first()
  // A page that scrolls meanwhile closes the list, and typing again opens it.
  await expect(async () => {
    await box.fill('')
    await box.fill(name)
    await option.click({ timeout: 2_000 })
  }).toPass()
}

/** Types a day part by part, in the order in which the field asks for it. */
export async function typeDate(page: Page, label: string, digits: string): Promise<void> {
  await page.getByRole('group', { name: label }).getByRole('spinbutton').first().click()
  await page.keyboard.type(digits)
}

export function definition(page: Page, term: string) {
  return page
    .locator('dl > div')
    .filter({ has: page.getByText(term, { exact: true }) })
    .locator('dd')
}

/** Chooses from a short list behind a button. */
export async function chooseFrom(page: Page, label: RegExp, name: string): Promise<void> {
  await page.getByRole('button', { name: label }).click()
  await page.getByRole('option', { name }).first().click()
}
