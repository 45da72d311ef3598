import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { definition, fillAmount, openBankAccount, recordRate, registerDonor, typeDate } from './support/books.ts'
import { expect, signInAs, test } from './support/test.ts'

const donor = 'Example Donor of this journey'
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']
const bankReference = 'EXAMPLE-BANK-REFERENCE-1'

test('takes a pledge from the announcement to the payment, and shows the public three numbers only', async ({
  page,
  browser,
  server,
}) => {
  await signInAs(page, server, /Fund manager/)
  await recordRate(page, 'EUR', '0.9245')
  await registerDonor(page, donor)

  await test.step('announces EUR in instalments, with what they come to beside the form', async () => {
    await page.getByRole('link', { name: 'Announce a pledge' }).click()
    await expect(page.getByRole('combobox', { name: 'Donor' })).toHaveValue(donor)
    await fillAmount(page, 'Amount', '1000000.00', 'EUR')
    await page.getByText('By terms').click()
    await typeDate(page, 'First one on or after', '31012027')
    const preview = page.getByRole('region', { name: 'What this comes to' })
    await expect(preview.getByRole('listitem')).toHaveText([
      /31 Jan 2027.*EUR\s250,000.00/,
      /30 Apr 2027.*EUR\s250,000.00/,
      /31 Jul 2027.*EUR\s250,000.00/,
      /31 Oct 2027.*EUR\s250,000.00/,
    ])
    await page.getByRole('button', { name: 'Announce', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/EUR\s1,000,000.00 from/)
  })

  await test.step('formalises it: from here on it is owed', async () => {
    await page.getByRole('button', { name: 'Formalise this pledge' }).click()
    await page.getByRole('textbox', { name: 'Evidence' }).fill('Exchange of letters, example')
    await page.getByRole('button', { name: 'Formalise', exact: true }).click()
    await expect(definition(page, 'Outstanding')).toHaveText(/EUR\s1,000,000.00/)
  })
  const pledge = new URL(page.url()).pathname

  await test.step('records a payment and allocates it to the oldest instalment', async () => {
    await page.getByRole('link', { name: 'Record a payment' }).click()
    await fillAmount(page, 'Amount that the donor sent', '300000', 'EUR')
    await openBankAccount(page, 'Example account in euros')
    await page.getByRole('textbox', { name: 'Bank reference' }).fill(bankReference)
    await page.getByRole('button', { name: 'Suggest: oldest due first' }).click()
    const share = page.getByRole('textbox', { name: /^EUR for PLG-/ })
    await expect(share).toHaveValue('300000.00')
    await share.fill('250000')
    await expect(page.getByText(/EUR\s50,000.00 stays unallocated until the donor says what it is for/)).toBeVisible()
    await page.getByRole('button', { name: 'Record', exact: true }).click()
    await expect(page.getByText(/EUR\s50,000.00 is not allocated/)).toBeVisible()
  })

  await test.step('shows the balances, and the journal to those who open it', async () => {
    await page.goto(`${pledge}?lang=en`)
    await expect(definition(page, 'Outstanding')).toHaveText(/EUR\s750,000.00/)
    await expect(page.getByRole('row', { name: /31 Jan 2027/ })).toContainText('Paid')
    await page.getByText('3 entries').click()
    await expect(page.getByText('Contributions receivable').first()).toBeVisible()
  })

  await test.step('shows anyone what was announced, formalised and received, and nothing else', async () => {
    const visitor = await browser.newContext({ baseURL: server.address })
    const publicPage = await visitor.newPage()
    await publicPage.goto(`${pledge}?lang=en`)
    await expect(publicPage.getByText(/EUR\s250,000.00/)).toBeVisible()
    const words = await publicPage.getByRole('main').innerText()
    expect(words).not.toMatch(/instalment|outstanding|overdue|journal|bank/i)
    expect(words).not.toContain(bankReference)

    await publicPage.goto(`/fund/donors?text=${encodeURIComponent(donor)}&lang=en`)
    const row = publicPage.getByRole('row', { name: new RegExp(donor) })
    await expect(row).toContainText(/USD\s1,081,665.77/)
    await row.getByRole('link', { name: donor }).click()
    await expect(publicPage.getByRole('heading', { level: 1 })).toHaveText(donor)
    expect(await publicPage.getByRole('main').innerText()).not.toMatch(/instalment|outstanding|bank/i)
    await visitor.close()
  })

  await test.step('undoes the allocation: what was there is there again', async () => {
    await page.getByRole('link', { name: /^PAY-/ }).first().click()
    await page.getByRole('button', { name: /^Undo the allocation/ }).click()
    const dialog = page.getByRole('alertdialog')
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Meant for another pledge')
    await dialog.getByRole('button', { name: 'Undo' }).click()
    await expect(page.getByText(/EUR\s300,000.00 is not allocated/)).toBeVisible()
    await page.goto(`${pledge}?lang=en`)
    await expect(definition(page, 'Outstanding')).toHaveText(/EUR\s1,000,000.00/)
  })
})

test('asks for a reason when a payment looks like another, and keeps what was typed', async ({ page, server }) => {
  await signInAs(page, server, /Fund manager/)
  await registerDonor(page, 'Example Donor who pays twice')
  const donorPage = page.url()
  for (const attempt of ['first', 'second']) {
    await page.goto(donorPage)
    await page.getByRole('link', { name: 'Record a payment' }).click()
    await fillAmount(page, 'Amount that the donor sent', '125.50', 'USD')
    await openBankAccount(page, `Example account, ${attempt} payment`)
    await page.getByRole('button', { name: 'Record', exact: true }).click()
    if (attempt === 'second') {
      await expect(page.getByText('This looks like a payment that is already here')).toBeVisible()
      await expect(page.getByRole('textbox', { name: 'Amount that the donor sent' })).toHaveValue('125.50')
      await page.getByRole('textbox', { name: 'Why it is a payment of its own' }).fill('Two transfers, as announced')
      await page.getByRole('button', { name: 'Record with this reason' }).click()
    }
    await expect(page.getByText(/USD\s125.50 is not allocated/)).toBeVisible()
  }
  await expect(page.getByText('Two transfers, as announced')).toBeVisible()
})

test('refuses an amount that can be read in two ways, and keeps it while a donor is registered', async ({
  page,
  server,
}) => {
  await signInAs(page, server, /Fund manager/)
  await page.goto('/books/pledges/new?lang=en')
  await fillAmount(page, 'Amount', '1,000', 'USD')
  await page.getByRole('button', { name: 'Announce', exact: true }).click()
  const amount = page.getByRole('textbox', { name: 'Amount' })
  await expect(amount).toHaveAttribute('aria-invalid', 'true')
  await expect(amount).toHaveValue('1,000')
  const donorBox = page.getByRole('combobox', { name: 'Donor' })
  await expect(donorBox).toHaveAttribute('aria-invalid', 'true')
  await page.getByRole('button', { name: 'Register a donor' }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Example Donor registered on the way')
  await dialog.getByRole('button', { name: 'Register', exact: true }).click()
  await expect(donorBox).toHaveValue('Example Donor registered on the way')
  await expect(amount).toHaveValue('1,000')
})

const booksPages = [
  '',
  '/pledges',
  '/pledges/new',
  '/payments',
  '/payments/new',
  '/donors',
  '/donors/new',
  '/rates',
  '/rates/import',
  '/rates/meetings',
  '/rates/three',
  '/journal',
  '/statement',
  '/periods',
  '/accounts',
  '/due',
  '/bank-list',
  '/reconciliation',
  '/grants',
  '/grants/calls',
  '/grants/new',
  '/letters',
  '/letters/new?kind=yearly_report',
  '/letters/templates',
  '/signatures',
]

for (const lang of ['en', 'ar']) {
  test(`every page of the books is accessible and fits 390 pixels, in ${lang}`, async ({ page, server }) => {
    test.setTimeout(600_000)
    await signInAs(page, server, /Fund manager/)
    await page.setViewportSize({ width: 390, height: 844 })
    for (const path of booksPages) {
      await page.goto(`/books${path}${path.includes('?') ? '&' : '?'}lang=${lang}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await page.waitForLoadState('networkidle')
      const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
      expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([])
      expect(await widerThanThePage(page), path).toEqual([])
    }
  })
}

/** What stands out of the page to either side, as its innermost elements: what a box scrolls does not. */
function widerThanThePage(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    if (document.documentElement.scrollWidth <= innerWidth) return []
    const isScrolled = (element: Element | null): boolean =>
      element !== null && (getComputedStyle(element).overflowX !== 'visible' || isScrolled(element.parentElement))
    const out = [...document.body.querySelectorAll('*')].filter((element) => {
      const { left, right } = element.getBoundingClientRect()
      return (right > innerWidth || left < 0) && !isScrolled(element.parentElement)
    })
    const innermost = out.filter((element) => !out.some((other) => other !== element && element.contains(other)))
    return ['the page is wider than the window', ...innermost.map(({ outerHTML }) => outerHTML.slice(0, 300))]
  })
}
