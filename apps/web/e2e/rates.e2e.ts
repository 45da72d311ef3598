import AxeBuilder from '@axe-core/playwright'
import { addMonthsClamped, today } from '@concert/domain/calendar-date'
import { choose } from './support/books.ts'
import { expect, type Page, signInAs, test } from './support/test.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']
const header = 'currency,units per US dollar,effective from,source'
const thisMonth = `${today().slice(0, 7)}-01`
const lastMonth = addMonthsClamped(thisMonth, -1)

async function chooseFile(page: Page, name: string, text: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a file' }).click()
  await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text, 'latin1') })
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}

test('a fund manager brings in a file of rates: corrected first, looked at twice, then taken whole', async ({
  page,
  server,
}) => {
  await signInAs(page, server, /Fund manager/)
  await page.goto('/books/rates?lang=en')
  await page.getByRole('link', { name: 'Import a file' }).click()

  await test.step('says place by place what is wrong', async () => {
    await chooseFile(page, 'wrong.csv', `${header}\nMXN,"17,5",03/04/2026,UN\nMXN,1e1,${thisMonth},UN\n`)
    await expect(page.getByText('can be read as two different days')).toBeVisible()
    await expect(page.getByRole('row', { name: /Line 3/ })).toContainText('units per US dollar')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Choose another file' }).click()
  })

  await test.step('asks before it reads what is not Unicode', async () => {
    await chooseFile(page, 'latin.csv', `${header}\nMXN,17.5,${thisMonth},Tr\xe9sor\n`)
    await page.getByRole('button', { name: 'Read it as Windows-1252' }).click()
    await expect(page.getByRole('row', { name: /MXN/ })).toContainText('Trésor')
    await page.getByRole('button', { name: 'Choose another file' }).click()
  })

  await test.step('takes a file with a jump only with its tick and a reason', async () => {
    const lines = [`MXN,17.5,${lastMonth},UN`, `MXN,22.5,${thisMonth},UN`, `ZAR,18,${thisMonth},UN`]
    await chooseFile(page, 'rates.csv', `${header}\n${lines.join('\n')}\n`)
    await expect(page.getByText('3 new rates, 0 changed, 0 as they are')).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Take in 3 rates' }).click()
    await expect(page.getByText(/has to be looked at and ticked|1 rate has to be looked at/).last()).toBeVisible()
    await page.getByText(/MXN.*22.5 is a change of 28 % against 17.5/).click()
    await page.getByRole('textbox', { name: 'Why they are right' }).fill('Announced by the central bank')
    await page.getByRole('button', { name: 'Take in 3 rates' }).click()
    await expect(page.getByText('3 rates are new, 0 were changed.')).toBeVisible()
  })

  await page.getByRole('link', { name: 'See the rates' }).click()
  await choose(page, page.getByRole('combobox', { name: 'Currency' }), 'MXN')
  await expect(page.getByText('2 rates')).toBeVisible()

  await test.step('asks for a reason for a single rate that jumps, and keeps what was typed', async () => {
    await page.getByRole('button', { name: 'Record a rate' }).first().click()
    const dialog = page.getByRole('alertdialog')
    await dialog.getByRole('textbox', { name: 'Units per US dollar' }).fill('99')
    await dialog.getByRole('button', { name: 'Record a rate' }).click()
    await expect(dialog.getByText(/a change of 465 % against 17.5/)).toBeVisible()
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Redenominated')
    await dialog.getByRole('button', { name: 'Record a rate' }).click()
    await expect(dialog).toBeHidden()
  })
})

test('a fund manager sets the rates of a meeting, anyone reads them, and pledges stand at three rates', async ({
  page,
  browser,
  server,
}) => {
  await signInAs(page, server, /Fund manager/)
  await page.goto('/books/rates/meetings?lang=en&meeting=2025')
  const units = page.getByRole('textbox', { name: 'Units per US dollar' })
  await units.first().fill('1,5')
  await page.getByRole('button', { name: 'Save all rates of the meeting' }).click()
  await expect(page.getByText('Type the rate as a number above zero')).toBeVisible()
  await units.first().fill('1.5')
  await page.getByRole('button', { name: 'Save all rates of the meeting' }).click()
  await expect(page.getByText(/Set by .?Example Fund Manager/)).toBeVisible()
  await expectAccessible(page)

  const visitor = await browser.newPage()
  await visitor.goto(`${server.address}/meetings/2025?lang=en`)
  await expect(visitor.getByRole('heading', { name: 'Reference rates of exchange' })).toBeVisible()
  await expect(visitor.getByText('Example Fund Manager')).toHaveCount(0)
  await visitor.close()

  await page.getByRole('link', { name: 'Three rates side by side' }).click()
  await expect(page.getByRole('heading', { name: 'At the meeting’s reference rate' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Without a meeting’s rate' })).toBeVisible()
  await expectAccessible(page)
})
