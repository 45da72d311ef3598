import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from './support/test.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']
const firstPassword = 'a blue heron stands still'

async function expectNoViolation(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/account?lang=en')
  await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click()
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: false }).fill(password)
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
}

test('the first administrator sets a password, invites a focal point, resets and deactivates', async ({
  page,
  browser,
  server,
  baseURL,
}) => {
  await page.goto(`${server.welcomeLink}?lang=en`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Set up the first administrator')
  await page.getByRole('button', { name: 'Set password and sign in' }).click()
  await expect(page.getByText('Type a name.')).toBeVisible()
  await expect(page.getByText('Use at least 12 characters.')).toBeVisible()
  await expectNoViolation(page)
  await page.getByLabel('Name').fill('First Administrator')
  await page.getByLabel('E-mail address').fill('first@example.org')
  await page.getByLabel('New password').fill(firstPassword)
  await page.getByRole('button', { name: 'Set password and sign in' }).click()
  await expect(page.getByRole('link', { name: 'First Administrator' })).toBeVisible()

  await page.goto('/admin?lang=en')
  await page.getByRole('button', { name: 'Invite a person' }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByLabel('Name').fill('Ana Example')
  await dialog.getByLabel('E-mail address').fill('ana@example.org')
  await dialog.getByRole('checkbox', { name: /^Focal point/ }).focus()
  await page.keyboard.press('Space')
  await dialog.getByRole('button', { name: 'Make the invitation' }).click()
  await expect(dialog.getByText('Contributors and focal points belong to an agency.')).toBeVisible()
  await expectNoViolation(page)
  await dialog.getByRole('combobox', { name: 'Agency' }).fill('IOM')
  await page.getByRole('option', { name: /^IOM/ }).click()
  await dialog.getByRole('button', { name: 'Make the invitation' }).click()
  const link = await page.getByRole('textbox', { name: 'One-time link for Ana Example' }).inputValue()
  expect(link).toMatch(/\/welcome\/[\w-]{43}$/)
  await page.getByRole('button', { name: 'Close', exact: true }).last().click()
  await expect(page.getByRole('row', { name: /Ana Example/ })).toContainText('Invited')

  const guest = await (await browser.newContext({ baseURL })).newPage()
  await guest.goto(`${link}?lang=en`)
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Welcome, Ana Example')
  await guest.getByLabel('New password').fill('four herons on a fence')
  await guest.getByRole('button', { name: 'Set password and sign in' }).click()
  await expect(guest.getByRole('link', { name: 'Ana Example', exact: true })).toBeVisible()
  await guest.goto(`${link}?lang=en`)
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('This link no longer works')

  await page.reload()
  await page.getByRole('button', { name: 'Reset password: Ana Example' }).click()
  const reset = await page.getByRole('textbox', { name: 'One-time link for Ana Example' }).inputValue()
  await guest.goto(`${reset}?lang=en`)
  await guest.getByLabel('New password').fill('five herons in the reeds')
  await guest.getByRole('button', { name: 'Set password and sign in' }).click()
  await expect(guest.getByRole('button', { name: 'Sign out' })).toBeVisible()

  await page.getByRole('button', { name: 'Close', exact: true }).last().click()
  await page.getByRole('button', { name: 'Deactivate: First Administrator' }).click()
  await dialog.getByRole('button', { name: 'Deactivate' }).click()
  await expect(dialog.getByText('This is the last administrator who can sign in.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Deactivate: Ana Example' }).click()
  await dialog.getByRole('button', { name: 'Deactivate' }).click()
  await expect(page.getByRole('row', { name: /Ana Example/ })).toContainText('Deactivated')
  await guest.goto('/?lang=en')
  await expect(guest.getByRole('link', { name: 'Sign in' })).toBeVisible()
  await signIn(guest, 'ana@example.org', 'five herons in the reeds')
  await expect(guest.getByText('The address or the password is not right.')).toBeVisible()
  await guest.context().close()
})

test('a person who signs in comes where they wanted to, changes their password and stays signed in here', async ({
  page,
}) => {
  await signIn(page, 'first@example.org', firstPassword)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('My account')
  await page.getByLabel('Current password').fill(firstPassword)
  await page.getByLabel('New password').fill('the heron came back')
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByText('Your password is changed.')).toBeVisible()
  await expectNoViolation(page)
  await page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in')
})

test('a newcomer enters a demonstration as any role at one click', async ({ page, server }) => {
  await page.goto(`${server.tryLink}?lang=en`)
  await expect(page.getByRole('button', { name: /^Enter as/ })).toHaveCount(7)
  await expectNoViolation(page)
  for (const role of ['Contributor', 'Focal point', 'Fund manager', 'Coordinator', 'Administrator']) {
    await page.goto(`${server.tryLink}?lang=en`)
    await page
      .getByRole('button', { name: `Enter as ${role}` })
      .first()
      .click()
    await page.waitForURL((url) => url.pathname === '/')
    await expect(page.getByRole('link', { name: `Example ${role}`, exact: false })).toBeVisible()
  }
  await page.goto('/try/another-token?lang=en')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link is not open')
})
