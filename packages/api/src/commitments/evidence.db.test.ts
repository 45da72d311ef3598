import { randomUUID } from 'node:crypto'
import { aNewActivity } from '@concert/db/testing/activities'
import type { EvidenceSubject } from '@concert/domain/evidence'
import { expect, test } from 'vitest'
import { aWorld } from '../../testing/world.ts'
import { runChecks } from '../checks/run-checks.ts'

const world = await aWorld()
const { anyone, coordinator } = world
const iom = world.as('focal_point', 'iom')
const at = (number: string) => ({ instrument: 'declaration-2017', number })
const add = (number: string, subject: EvidenceSubject, note = {}) =>
  coordinator.commitments.addEvidence({ ...at(number), subject, note, idempotencyKey: randomUUID() })
const report = { kind: 'report', symbol: 'A/80/234', title: 'A report', datedOn: null, url: null } as const

async function shared(paragraphs: string[]): Promise<string> {
  const { reference } = await iom.activities.draft(aNewActivity({ paragraphs }))
  await iom.activities.share({ reference })
  return reference
}

test('shows a figure with its value, a report with its link and a note in the languages that it has', async () => {
  await add('2', { kind: 'figure', figureId: 'activities.public' }, { en: 'Counted every day', fr: ' ' })
  await add('2', { ...report, url: 'https://docs.un.org/en/A/80/234' })
  const page = await anyone.commitments.get(at('2'))
  expect(page.evidence.map(({ subject }) => subject.kind)).toEqual(['report', 'figure'])
  expect(page.evidence[1]?.note).toEqual({ en: 'Counted every day' })
  expect(page.figures).toMatchObject([{ id: 'activities.public', unit: 'count' }])
  expect([page.before, page.after]).toEqual(['1', '3'])
})

test('the public neither sees nor counts evidence of the group', async () => {
  const reference = await shared([])
  await add('9', { kind: 'activity', reference })
  const evidenceFor = async (who: typeof anyone) => {
    const { commitments } = await who.commitments.list()
    const { evidence } = await who.commitments.get(at('9'))
    return [evidence.length, commitments.find(({ number }) => number === '9')?.evidence]
  }
  expect(await evidenceFor(iom)).toEqual([1, 1])
  expect(await evidenceFor(anyone)).toEqual([0, 0])
})

test('refuses what does not exist, a draft, and the same evidence twice', async () => {
  const { reference } = await iom.activities.draft(aNewActivity())
  await expect(add('3', { kind: 'activity', reference })).rejects.toMatchObject({
    cause: { code: 'commitments.activity_unknown', field: 'subject.reference' },
  })
  await expect(add('3', { kind: 'figure', figureId: 'no.such' })).rejects.toMatchObject({
    cause: { code: 'commitments.figure_unknown', field: 'subject.figureId' },
  })
  await expect(add('99', report)).rejects.toMatchObject({ cause: { code: 'errors.not_found' } })
  await add('3', report)
  await expect(add('3', report)).rejects.toMatchObject({ cause: { code: 'commitments.evidence_twice' } })
})

test('takes evidence away once, and lets it be added again', async () => {
  const { id } = await add('4', report)
  await coordinator.commitments.removeEvidence({ id })
  expect((await coordinator.commitments.get(at('4'))).evidence).toEqual([])
  await expect(coordinator.commitments.removeEvidence({ id })).rejects.toMatchObject({
    cause: { code: 'commitments.evidence_gone' },
  })
  await add('4', report)
  expect((await anyone.commitments.get(at('4'))).evidence).toHaveLength(1)
})

test('keeps who set a status, when and why, for the group alone', async () => {
  const set = (status: 'under_way' | 'done', note = {}) =>
    coordinator.commitments.setStatus({ ...at('13'), addressee: 'icat', status, note })
  await set('under_way', { en: 'Work plan adopted' })
  await set('done')
  expect((await iom.commitments.get(at('13'))).steps).toMatchObject([
    { status: 'done', note: {}, byName: 'A coordinator' },
    { status: 'under_way', note: { en: 'Work plan adopted' } },
  ])
  const seen = await anyone.commitments.get(at('13'))
  expect(seen.steps).toEqual([])
  expect(seen.commitment.statuses).toMatchObject([{ addressee: 'icat', status: 'done' }])
  expect(seen.commitment.statuses[0]?.since).not.toBeNull()
})

test('the database refuses a step of a status where States are addressed', async () => {
  const step = { instrument_slug: 'declaration-2017', number: '9', addressee: 'unodc', status: 'done' } as const
  const direct = world.db
    .insertInto('commitment_status_step')
    .values({ ...step, note: '{}', changed_by: null, changed_by_name: '' })
    .execute()
  await expect(direct).rejects.toThrow(/asks nothing/)
})

test('credits a joint activity to each agency, follows changes, and takes the year of its start', async () => {
  const agencies = await world.db.selectFrom('agency').select(['id', 'slug']).execute()
  const unodcId = agencies.find(({ slug }) => slug === 'unodc')?.id ?? ''
  const { reference } = await iom.activities.draft(
    aNewActivity({ paragraphs: ['22'], partnerAgencyIds: [unodcId], startOn: '2026-10-01' }),
  )
  const cells = async (year?: number) => {
    const matrix = await iom.commitments.byAgency({ year })
    const counts = matrix.paragraphs.find(({ number }) => number === '22')?.counts ?? []
    return Object.fromEntries(
      matrix.agencies.flatMap(({ slug }, index) => (counts[index] ? [[slug, counts[index]]] : [])),
    )
  }
  expect(await cells()).toEqual({})
  await iom.activities.share({ reference })
  expect(await cells()).toEqual({ iom: 1, unodc: 1 })
  expect(await cells(2026)).toEqual({ iom: 1, unodc: 1 })
  expect(await cells(2025)).toEqual({})
  await expect(anyone.commitments.byAgency({})).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
})

test('the standing checks find nothing, and find a tally that was tampered with', async () => {
  const ours = async () =>
    (await runChecks(world.contextOf({ kind: 'system', name: 'test' })))
      .filter(({ id }) => id.startsWith('commitments.'))
      .map(({ id, ok }) => [id, ok])
  expect(await ours()).toEqual([
    ['commitments.statuses_only_where_asked', true],
    ['commitments.evidence_exists', true],
    ['commitments.agencies_equal_the_log', true],
  ])
  await world.db.updateTable('paragraph_agency_tally').set({ count: 7 }).execute()
  expect((await ours())[2]).toEqual(['commitments.agencies_equal_the_log', false])
})

test('an agency that is not on the list of a year is among its others, and the paragraph keeps its total', async () => {
  const { reference } = await iom.activities.draft(aNewActivity({ paragraphs: ['23'], startOn: '2025-10-01' }))
  await iom.activities.share({ reference })
  const credited = async () => {
    const { agencies, paragraphs } = await iom.commitments.byAgency({ year: 2025 })
    const { counts = [], others = 0 } = paragraphs.find(({ number }) => number === '23') ?? {}
    const of = agencies.findIndex(({ slug }) => slug === 'iom')
    return { iom: counts[of] ?? 'not named', others, total: counts.reduce((sum, count) => sum + count, others) }
  }
  const before = await credited()
  expect(before).toMatchObject({ iom: 1, others: 0 })
  await world.db
    .deleteFrom('agency_membership')
    .where('agency_id', '=', (eb) => eb.selectFrom('agency').select('id').where('slug', '=', 'iom'))
    .execute()
  expect(await credited()).toEqual({ iom: 'not named', others: 1, total: before.total })
})
