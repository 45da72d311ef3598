import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, signInAs, test } from './support/test.ts'

const fixtures = fileURLToPath(new URL('../../../packages/exchange/fixtures/iati/', import.meta.url))
const shared = fileURLToPath(new URL('../../../../shared/iati/real/', import.meta.url))

// Published files where they are at hand, the small fixture of our own elsewhere.
const files = existsSync(shared)
  ? readdirSync(shared)
      .filter((name) => /iom-(mentions|activities).*\.xml$/.test(name))
      .map((name) => `${shared}${name}`)
  : [`${fixtures}valid.xml`]

async function expectNoViolation(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}

async function choose(page: Page, paths: string[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: /^Choose/ }).click()
  await (await chooser).setFiles(paths)
}

test('a coordinator looks at files, imports them, and decides with mouse and keys what counts', async ({
  page,
  server,
}) => {
  await signInAs(page, server, /Coordinator/)
  await page.goto('/my/imports?lang=en')
  await choose(page, [`${fixtures}doctype.xml`, `${fixtures}partly-refused.xml`])
  await expect(page.getByRole('heading', { name: 'What would happen' })).toBeVisible()
  await expect(page.getByText('Refused as a whole')).toBeVisible()
  await expect(page.getByRole('row', { name: /“45658” is no date/ })).toContainText('ZZ-EXAMPLE-2-DATE')
  await expectNoViolation(page)
  await page.getByRole('button', { name: 'Choose other files' }).click()

  await choose(page, files)
  await page.getByRole('button', { name: /^Import \d+ activities/ }).click()
  await expect(page.getByText('are in no figure until accepted')).toBeVisible()
  await page.getByRole('button', { name: 'Import more' }).click()
  await choose(page, files)
  await expect(page.getByText('There is nothing to import')).toBeVisible()

  await page.getByRole('link', { name: 'Review them' }).click()
  const list = page.getByRole('list', { name: 'Imported activities' })
  const items = list.getByRole('listitem').filter({ has: page.getByRole('checkbox') })
  await expect(items.first()).toContainText('Likely relevant')
  await expectNoViolation(page)

  const first = await items.first().getByRole('heading', { level: 2 }).textContent()
  await items.first().getByRole('button', { name: 'Accept', exact: true }).click()
  await expect(page.getByText('1 activity accepted')).toBeVisible()
  await expect(items.first().getByRole('heading', { level: 2 })).not.toHaveText(first ?? '')

  await items.first().getByRole('checkbox').focus()
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await expect(page.getByText('2 selected')).toBeVisible()
  await page.keyboard.press('r')
  await expect(page.getByText('2 activities rejected')).toBeVisible()

  await page.goto('/my/imports/review?lang=en&relevance=relevant')
  await expect(page.getByRole('heading', { level: 2, name: first ?? '' })).toBeVisible()

  await page.goto(`/activities?lang=en&q=${encodeURIComponent(first ?? '')}`)
  await expect(
    page
      .getByRole('main')
      .getByRole('link', { name: first ?? '' })
      .first(),
  ).toBeVisible()
})

for (const lang of ['en', 'ar']) {
  test(`the pages of imports are accessible and need no sideways scrolling in ${lang}`, async ({ page, server }) => {
    await signInAs(page, server, /Coordinator/)
    for (const path of ['/my/imports', '/my/imports/review', '/my/imports/review?relevance=relevant']) {
      await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await page.waitForLoadState('networkidle')
      if (path.includes('review')) await expect(page.getByRole('search')).toBeVisible()
      await expectNoViolation(page)
      await page.emulateMedia({ colorScheme: 'dark' })
      await expectNoViolation(page)
      await page.emulateMedia({ colorScheme: 'light' })
      await page.setViewportSize({ width: 390, height: 844 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
      await page.setViewportSize({ width: 1280, height: 900 })
    }
  })
}
