import AxeBuilder from '@axe-core/playwright'
import { aMailServer, type MailServer } from '@concert/api/testing/mail-server'
import { type RunningServer, startServer } from '@concert/api/testing/start-server'
import { test as base, expect, type Page, signInAs } from './support/test.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

/** A server of its own that writes to a mail server on loopback. */
const test = base.extend<object, { mail: MailServer; server: RunningServer }>({
  mail: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from the pattern
    async ({}, use) => {
      const mail = await aMailServer()
      await use(mail)
      await mail.close()
    },
    { scope: 'worker' },
  ],
  server: [
    async ({ mail }, use) => {
      const server = await startServer({ SMTP_URL: mail.url })
      await use(server)
      await server.stop()
    },
    { scope: 'worker', timeout: 150_000 },
  ],
})

/** The lines in which the head of an inbox says what waits, as a digest writes them. */
async function waitsFor(page: Page, head: string): Promise<string[]> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const links = page.getByRole('navigation', { name: head }).getByRole('link')
  await expect(links.first()).toBeVisible()
  return links.evaluateAll((found) => found.map((link) => link.lastElementChild?.textContent ?? ''))
}

test('a focal point has what waits for their agency sent to them in Arabic, and nothing of another agency’s', async ({
  page,
  browser,
  server,
  mail,
}) => {
  await signInAs(page, server, /Focal point/, 0)
  const other = await browser.newPage({ baseURL: server.address })
  await signInAs(other, server, /Focal point/, 1)
  await other.goto('/my?lang=ar')

  await page.goto('/my?lang=en')
  await page.getByRole('link', { name: 'Digest by e-mail' }).click()
  await expect(page.getByRole('radio', { name: /Never/ })).toBeChecked()
  await page.getByText(/^Every day/).click()
  await page.getByRole('button', { name: /Language of the digest/ }).click()
  await page.getByRole('option', { name: 'العربية' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved. Your digest is on.')).toBeVisible()

  await page.goto('/account?lang=en')
  const address = await page.getByText(/@/).first().innerText()
  await page.goto('/my?lang=ar')
  const own = await waitsFor(page, 'ما ينتظرك')
  await expect.poll(() => mail.received.map(({ to }) => to), { timeout: 30_000 }).toEqual([address])

  const [letter] = mail.received
  expect(letter?.headers.subject).toBe('ما ينتظرك في Concert')
  expect(letter?.html).toContain('dir="rtl"')
  const told = (letter?.text ?? '').split('\n').filter((line) => line.startsWith('- '))
  expect(told).toEqual(own.map((line) => `- ${line}`))
  const theirs = await waitsFor(other, 'ما ينتظرك')
  expect(theirs).not.toEqual(own)
  for (const line of theirs.filter((said) => !own.includes(said))) expect(letter?.text).not.toContain(line)

  const settings = /https?:\S+\/my\/digest\S*/.exec(letter?.text ?? '')?.[0] ?? ''
  await page.goto(settings)
  await page.getByText(/^أبدا/).click()
  await page.getByRole('button', { name: 'حفظ' }).click()
  await expect(page.getByText('لن تتلقى ملخصات بعد الآن')).toBeVisible()
  expect(mail.asked).toEqual([address])
  await other.close()
})

test('an administrator sees how much was sent, and nobody’s address', async ({ page, server }) => {
  await signInAs(page, server, /Administrator/)
  await page.goto('/admin?lang=en')
  await page.getByRole('link', { name: 'Outgoing mail' }).click()
  await expect(page.getByText('Every mail was taken')).toBeVisible()
  await expect(page.getByRole('main').getByText('@')).toHaveCount(0)
})

for (const lang of ['en', 'ar']) {
  test(`the pages of the digest are accessible and fit 390 pixels, in ${lang}`, async ({ browser, server }) => {
    for (const [role, paths] of [
      [/Focal point/, ['/my/digest', '/account', '/my']],
      [/Administrator/, ['/admin/outbox', '/admin']],
    ] as const) {
      const context = await browser.newContext({ baseURL: server.address, viewport: { width: 390, height: 844 } })
      const page = await context.newPage()
      await signInAs(page, server, role)
      for (const path of paths) {
        await page.goto(`${path}?lang=${lang}`)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await page.waitForLoadState('networkidle')
        const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
        expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([])
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect(overflow, path).toBeLessThanOrEqual(0)
      }
      await context.close()
    }
  })
}
