import { chooseFrom, definition, fillAmount, registerDonor, typeDate } from './support/books.ts'
import { expect, type Page, signInAs, test } from './support/test.ts'

test('keeps the fund for a year: what is announced, signed, paid, overpaid, taken back and written off', async ({
  page,
  browser,
  server,
}) => {
  test.setTimeout(300_000)
  await signInAs(page, server, /Fund manager/)
  const other = await browser.newContext({ baseURL: server.address })
  const secondOfficer = await other.newPage()
  await signInAs(secondOfficer, server, /Fund manager/, 1)
  await registerDonor(page, 'Example Donor of a whole year')
  const donorPage = page.url()

  const euros = await test.step('announces euros in three instalments and signs them', async () => {
    await page.getByRole('link', { name: 'Announce a pledge' }).click()
    await announce(page, '900000.00', 'EUR')
    return formalise(page)
  })
  await page.goto(donorPage)
  const yen = await test.step('announces yen, which have no decimals, and signs them', async () => {
    await page.getByRole('link', { name: 'Announce a pledge' }).click()
    await announce(page, '30000000', 'JPY')
    return formalise(page)
  })

  await test.step('receives the first instalment, and follows it from the form to the journal', async () => {
    await recordPayment(page, donorPage, { amount: '300000', currency: 'EUR', account: 'Example account EUR' })
    await page
      .getByRole('textbox', { name: /^EUR for PLG-/ })
      .first()
      .fill('300000')
    await page.getByRole('button', { name: 'Record', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/EUR\s300,000.00 from/)
    const entry = definition(page, 'Booked as').getByRole('link')
    const name = (await entry.textContent()) ?? ''
    await entry.click()
    await expect(page.getByText(name.replace('Entry', 'No.'), { exact: false })).toBeVisible()
    await expect(page.getByText('Payment received').last()).toBeVisible()
    await expect(page.getByRole('link', { name: 'Example account EUR' })).toBeVisible()
  })

  await test.step('receives dollars for a third of the yen', async () => {
    await recordPayment(page, donorPage, { amount: '85000', currency: 'USD', account: 'Example account USD' })
    await page
      .getByRole('textbox', { name: /^USD for PLG-/ })
      .nth(1)
      .fill('85000')
    await page.getByRole('textbox', { name: /^Settles of PLG-/ }).fill('10000000')
    await page.getByRole('button', { name: 'Record', exact: true }).click()
    await expect(page.getByText(/settles JPY\s10,000,000/)).toBeVisible()
    await page.goto(yen)
    await expect(definition(page, 'Outstanding')).toHaveText(/JPY\s20,000,000/)
  })

  const overpaid = await test.step('receives more than was due: the rest is nobody’s yet', async () => {
    await recordPayment(page, donorPage, { amount: '350000', currency: 'EUR', account: 'Example account EUR' })
    await page
      .getByRole('textbox', { name: /^EUR for PLG-/ })
      .first()
      .fill('300000')
    await page.getByRole('button', { name: 'Record', exact: true }).click()
    await expect(page.getByText(/EUR\s50,000.00 is not allocated/)).toBeVisible()
    await openMenu(page, 'Give what is left over to the fund')
    const window = page.getByRole('alertdialog')
    await window.getByRole('textbox', { name: 'Amount' }).fill('20000.00')
    await window.getByRole('textbox', { name: 'Reason' }).fill('Letter of the donor')
    await window.getByRole('button', { name: 'Give to the fund' }).click()
    await expect(page.getByText(/EUR\s30,000.00 is not allocated/)).toBeVisible()
    return page.url()
  })

  await test.step('the payment bounces: one officer asks, the other one confirms, and it is gone with all it paid', async () => {
    await openMenu(page, 'Reverse this payment')
    const window = page.getByRole('alertdialog')
    await window.getByRole('textbox', { name: 'Reason' }).fill('The bank took the transfer back')
    await window.getByRole('button', { name: 'Ask a second officer' }).click()
    await expect(page.getByText('Waits for a second officer')).toBeVisible()
    await confirm(secondOfficer, /^Reverse entry \d+: Payment received/, 'The bank took the transfer back')
    await page.goto(overpaid)
    await expect(page.getByText('This payment was reversed: the money is not there')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Something changed' })).toBeHidden()
    await page.goto(euros)
    await expect(definition(page, 'Outstanding')).toHaveText(/EUR\s600,000.00/)
    await expect(page.getByText('Taken back by')).toBeVisible()
  })

  await test.step('the rest of the yen will not come: written off by two officers, and never by one', async () => {
    await page.goto(yen)
    await openMenu(page, 'Ask to write off')
    const window = page.getByRole('alertdialog')
    await window.getByRole('textbox', { name: 'Amount' }).fill('20000001')
    await window.getByRole('textbox', { name: 'Reason' }).fill('The donor has written that it will not come')
    await window.getByRole('button', { name: 'Ask a second officer' }).click()
    await expect(window.getByText(/Only JPY 20000000 of this pledge is outstanding/)).toBeVisible()
    await window.getByRole('textbox', { name: 'Amount' }).fill('20000000')
    await window.getByRole('button', { name: 'Ask a second officer' }).click()
    await expect(page.getByText(/^Write off JPY\s20,000,000 of PLG-/)).toBeVisible()
    await page.getByRole('link', { name: 'See the second signatures' }).click()
    const mine = page.getByRole('article', { name: /^Write off JPY\s20,000,000/ })
    await expect(mine.getByRole('button', { name: 'Take back' })).toBeVisible()
    await expect(mine.getByRole('button', { name: 'Confirm' })).toBeHidden()
    await confirm(secondOfficer, /^Write off JPY\s20,000,000/, 'The donor has written that it will not come')
    await page.goto(yen)
    await expect(page.getByText('Closed, partly fulfilled')).toBeVisible()
    const step = page.getByRole('listitem').filter({ hasText: 'Written off' })
    await step.getByRole('link', { name: /^Entry \d+/ }).click()
    await expect(
      page.getByText('Asked for by Example Fund Manager, confirmed by Example Fund Manager (second'),
    ).toBeVisible()
  })

  await test.step('closes the period, and the statement as of an entry says what it said before', async () => {
    await page.goto('/books/statement?lang=en')
    const asOf = await numberOfLastEntry(page)
    const before = await statementAsOf(page, asOf)

    for (const officer of [page, secondOfficer]) await declineAwards(officer)
    await page.goto('/books/periods?lang=en')
    await page.getByRole('button', { name: /^Close up to/ }).click()
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: /^Close up to/ })
      .click()
    await expect(page.getByText(/^The books are closed up to \d+ \w+ \d{4}\.$/)).toBeVisible()

    await page.goto('/books/accounts?lang=en')
    await page.getByRole('button', { name: 'Record', exact: true }).click()
    await page.getByRole('menuitem', { name: /^Interest/ }).click()
    const window = page.getByRole('alertdialog')
    await chooseFrom(page, /Bank account/, 'Example account EUR')
    await typeDate(page, 'On', '01012026')
    await window.getByRole('textbox', { name: 'Amount' }).fill('12.50')
    await window.getByRole('textbox', { name: 'Accounting document' }).fill('EXAMPLE-1')
    await window.getByRole('button', { name: 'Record interest' }).click()
    await expect(window.getByText(/^The books are closed up to/)).toBeVisible()
    await typeDate(page, 'On', todayTyped())
    await window.getByRole('button', { name: 'Record interest' }).click()
    await expect(page.getByRole('status').getByRole('link', { name: /^Entry \d+/ })).toBeVisible()

    expect(await statementAsOf(page, asOf)).toEqual(before)
    await expect(page.getByText('More was booked since')).toBeVisible()
  })

  await other.close()
})

/** An award that still waits with a day of the period could not be booked once it is closed. */
async function declineAwards(page: Page): Promise<void> {
  await page.goto('/books/signatures?lang=en')
  await expect(page.getByRole('heading', { name: 'Waiting' })).toBeVisible()
  const waiting = page.getByRole('article', { name: /^Award/ }).getByRole('button', { name: 'Decline' })
  for (let left = await waiting.count(); left > 0; left -= 1) {
    await waiting.first().click()
    const window = page.getByRole('alertdialog')
    await window.getByRole('textbox', { name: 'Note' }).fill('Next year')
    await window.getByRole('button', { name: 'Decline' }).click()
    await expect(waiting).toHaveCount(left - 1)
  }
}

/** The number of the last entry that the statement on this page counts. */
async function numberOfLastEntry(page: Page): Promise<number> {
  const words = await page.getByText(/As of entry [\d,]+\./).textContent()
  return Number(words?.match(/As of entry ([\d,]+)\./)?.[1]?.replaceAll(',', ''))
}

/** Every figure of this year's statement as of an entry. */
async function statementAsOf(page: Page, entry: number): Promise<string[]> {
  await page.goto(`/books/statement?asOf=${entry}&lang=en`)
  await expect(page.getByRole('table', { name: 'By donor' })).toBeVisible()
  expect(await numberOfLastEntry(page)).toBe(entry)
  return page.getByRole('table').allInnerTexts()
}

function todayTyped(): string {
  const [year, month, day] = new Date().toISOString().slice(0, 10).split('-')
  return `${day}${month}${year}`
}

async function announce(page: Page, amount: string, currency: string): Promise<void> {
  await fillAmount(page, 'Amount', amount, currency)
  await page.getByText('By terms').click()
  await page.getByRole('textbox', { name: 'How many' }).fill('3')
  await typeDate(page, 'First one on or after', '31012027')
  await page.getByRole('button', { name: 'Announce', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Formalise this pledge' })).toBeVisible()
}

/** Signs what was announced; the address of the pledge. */
async function formalise(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Formalise this pledge' }).click()
  await page.getByRole('textbox', { name: 'Evidence' }).fill('Exchange of letters, example')
  await page.getByRole('button', { name: 'Formalise', exact: true }).click()
  await expect(definition(page, 'Outstanding')).toBeVisible()
  return `${new URL(page.url()).pathname}?lang=en`
}

async function recordPayment(
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

async function openMenu(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'Something changed' }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

/** The second officer reads what was asked and why, and confirms it. */
async function confirm(page: Page, what: RegExp, reason: string): Promise<void> {
  await page.goto('/books/signatures?lang=en')
  const asked = page.getByRole('article', { name: what }).filter({ hasText: reason })
  await asked.getByRole('button', { name: 'Confirm' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Confirm' }).click()
  await expect(page.getByText(/^Confirmed: booked as entry \d+/)).toBeVisible()
  await expect(asked).toBeHidden()
}
