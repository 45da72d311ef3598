import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, signInAs, test } from './support/test.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

test('a reminder is read, made, downloaded and found in the log; a wording is edited and brought back', async ({
  page,
  server,
}) => {
  await signInAs(page, server, /Fund manager/)
  await page.goto('/books/letters?lang=en')

  await test.step('makes two reminders in one go', async () => {
    const due = page.getByRole('table', { name: 'Due soon or overdue' })
    const boxes = due.getByRole('checkbox')
    await boxes.nth(0).check({ force: true })
    await boxes.nth(1).check({ force: true })
    await page.getByRole('button', { name: 'Make 2 reminders' }).click()
    await expect(page.getByText('2 reminders are made.')).toBeVisible()
    const archive = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Download them (ZIP)' }).click()
    expect((await archive).suggestedFilename()).toMatch(/^LTR-\d{4}-\d{5}-LTR-\d{4}-\d{5}\.zip$/)
    await expect(page.getByRole('table', { name: 'Letters' }).getByRole('row')).toHaveCount(3)
  })

  await test.step('opens one in the log, and the file has its name', async () => {
    await page.getByRole('table', { name: 'Letters' }).getByRole('link', { name: /^LTR-/ }).first().click()
    await expect(page.getByRole('heading', { level: 1, name: 'Reminder' })).toBeVisible()
    await expect(page.getByText('It would read the same today.')).toBeVisible()
    await expectAccessible(page)
    const file = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Download DOCX' }).click()
    expect((await file).suggestedFilename()).toMatch(/^LTR-\d{4}-\d{5} Reminder\.docx$/)
  })

  await test.step('a letter stands beside the choice before it is made, in its own language', async () => {
    await page.getByRole('link', { name: 'Write it again' }).click()
    await page.getByRole('button', { name: /Language of the letter/ }).click()
    await page.getByRole('option', { name: 'العربية' }).click()
    const sheet = page.locator('article[lang]')
    await expect(sheet).toHaveAttribute('dir', 'rtl')
    await expect(sheet).toContainText('أمانة الصندوق')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Make DOCX' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Reminder' })).toBeVisible()
  })

  await test.step('a faulty wording is refused at its field; a sound one is kept and can be brought back', async () => {
    await page.goto('/books/letters/templates?lang=en')
    const text = page.getByRole('textbox', { name: 'Text' })
    const wording = await text.inputValue()
    await text.fill(`{nobody} ${wording}`)
    await page.getByRole('button', { name: 'Save as a new version' }).click()
    await expect(page.getByText(/Paragraph 1, character 1: “nobody” is not a field/)).toBeVisible()
    await text.fill(`A first sentence of our own.\n\n${wording}`)
    await expect(page.locator('article[lang]')).toContainText('A first sentence of our own.')
    await page.getByRole('button', { name: 'Save as a new version' }).click()
    await expect(page.getByText('Version 1, your own')).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Bring back the wording of Concert' }).click()
    await expect(page.getByText('Comes with Concert')).toBeVisible()
    await expect(text).toHaveValue(wording)
  })

  await test.step('the mailbox of a person is refused', async () => {
    const mailbox = page.getByRole('textbox', { name: 'Mailbox of the fund' })
    await mailbox.fill('maria.perez@example.org')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByText(/does not look like the mailbox of a function/)).toBeVisible()
    await mailbox.fill('contributions@fund.example.org')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByText('The mailbox is saved.')).toBeVisible()
  })
})

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([])
}
