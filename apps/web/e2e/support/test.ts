import { type RunningServer, startServer } from '@concert/api/testing/start-server'
import { test as base, expect, type Page } from '@playwright/test'

export { expect, type Page }

/** Tests against one real server per worker: `baseURL` is its address. */
export const test = base.extend<object, { server: RunningServer }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from the pattern
    async ({}, use) => {
      const server = await startServer()
      await use(server)
      await server.stop()
    },
    { scope: 'worker', timeout: 150_000 },
  ],
  baseURL: async ({ server }, use) => use(server.address),
})

/** Signs in as one of the people of the demonstration, chosen by words on the page of roles; the first who answers to them. */
export async function signInAs(page: Page, server: RunningServer, words: string | RegExp, which = 0): Promise<void> {
  await page.goto(`${server.tryLink}?lang=en`)
  await page.getByRole('button', { name: words }).nth(which).click()
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
}
