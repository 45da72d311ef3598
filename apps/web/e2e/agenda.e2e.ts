import AxeBuilder from '@axe-core/playwright'
import { choose, typeDate } from './support/books.ts'
import { expect, type Page, signInAs, test } from './support/test.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']
const decision = 'Send the example note to all members'

/** As the English date field asks for it. */
const digitsOf = (date: Date) => date.toISOString().slice(0, 10).split('-').reverse().join('')
const today = new Date()
const inDays = (days: number) => new Date(today.getTime() + days * 86_400_000)

test('a meeting is prepared and held from the agenda alone, and its decision goes on', async ({
  page,
  browser,
  server,
  baseURL,
}) => {
  await signInAs(page, server, /Coordinator/)
  const coordination = page.getByRole('link', { name: 'Coordination', exact: true })
  await coordination.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Agenda of the working group')
  await page.getByRole('link', { name: 'Outreach', exact: true }).click()
  await expect(coordination).toHaveAttribute('aria-current', 'page')
  await page.getByRole('link', { name: 'Agenda', exact: true }).click()

  await test.step('plans a meeting of today and records a decision for IOM', async () => {
    await page.getByRole('button', { name: 'Plan a meeting' }).click()
    const dialog = page.getByRole('alertdialog')
    await dialog.getByRole('textbox', { name: 'Title' }).fill('Example: meeting of this journey')
    await typeDate(page, 'Date', digitsOf(today))
    await dialog.getByRole('button', { name: 'Plan it' }).click()
    await expect(page.getByRole('heading', { level: 2, name: 'Example: meeting of this journey' })).toBeVisible()

    await page.getByRole('button', { name: 'Record a decision' }).click()
    await dialog.getByRole('textbox', { name: 'What was decided' }).fill('Ask jane.doe@example.org')
    await choose(page, dialog.getByRole('combobox', { name: 'Owner' }), 'IOM')
    await typeDate(page, 'Due on', digitsOf(inDays(30)))
    await dialog.getByRole('button', { name: 'Record', exact: true }).click()
    await expect(dialog.getByText('“jane.doe@example.org” looks like a person')).toBeVisible()
    await dialog.getByRole('textbox', { name: 'What was decided' }).fill(decision)
    await dialog.getByRole('button', { name: 'Record', exact: true }).click()
    await expect(page.getByRole('table', { name: 'Decisions' })).toContainText(decision)
  })

  await test.step('keeps minutes of a section', async () => {
    await page.getByRole('textbox', { name: 'Minutes: Outreach: next steps' }).fill('Agreed to write again.')
    await page.getByRole('button', { name: 'Save the minutes' }).and(page.locator(':enabled')).click()
    await expect(page.getByText('The minutes are saved.')).toBeVisible()
  })

  await test.step('the focal point of IOM finds it in the inbox and may not write', async () => {
    const iom = await (await browser.newContext({ baseURL })).newPage()
    await signInAs(iom, server, /Focal point/, 1)
    await iom.goto('/my?lang=en')
    await iom.getByRole('link', { name: decision }).click()
    await expect(iom.getByRole('heading', { level: 2, name: 'Example: meeting of this journey' })).toBeVisible()
    await expect(iom.getByRole('button', { name: 'Record a decision' })).toHaveCount(0)
    await iom.context().close()
  })

  await test.step('holds the meeting; the next one carries the decision', async () => {
    const file = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Download DOCX' }).click()
    expect((await file).suggestedFilename()).toMatch(/^Agenda \d{4}-\d{2}-\d{2}\.docx$/)
    await page.getByRole('button', { name: 'Close as held' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Close as held' }).click()
    await expect(page.getByText('This meeting was held.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Record a decision' })).toHaveCount(0)
    await page.goto('/coordination/agenda?lang=en')
    const row = page.getByRole('table', { name: 'Decisions' }).getByRole('row', { name: new RegExp(decision) })
    await expect(row).toContainText('carried once')
    await row.getByRole('button', { name: `Close: ${decision}` }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Close the decision' }).click()
    await expect(row).toContainText('Done')
  })
})

test('an entity is identified, contacted, invited and joins, and stands in the list of the year', async ({
  page,
  browser,
  server,
  baseURL,
}) => {
  await signInAs(page, server, /Coordinator/)
  const dialog = page.getByRole('alertdialog')

  await test.step('registers the agency that will join', async () => {
    await page.goto('/agencies?lang=en')
    await page.getByRole('button', { name: 'Register an agency' }).click()
    await dialog.getByRole('textbox', { name: 'Short name' }).fill('EXB')
    await dialog.getByRole('textbox', { name: 'Address' }).fill('example-joining-body')
    const names = dialog.getByRole('textbox', { name: /^Name in/ })
    for (let index = 0; index < 6; index += 1) await names.nth(index).fill('Example joining body')
    await dialog.getByRole('button', { name: /^Kind/ }).click()
    await page.getByRole('option').first().click()
    await dialog.getByRole('textbox', { name: 'Source' }).fill('Example letter of its secretariat')
    await dialog.getByRole('button', { name: 'Register', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'EXB' })).toBeVisible()
  })

  await test.step('identifies the entity; the mailbox of a person is refused', async () => {
    await page.goto('/coordination/outreach?lang=en')
    await page.getByRole('button', { name: 'Add an entity' }).click()
    await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Example joining body')
    await dialog.getByRole('button', { name: /^Kind/ }).click()
    await page.getByRole('option').first().click()
    await dialog.getByRole('textbox', { name: 'Mailbox of a function' }).fill('maria.perez@example.org')
    await typeDate(page, 'On', digitsOf(today))
    await dialog.getByRole('textbox', { name: 'What happened' }).fill('Its mandate names trafficking.')
    await dialog.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(dialog.getByText(/does not look like the mailbox of a function/)).toBeVisible()
    await dialog.getByRole('textbox', { name: 'Mailbox of a function' }).fill('secretariat@example.org')
    await dialog.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(dialog).toBeHidden()
  })

  await test.step('moves it on, stage by stage', async () => {
    for (const stage of ['Contacted', 'Invited', 'Joined']) {
      await page.getByRole('button', { name: 'Next stage: Example joining body' }).click()
      await expect(dialog.getByRole('radio', { name: stage })).toBeChecked()
      if (stage === 'Joined') {
        await choose(page, dialog.getByRole('combobox', { name: 'Agency in Concert' }), 'EXB')
        await dialog.getByRole('textbox', { name: 'Member since' }).fill(String(today.getUTCFullYear()))
      }
      await typeDate(page, 'On', digitsOf(today))
      await dialog.getByRole('textbox', { name: 'What happened' }).fill('As agreed in the working group.')
      await dialog.getByRole('button', { name: 'Save', exact: true }).click()
      await expect(dialog).toBeHidden()
    }
  })

  await test.step('anyone sees the member in its year, and nothing of the way there', async () => {
    const anyone = await (await browser.newContext({ baseURL })).newPage()
    const members = (year: number) => anyone.goto(`/agencies?lang=en&year=${year}`)
    await members(today.getUTCFullYear())
    const table = anyone.getByRole('table', { name: /^Members of the group in/ })
    await expect(table.getByRole('link', { name: 'EXB' })).toBeVisible()
    await members(today.getUTCFullYear() - 1)
    await expect(table).toContainText('UNODC')
    await expect(table.getByRole('link', { name: 'EXB' })).toHaveCount(0)
    for (const path of ['/coordination/outreach', '/coordination/agenda']) {
      await anyone.goto(`${path}?lang=en`)
      await expect(anyone.getByText(/sign in/i).first()).toBeVisible()
      await expect(anyone.getByText('Example joining body')).toHaveCount(0)
    }
    await anyone.context().close()
  })
})

for (const lang of ['en', 'ar']) {
  test(`agenda and outreach are accessible and fit 390 pixels, in ${lang}`, async ({ page, server }) => {
    await signInAs(page, server, /Coordinator/)
    await page.setViewportSize({ width: 390, height: 844 })
    for (const path of ['/coordination/agenda', '/coordination/outreach', '/agencies/unodc']) {
      await page.goto(`${path}?lang=${lang}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await page.waitForLoadState('networkidle')
      expect(await violationsOf(page), path).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), path).toBe(true)
    }
  })
}

async function violationsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}
