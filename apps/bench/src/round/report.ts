import { setTimeout as pause } from 'node:timers/promises'
import type { Locator, Page } from '@playwright/test'
import type { PlannedAnswer } from './answers.ts'
import type { SlowLine } from './slow-line.ts'

const second = 1000
/** How long a person looks at an activity, and at a key, before it is pressed. */
const thinks = 4 * second
const keystroke = 30
const awayFor = 20 * second
const patience = 90 * second

export const roundPath = '/coordination/round?lang=en'

/** Opens the round and waits until it can be answered. */
export async function openRound(page: Page, address: string): Promise<void> {
  await page.goto(`${address}${roundPath}`)
  await page.getByRole('button', { name: 'Clear the report' }).waitFor({ timeout: patience })
}

/**
 * Answers one activity after the other as a person does. The line breaks twice: while answers are typed, and in the
 * moment in which one has left and its receipt has not come.
 */
export async function report(page: Page, line: SlowLine, answers: readonly PlannedAnswer[]): Promise<void> {
  const third = Math.floor(answers.length / 3)
  for (const [index, answer] of answers.entries()) {
    if (index === third) await line.cut()
    await pause(thinks)
    const leaves = index === 2 * third ? line.leaves('rounds.answer') : undefined
    await answerOne(page, answer)
    if (index === third + 3) await mendAfter(line)
    if (!leaves) continue
    await leaves
    await line.cut()
    await mendAfter(line)
  }
  await page.getByText('All answers are sent').waitFor({ timeout: patience })
  await page.getByRole('button', { name: 'Clear the report' }).click()
  await page.getByText('The report of your agency is received').waitFor({ timeout: patience })
}

async function mendAfter(line: SlowLine): Promise<void> {
  await pause(awayFor)
  await line.mend()
}

const kinds = { unchanged: 'Unchanged', update: 'Update', ended: 'Ended' }

async function answerOne(page: Page, { reference, kind, note, endOn }: PlannedAnswer): Promise<void> {
  const card = page.locator(`li[aria-label="${reference}"]`)
  await card.getByRole('radio', { name: kinds[kind] }).check()
  if (endOn !== null) await typeDate(card.getByRole('group', { name: 'End', exact: true }), endOn)
  if (note === '') return
  const field = card.getByLabel('What changed (short)')
  await field.click()
  await field.pressSequentially(note, { delay: keystroke })
}

/** A day is typed part by part, in the order in which the browser's language writes it. */
async function typeDate(field: Locator, date: string): Promise<void> {
  const [year = '', month = '', day = ''] = date.split('-')
  await field.getByRole('spinbutton').first().click()
  await field.page().keyboard.type(`${day}${month}${year}`, { delay: keystroke })
}
