import AxeBuilder from '@axe-core/playwright'
import type { RunningServer } from '@concert/api/testing/start-server'
import type { Browser } from '@playwright/test'
import { expect, type Page, signInAs, test } from './support/test.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag22aa']

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}

async function signedIn(browser: Browser, server: RunningServer, role: RegExp, nth = 0): Promise<Page> {
  const page = await (await browser.newContext({ timezoneId: 'UTC', baseURL: server.address })).newPage()
  await signInAs(page, server, role, nth)
  return page
}

/** Records the next step in its window. */
async function move(page: Page, stage: string): Promise<void> {
  await page.getByRole('button', { name: 'Record the next step' }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByRole('button', { name: 'Stage' }).click()
  await page.getByRole('option', { name: stage }).click()
  await dialog.getByRole('button', { name: 'Record', exact: true }).click()
  await expect(dialog).toBeHidden()
}

test('a request is recorded, offered for, accepted and answered; its State is named only with its consent', async ({
  browser,
  server,
}) => {
  test.setTimeout(120_000)
  const subject = `Example: training of prosecutors ${Date.now()}`
  const coordinator = await signedIn(browser, server, /Coordinator/)
  await coordinator.goto('/coordination/requests?lang=en')
  await coordinator.getByRole('button', { name: 'Record a request' }).first().click()
  const form = coordinator.getByRole('alertdialog')
  await form.getByRole('combobox', { name: 'The State that asks' }).fill('tuvalu')
  await coordinator.getByRole('option', { name: 'Tuvalu' }).click()
  await form.getByRole('button', { name: 'How it came' }).click()
  await coordinator.getByRole('option', { name: 'Letter' }).click()
  await form.getByLabel('Subject').fill(subject)
  await form.getByLabel('What is asked').fill('Two courses; write to someone@example.org')
  await form.getByRole('button', { name: 'Record', exact: true }).click()
  await expect(form.getByText('look like personal data', { exact: false })).toBeVisible()
  await form.getByLabel('Why this is not about a person').fill('An example of a functional mailbox')
  await expectAccessible(coordinator)
  await form.getByRole('button', { name: 'Record', exact: true }).click()
  await coordinator.waitForURL(/REQ-\d{4}-\d{5}/)
  const address = new URL(coordinator.url()).pathname
  const reference = address.split('/').at(-1) ?? ''

  const unodc = await signedIn(browser, server, /Focal point/, 0)
  await unodc.goto(`${address}?lang=en`)
  await expect(unodc.getByRole('heading', { name: subject })).toBeVisible()
  await expect(unodc.getByRole('heading', { name: 'Who works there and on that' })).toBeVisible()
  await expect(unodc.getByRole('button', { name: 'Record the next step' })).toBeHidden()

  const iom = await signedIn(browser, server, /Focal point/, 1)
  await iom.goto(`${address}?lang=en`)
  await iom.getByRole('button', { name: 'Offer assistance' }).click()
  await iom.getByRole('alertdialog').getByLabel('What your agency can do').fill('Two courses of a week')
  await iom.getByRole('alertdialog').getByRole('button', { name: 'Offer assistance' }).click()
  await expect(iom.getByText('Two courses of a week')).toBeVisible()

  await coordinator.goto(`${address}?lang=en`)
  await move(coordinator, 'Acknowledged')
  await coordinator.getByRole('button', { name: 'Record that the State accepts' }).click()
  await coordinator.getByRole('alertdialog').getByRole('button', { name: 'Record', exact: true }).click()
  await expect(coordinator.getByText('a draft of IOM')).toBeVisible()
  await move(coordinator, 'In delivery')
  await move(coordinator, 'Answered')
  await expect(coordinator.getByRole('button', { name: 'Record the next step' })).toBeHidden()

  await iom.reload()
  await iom.getByRole('link', { name: /ACT-\d{4}-\d{5}/ }).click()
  await expect(iom.getByRole('heading', { name: subject })).toBeVisible()

  const visitor = await (await browser.newContext({ baseURL: server.address })).newPage()
  await visitor.goto('/places/TUV?lang=en')
  await expect(visitor.getByRole('heading', { name: 'Tuvalu' })).toBeVisible()
  await expect(visitor.getByText(reference)).toBeHidden()
  await coordinator.getByRole('button', { name: 'Record consent' }).click()
  const consent = coordinator.getByRole('alertdialog')
  await consent.getByLabel('How').fill('Note verbale')
  await consent.getByLabel('Document').fill('NV 2026/12')
  await consent.getByRole('button', { name: 'Record', exact: true }).click()
  await expect(coordinator.getByRole('button', { name: 'Withdraw consent' })).toBeVisible()
  await visitor.reload()
  await expect(visitor.getByText(reference)).toBeVisible()
  await expect(visitor.getByText(subject)).toBeHidden()
  await visitor.goto(`${address}?lang=en`)
  await expect(visitor.getByText(subject)).toBeHidden()

  await coordinator.setViewportSize({ width: 390, height: 844 })
  for (const lang of ['en', 'ar']) {
    for (const path of ['/coordination/requests', address]) {
      await coordinator.goto(`${path}?lang=${lang}`)
      await expect(coordinator.getByRole('heading', { level: 1 })).toBeVisible()
      await coordinator.waitForLoadState('networkidle')
      await expectAccessible(coordinator)
      expect(await coordinator.evaluate(() => document.documentElement.scrollWidth <= innerWidth), path).toBe(true)
    }
  }
})

test('each agency finds what it could answer and the group reads exact numbers; a visitor reads a release and no State', async ({
  browser,
  server,
}) => {
  const unodc = await signedIn(browser, server, /Focal point/, 0)
  const iom = await signedIn(browser, server, /Focal point/, 1)
  for (const agency of [unodc, iom]) {
    await agency.goto('/my?lang=en')
    const waiting = agency.getByRole('region', { name: 'Requests that your agency could answer' })
    await waiting
      .getByRole('link', { name: /Example|Ejemplo|Exemple|Пример|مثال/ })
      .first()
      .click()
    await expect(agency.getByRole('button', { name: 'Offer assistance' })).toBeVisible()
  }

  await unodc.goto('/coordination/requests?lang=en&from=2020-01-01&until=2020-12-31')
  await expect(unodc.getByRole('heading', { name: 'Requests answered: 0 of 0' })).toBeVisible()
  await unodc.getByRole('button', { name: 'Show all dates' }).click()
  const funnel = unodc.getByRole('figure', { name: /Requests answered: [1-9]/ })
  await funnel.getByRole('button', { name: 'Table' }).click()
  await expect(funnel.getByRole('row', { name: /Withdrawn by the State/ })).toBeVisible()
  await expect(unodc.getByRole('button', { name: 'Release numbers' })).toBeHidden()
  await iom.goto('/places/KEN?lang=en')
  const here = iom.getByRole('region', { name: 'Requests from here' })
  await expect(here.getByRole('link', { name: 'Example: training of prosecutors' })).toBeVisible()
  await here.getByRole('link', { name: 'Gaps and overlaps here' }).click()
  await expect(iom).toHaveURL(/gaps\?.*within/)

  const visitor = await (await browser.newContext({ baseURL: server.address })).newPage()
  await visitor.goto('/commitments/declaration-2017/14?lang=en')
  const told = visitor.getByRole('region', { name: 'Requests of States for technical assistance' })
  await expect(told.getByRole('heading', { name: /^Release \d+/ })).toBeVisible()
  await expect(told.getByText('fewer than three States').first()).toBeVisible()
  await expect(told.getByText(/Kenya|Peru|Senegal|Jordan|Mongolia/)).toHaveCount(0)
  await visitor.goto('/places/KEN?lang=en')
  await expect(visitor.getByRole('heading', { name: 'Kenya' })).toBeVisible()
  await visitor.waitForLoadState('networkidle')
  await expect(visitor.getByText('Requests from here')).toHaveCount(0)
  await expect(visitor.getByText('Example: training of prosecutors')).toHaveCount(0)
  for (const path of ['/coordination/requests', '/my']) {
    await visitor.goto(`${path}?lang=en`)
    await visitor.waitForLoadState('networkidle')
    await expect(visitor.getByText('Requests answered', { exact: false })).toHaveCount(0)
    await expect(visitor.getByText('Example: training of prosecutors')).toHaveCount(0)
  }

  await iom.setViewportSize({ width: 390, height: 844 })
  for (const lang of ['en', 'ar']) {
    for (const path of ['/my', '/places/KEN', '/commitments/declaration-2017/14']) {
      await iom.goto(`${path}?lang=${lang}`)
      await expect(iom.getByRole('heading', { level: 1 })).toBeVisible()
      await iom.waitForLoadState('networkidle')
      await expectAccessible(iom)
      expect(await iom.evaluate(() => document.documentElement.scrollWidth <= innerWidth), path).toBe(true)
    }
  }
})

test('a coordinator sees what a release would tell, and is told when it would single States out', async ({
  browser,
  server,
}) => {
  const coordinator = await signedIn(browser, server, /Coordinator/)
  await coordinator.goto('/coordination/requests?lang=en')
  await coordinator.getByRole('button', { name: 'Release numbers' }).click()
  const dialog = coordinator.getByRole('alertdialog')
  await expect(dialog.getByText('fewer than three States').first()).toBeVisible()
  await dialog.getByRole('button', { name: 'Release numbers' }).click()
  await expect(dialog.getByText('Choose a later day', { exact: false })).toBeVisible()
})
