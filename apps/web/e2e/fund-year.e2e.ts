import { chooseFrom, definition, registerDonor, typeDate } from './support/books.ts'
import { awardGrant, decideGrant, disburseGrant, proposeGrant, recordGrantRefund } from './support/grant.ts'
import { expect, signInAs, test } from './support/test.ts'
import {
  announce,
  confirm,
  formalise,
  numberOfLastEntry,
  openMenu,
  recordPayment,
  statementAsOf,
  todayTyped,
} from './support/year.ts'

const today = new Date().toISOString().slice(0, 10)
const lastYearsEnd = `${Number(today.slice(0, 4)) - 1}-12-31`
const extractOfToday = [
  'document number,posting date,kind,amount,currency,usd,text',
  `YEAR-2,${today},DISBURSEMENT,10100,USD,10100,Example`,
  `YEAR-3,${today},GRANTEE_REFUND,1000.50,USD,1000.50,Example`,
  `YEAR-4,${today},INTEREST,7.25,USD,7.25,Example`,
].join('\n')

test('keeps the fund for a year: announced, signed, paid, overpaid, taken back, written off, granted, reconciled and closed', async ({
  page,
  browser,
  server,
}) => {
  test.setTimeout(420_000)
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

  await test.step('awards a grant with two officers, pays it in the local currency, and takes back what came back', async () => {
    await page.goto('/books/grants/new?lang=en')
    await proposeGrant(page)
    await decideGrant(page)
    await awardGrant(page, secondOfficer)
    await disburseGrant(page, 'YEAR-2')
    await recordGrantRefund(page, 'YEAR-3')
  })

  await test.step('reconciles with an extract of the accounts of record: what agrees, what differs, what is only there', async () => {
    await page.goto('/books/reconciliation?lang=en')
    await typeDate(page, 'From', todayTyped())
    await typeDate(page, 'Until', todayTyped())
    await page.locator('input[type=file]').setInputFiles({
      name: 'extract.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(extractOfToday),
    })
    await page.getByRole('button', { name: 'Keep the extract and match' }).click()
    await expect(page.getByText('The extract is kept')).toBeVisible()
    await page.getByRole('tab', { name: /^Matched/ }).click()
    await expect(page.getByRole('row', { name: /YEAR-2/ })).toContainText('10,100.00')
    await page.getByRole('tab', { name: /^Different/ }).click()
    await expect(page.getByRole('row', { name: /YEAR-3/ })).toContainText('1,000.50')
    await page.getByRole('tab', { name: /^Only there/ }).click()
    await expect(page.getByRole('row', { name: /YEAR-4/ })).toContainText('7.25')
  })

  await test.step('closes the year, and the statement as of an entry says what it said before', async () => {
    await page.goto('/books/statement?lang=en')
    await expect(page.getByText(/[Rr]econciled/).first()).toBeVisible()
    const asOf = await numberOfLastEntry(page)
    const before = await statementAsOf(page, asOf)

    await page.goto(`/books/periods?until=${lastYearsEnd}&lang=en`)
    await expect(page.getByRole('table', { name: 'What closing would book' })).toContainText('Cash at bank')
    const close = `Close up to 31 December ${lastYearsEnd.slice(0, 4)}`
    await page.getByRole('button', { name: close }).click()
    const closing = page.getByRole('alertdialog')
    await expect(closing).toContainText('This cannot be taken back.')
    await closing.getByRole('button', { name: close }).click()
    await expect(page.getByRole('table', { name: 'Closed periods' })).toContainText(
      `31 December ${lastYearsEnd.slice(0, 4)}`,
    )
    await expect(page.getByText(/The books are closed up to .* already/)).toBeVisible()

    await page.goto('/books/accounts?lang=en')
    await page.getByRole('button', { name: 'Record', exact: true }).click()
    await page.getByRole('menuitem', { name: /^Interest/ }).click()
    const window = page.getByRole('alertdialog')
    await chooseFrom(page, /Bank account/, 'Example account EUR')
    await typeDate(page, 'On', `3112${lastYearsEnd.slice(0, 4)}`)
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

  await test.step('after all of it every standing check holds', async () => {
    await page.goto('/how-we-count?lang=en')
    await page.getByRole('button', { name: 'Run the checks now' }).click()
    await expect(page.getByText(/every one holds/)).toBeVisible()
  })

  await other.close()
})
