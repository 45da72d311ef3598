import { findBrowser } from '@concert/api/testing/browser'
import { startServer } from '@concert/api/testing/start-server'
import type { Db } from '@concert/db/client'
import { today } from '@concert/domain/calendar-date'
import { type Browser, chromium, type Page } from '@playwright/test'
import { describeMachine, say } from '../measure.ts'
import { onOwnDatabase } from '../own-database.ts'
import { countTraces, findLost, isCleared, planAnswers } from './answers.ts'
import { openRound, report } from './report.ts'
import { behindSlowLine, line } from './slow-line.ts'

const wanted = 20
const agency = 'iom'
const byteLimit = 1_000_000
const minuteLimit = 10
const patience = 120_000

/**
 * A focal point reports on twenty activities in a real browser and over a slow line that breaks twice: what was lost,
 * what it transferred and how long it took. False when it falls short.
 */
export function benchRound(): Promise<boolean> {
  return onOwnDatabase(
    async ({ db, url }) => {
      const server = await startServer({ DATABASE_URL: url })
      const browser = await chromium.launch(await findBrowser())
      try {
        say(`${await describeMachine(db)}, Chromium ${browser.version()}`)
        say(`${line.kilobitsPerSecond} kbit/s, ${line.roundTripMs} ms round trip, cut twice`)
        return await reportRound(db, browser, server)
      } finally {
        await browser.close()
        await server.stop()
      }
    },
    { isEmpty: true },
  )
}

async function reportRound(db: Db, browser: Browser, server: { address: string; tryLink: string }): Promise<boolean> {
  const plan = await planAnswers(db, agency, wanted, today(new Date()))
  const page = await newPage(browser)
  const slow = await behindSlowLine(page)
  const began = performance.now()
  const since = (start: number) => (performance.now() - start) / 1000

  const cutOff: string[] = []
  page.on('requestfailed', (request) => cutOff.push(request.url()))
  await signIn(page, server.tryLink)
  say(stepLine('signed in, with nothing in the browser', slow.bytes(), since(began)))
  const cold = await openCold(browser, page, server.address)
  say(stepLine('the round opened, with nothing in the browser', cold.bytes, cold.seconds))
  const opening = performance.now()
  await openRound(page, server.address)
  const opened = since(opening)
  await page.waitForLoadState('networkidle')
  const warm = slow.bytes()
  say(stepLine('the round opened, scripts kept from the sign-in', warm, opened))
  cutOff.length = 0
  const working = performance.now()
  await report(page, slow, plan.answers)
  const work = slow.bytes()
  say(stepLine(`${wanted} activities answered and the report cleared`, work, since(working)))

  const lost = await findLost(db, plan)
  const { keys, traces } = await countTraces(db)
  const unreceipted = cutOff.filter((url) => url.includes('rounds.answer')).length
  for (const sentence of lost) say(sentence)
  return [
    verdict(`answers lost: ${lost.length} of ${wanted}`, lost.length === 0),
    verdict(`answers taken: ${traces}, under ${keys} keys`, traces === keys),
    verdict(`saves that the line cut off, sent again: ${unreceipted} (≥ 1, or it did not break)`, unreceipted > 0),
    verdict('report cleared', await isCleared(db, plan)),
    verdict(`transferred, scripts kept: ${kilobytes(warm + work)} (≤ 1000 kB)`, warm + work <= byteLimit),
    verdict(`transferred, nothing kept: ${kilobytes(cold.bytes + work)} (≤ 1000 kB)`, cold.bytes + work <= byteLimit),
    verdict(
      `time from opening the round: ${(since(opening) / 60).toFixed(1)} min, a person's thinking included (≤ ${minuteLimit} min)`,
      since(opening) <= minuteLimit * 60,
    ),
  ].every(Boolean)
}

function newPage(browser: Browser, storageState?: Awaited<ReturnType<ReturnType<Page['context']>['storageState']>>) {
  return browser.newPage({
    locale: 'en-GB',
    timezoneId: 'UTC',
    viewport: { width: 1280, height: 900 },
    ...(storageState && { storageState }),
  })
}

async function signIn(page: Page, tryLink: string): Promise<void> {
  await page.goto(`${tryLink}?lang=en`, { timeout: patience })
  await page
    .getByRole('button', { name: /Focal point/ })
    .nth(1)
    .click({ timeout: patience })
  await page.getByRole('button', { name: 'Sign out' }).waitFor({ timeout: patience })
  await page.waitForLoadState('networkidle', { timeout: patience })
}

/** The same person in a browser that has kept nothing but the session. */
async function openCold(
  browser: Browser,
  signedIn: Page,
  address: string,
): Promise<{ bytes: number; seconds: number }> {
  const page = await newPage(browser, await signedIn.context().storageState())
  const slow = await behindSlowLine(page)
  const began = performance.now()
  await openRound(page, address)
  const seconds = (performance.now() - began) / 1000
  await page.waitForLoadState('networkidle')
  const bytes = slow.bytes()
  await page.close()
  return { bytes, seconds }
}

function stepLine(what: string, bytes: number, seconds: number): string {
  return `${what.padEnd(52)} ${kilobytes(bytes).padStart(9)} ${`${seconds.toFixed(1)} s`.padStart(9)}`
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}

function verdict(what: string, isReached: boolean): boolean {
  say(`${isReached ? 'ok   ' : 'SHORT'} ${what}`)
  return isReached
}
