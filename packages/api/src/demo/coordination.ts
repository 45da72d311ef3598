import type { Trx } from '@concert/db/client'
import { insertDecision } from '@concert/db/decisions'
import { freezeGroupMeeting, getGroupMeeting, insertGroupMeeting } from '@concert/db/group-meetings'
import { insertOutreachEntity, insertOutreachStep } from '@concert/db/outreach'
import { getAgencyIdBySlug } from '@concert/db/users'
import { addDays, type CalendarDate } from '@concert/domain/calendar-date'
import type { OutreachStage } from '@concert/domain/outreach'
import { stateOfThings } from '../agenda/state-of-things.ts'
import type { Context } from '../context.ts'

const byName = 'Example Coordinator'

/** Invented bodies on their way into the group; no real one. */
const entities: readonly { name: string; steps: readonly Exclude<OutreachStage, 'joined'>[]; nextStep: string }[] = [
  { name: 'Example regional body', steps: ['identified', 'contacted'], nextStep: 'Send the terms of reference' },
  { name: 'Example research institute', steps: ['identified'], nextStep: 'Find the mailbox of its secretariat' },
  {
    name: 'Example technical agency',
    steps: ['identified', 'contacted', 'invited'],
    nextStep: 'Present the work of the group to its secretariat',
  },
]

/** Entities approached, two meetings of the working group held, the next one planned, decisions carried between them. */
export async function seedDemoCoordination(trx: Trx, system: Context, day: CalendarDate): Promise<void> {
  const [unodc, iom, unicef] = await Promise.all(['unodc', 'iom', 'unicef'].map((slug) => getAgencyIdBySlug(trx, slug)))
  for (const [index, { name, steps, nextStep }] of entities.entries()) {
    const due = { nextStep, nextStepAgencyId: unodc ?? null, nextStepDueOn: addDays(day, 7 + 14 * index) }
    const id = await insertOutreachEntity(trx, {
      name,
      class: 'other',
      mailbox: null,
      stage: steps.at(-1) ?? 'identified',
      ...due,
    })
    if (id === undefined) continue
    for (const [step, stage] of steps.entries()) {
      const on = addDays(day, 30 * (step - steps.length))
      await insertOutreachStep(trx, id, { stage, on, note: 'Example note of the coordinator.', byName })
    }
  }
  const plan = async (title: string, on: CalendarDate) =>
    insertGroupMeeting(trx, { title, on, place: null, chairAgencyId: unodc ?? null })
  const first = await plan('Example: first meeting of the working group', addDays(day, -170))
  const second = await plan('Example: second meeting of the working group', addDays(day, -80))
  await plan('Example: next meeting of the working group', addDays(day, 14))
  if (!first || !second || !unodc || !iom || !unicef) return
  const decide = (meetingId: string, text: string, ownerAgencyId: string, due: number) =>
    insertDecision(trx, { meetingId, text, ownerAgencyId, dueOn: addDays(day, due) })
  await decide(first, 'Share the example list of training tools with all members', unicef, 20)
  await hold(trx, system, first, addDays(day, -170))
  await decide(second, 'Draft an example note on joint missions', unodc, 30)
  await hold(trx, system, second, addDays(day, -80))
}

async function hold(trx: Trx, system: Context, id: string, day: CalendarDate): Promise<void> {
  const then: Context = { ...system, now: () => new Date(`${day}T15:00:00Z`) }
  const state = await stateOfThings(trx, then, await getGroupMeeting(trx, id))
  await freezeGroupMeeting(trx, id, state)
}
