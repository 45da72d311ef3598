import { randomUUID } from 'node:crypto'
import { actAs } from '@concert/db/identity'
import type { OutreachStage } from '@concert/domain/outreach'
import { expect, test } from 'vitest'
import { aWorld } from '../../testing/world.ts'

const world = await aWorld()
const { coordinator, focalPoint } = world
const key = () => ({ idempotencyKey: randomUUID() })
const noStep = { nextStep: '', nextStepAgencyId: null, nextStepDueOn: null }
const identify = (name: string) =>
  coordinator.outreach.identify({
    name,
    class: 'regional_organization',
    mailbox: 'secretariat@body.example',
    on: '2026-01-10',
    note: 'Its mandate names trafficking.',
    ...noStep,
    ...key(),
  })
const move = (id: string, stage: OutreachStage, on: string, over: object = {}) =>
  coordinator.outreach.move({
    id,
    stage,
    on,
    note: 'As agreed in the working group.',
    agencyId: null,
    memberFrom: '',
    ...noStep,
    ...over,
    ...key(),
  })
const registration = (slug: string) => ({
  slug,
  acronym: slug.toUpperCase(),
  names: { en: 'Example body', fr: 'Exemple', es: 'Ejemplo', ru: 'Пример', zh: '示例机构', ar: 'مثال' },
  class: 'regional_organization' as const,
  unSystem: false,
  source: 'Example letter',
  ...key(),
})

test('goes from identified to joined, and the member stands in the list of the year and not before', async () => {
  const { id } = await identify('Example regional body')
  await move(id, 'contacted', '2026-02-01')
  await move(id, 'invited', '2026-03-01')
  const agency = await coordinator.agencies.register(registration('example-body'))
  await move(id, 'joined', '2026-04-01', { agencyId: agency.id, memberFrom: '2026' })

  const entity = (await focalPoint.outreach.list()).find((each) => each.id === id)
  expect(entity).toMatchObject({ stage: 'joined', agency: { slug: 'example-body' } })
  expect(entity?.steps.map(({ stage, on }) => `${stage} ${on}`)).toEqual([
    'identified 2026-01-10',
    'contacted 2026-02-01',
    'invited 2026-03-01',
    'joined 2026-04-01',
  ])
  const standing = async (year: number) =>
    (await world.anyone.agencies.list({ year })).agencies.find(({ slug }) => slug === 'example-body')?.standing
  expect(await standing(2026)).toBe('certain')
  expect(await standing(2025)).toBe('none')
})

test('skips no stage and goes back to no earlier day', async () => {
  const { id } = await identify('Example second body')
  await expect(move(id, 'joined', '2026-02-01', { agencyId: randomUUID() })).rejects.toMatchObject({
    cause: { code: 'outreach.not_the_next_stage' },
  })
  await expect(move(id, 'contacted', '2026-01-01')).rejects.toMatchObject({
    cause: { code: 'outreach.before_the_last_step', field: 'on' },
  })
  await expect(identify('example SECOND body')).rejects.toMatchObject({ cause: { code: 'outreach.named_already' } })
})

test('refuses a mailbox of a person and a person in the notes', async () => {
  const { id } = await identify('Example third body')
  await expect(move(id, 'contacted', '2026-02-01', { note: 'Write to jane.doe@body.example' })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  })
})

test('shows the coordinator the next steps of the coming two weeks', async () => {
  const { id } = await identify('Example fourth body')
  await move(id, 'contacted', '2026-11-01', { nextStep: 'Send the terms', nextStepDueOn: '2026-12-01' })
  expect((await coordinator.outreach.due()).map(({ name }) => name)).toEqual(['Example fourth body'])
})

test('nothing of it is there for one who has not signed in, in SQL either', async () => {
  const seen = await world.db.transaction().execute(async (trx) => {
    await actAs(trx, { kind: 'anonymous' })
    const entities = await trx.selectFrom('outreach_entity').select('id').execute()
    return entities.length + (await trx.selectFrom('outreach_step').select('id').execute()).length
  })
  expect(seen).toBe(0)
})
