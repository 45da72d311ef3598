import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, signInAs, test } from './support/test.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']
const state = 'Example State of this merge'
const embassy = 'Example Embassy of this merge'
const bank = 'Example Bank of this split'

test('merges an embassy into its State, leads its address there, undoes it, and splits a pledge off', async ({
  page,
  server,
}) => {
  await signInAs(page, server, /Fund manager/)
  const embassyAt = await registerDonor(page, embassy)
  await announce(page, '4000')
  const stateAt = await registerDonor(page, state)
  await announce(page, '6000')

  await test.step('shows both side by side, and asks for a reason', async () => {
    await page.goto(`${stateAt}?lang=en`)
    await page.getByRole('button', { name: 'Merge with another donor' }).click()
    const dialog = page.getByRole('alertdialog')
    const box = dialog.getByRole('combobox', { name: 'The donor that is the same' })
    await box.fill(embassy)
    await page.getByRole('option', { name: embassy }).click()
    await expect(dialog.getByRole('row', { name: /^Announced/ })).toHaveText(/USD\s6,000.00.*USD\s4,000.00/)
    await dialog.getByRole('button', { name: 'Merge', exact: true }).click()
    await expect(dialog.getByRole('textbox', { name: 'Reason' })).toHaveAttribute('aria-invalid', 'true')
    const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('The embassy of the same State')
    await dialog.getByRole('button', { name: 'Merge', exact: true }).click()
    await expect(page.getByText(`${embassy} was merged into this donor`)).toBeVisible()
    await expect(page.getByText(/USD\s10,000.00/).first()).toBeVisible()
  })

  await test.step('leads the other addresses here, the public one too', async () => {
    await page.goto(`${embassyAt}?lang=en`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(state)
    expect(new URL(page.url()).pathname).toBe(stateAt)
    await page.goto(`${embassyAt.replace('/books/', '/fund/')}?lang=en`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(state)
  })

  await test.step('undoes it, and both are what they were', async () => {
    await page.goto(`${stateAt}?lang=en`)
    await page.getByRole('button', { name: `Undo the merge with ${embassy}` }).click()
    const dialog = page.getByRole('alertdialog')
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Another State after all')
    await dialog.getByRole('button', { name: 'Undo the merge' }).click()
    await expect(page.getByText(`The merge with ${embassy} was undone`)).toBeVisible()
    await page.goto(`${embassyAt}?lang=en`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(embassy)
  })

  await test.step('splits a pledge off to a new donor', async () => {
    await page.getByRole('button', { name: 'Split off' }).click()
    const dialog = page.getByRole('alertdialog')
    await dialog.getByText(/^PLG-/).click()
    await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill(bank)
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Announced by the bank')
    await dialog.getByRole('button', { name: 'Split off' }).click()
    await expect(page.getByText(`Split off to ${bank}`)).toBeVisible()
    await expect(page.getByText('No pledge yet')).toBeVisible()
  })
})

/** The path of the new donor's page. */
async function registerDonor(page: Page, name: string): Promise<string> {
  await page.goto('/books/donors/new?lang=en')
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name)
  await page.getByRole('button', { name: 'Register', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  return new URL(page.url()).pathname
}

async function announce(page: Page, amount: string): Promise<void> {
  await page.getByRole('link', { name: 'Announce a pledge' }).click()
  await page.getByRole('textbox', { name: 'Amount' }).fill(amount)
  await page.getByRole('button', { name: 'Announce', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/from/)
}
