import { fillAmount, registerDonor } from './support/books.ts'
import { expect, signInAs, test } from './support/test.ts'

test('what is announced to the fund is on everybody’s screen within seconds, without a reload', async ({
  page,
  browser,
  server,
}) => {
  const hall = await (await browser.newContext({ baseURL: server.address })).newPage()
  await hall.goto('/?lang=en')
  const announced = hall.getByRole('button', { name: /announced/i }).first()
  await expect(announced).toBeVisible()
  const before = await announced.innerText()

  await signInAs(page, server, /Fund manager/)
  await registerDonor(page, 'Example Donor of the hall')
  await page.getByRole('link', { name: 'Announce a pledge' }).click()
  await fillAmount(page, 'Amount', '77000000.00', 'USD')
  await page.getByRole('button', { name: 'Announce', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/77,000,000.00 from/)
  const booked = Date.now()
  await expect(announced).not.toHaveText(before, { timeout: 10_000 })
  test.info().annotations.push({ type: 'milliseconds to the screen', description: String(Date.now() - booked) })

  await expect(hall.getByText('Not live')).toBeHidden()
  await hall.route('**/live/**', (route) => route.abort())
  await hall.goto('/fund?lang=ar')
  await expect(hall.getByText('غير مباشر')).toBeVisible()
  await hall.unroute('**/live/**')
  await expect(hall.getByText('غير مباشر')).toBeHidden({ timeout: 20_000 })
  await hall.context().close()
})
