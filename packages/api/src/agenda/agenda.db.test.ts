import { randomUUID } from 'node:crypto'
import { actAs } from '@concert/db/identity'
import { aNewActivity } from '@concert/db/testing/activities'
import { locales } from '@concert/domain/locales'
import { readZip } from '@concert/exchange/zip/read-zip'
import { wordsOf } from '@concert/messages/words'
import { expect, test } from 'vitest'
import { aWorld } from '../../testing/world.ts'
import { downloadAgenda } from './download-agenda.ts'

const world = await aWorld()
const { coordinator, focalPoint } = world
const iomFocalPoint = world.as('focal_point', 'iom')
const iom = await world.db.selectFrom('agency').select('id').where('slug', '=', 'iom').executeTakeFirstOrThrow()
const key = () => ({ idempotencyKey: randomUUID() })
const plan = (on: string) =>
  coordinator.agenda.plan({ title: `Working group of ${on}`, on, place: null, chairAgencyId: iom.id, ...key() })
const decide = (meetingId: string, text: string) =>
  coordinator.agenda.decide({ meetingId, text, ownerAgencyId: iom.id, dueOn: '2026-12-01', ...key() })
const decisionsAt = async (meeting: string) =>
  (await focalPoint.agenda.read({ meeting })).chosen?.state.decisions.map(({ text, state, carried }) => ({
    text,
    state,
    carried,
  }))

const first = await plan('2026-09-01')
const second = await plan('2026-11-20')
const third = await plan('2027-02-01')

test('shows the next meeting that is not held, and of all the list', async () => {
  const page = await focalPoint.agenda.read({})
  expect(page.meetings.map(({ on }) => on)).toEqual(['2027-02-01', '2026-11-20', '2026-09-01'])
  expect(page.chosen?.meeting).toMatchObject({ on: '2026-09-01', chair: { slug: 'iom' } })
  expect(page.chosen?.state.sections.map(({ id }) => id)).toEqual(expect.arrayContaining(['stale', 'membership']))
})

test('gathers what waits in each slice: an overlap, a request that nobody took up, a place where nobody works', async () => {
  const typed = {
    title: [{ language: 'en', text: 'Example training of labour inspectors' }],
    forms: ['LABOUR' as const],
  }
  const activities = []
  for (const caller of [focalPoint, iomFocalPoint]) {
    const { reference } = await caller.activities.draft(
      aNewActivity({ ...typed, places: [{ code: '120', percentage: null }] }),
    )
    activities.push((await caller.activities.share({ reference })).reference)
  }
  const { reference: request } = await coordinator.requests.record({
    placeCode: '404',
    receivedOn: '2026-03-02',
    channel: 'letter',
    language: 'en',
    subject: 'Training of prosecutors',
    text: '',
    pillars: ['PROS'],
    kinds: ['CAPB'],
    guardReason: null,
    ...key(),
  })
  const sections = (await focalPoint.agenda.read({})).chosen?.state.sections ?? []
  const rowsOf = (id: string) => sections.find((section) => section.id === id)?.rows ?? []
  expect(rowsOf('overlaps').map(({ id }) => id.split(' ').toSorted())).toContainEqual(activities.toSorted())
  expect(rowsOf('requests').map(({ id, address }) => [id, address])).toEqual([
    [request, `/coordination/requests/${request}`],
  ])
  expect(rowsOf('gaps')[0]?.cells).toEqual([
    { kind: 'names', names: expect.objectContaining({ en: expect.any(String) }) },
    { kind: 'words', key: 'gaps.whole' },
  ])
})

test('a change of membership stands on it with the role in words', async () => {
  await coordinator.agencies.addMembership({
    agencyId: iom.id,
    role: 'chair',
    from: '2041',
    until: '2042',
    source: 'Example minutes',
    ...key(),
  })
  const { chosen } = await focalPoint.agenda.read({})
  const membership = chosen?.state.sections.find(({ id }) => id === 'membership')
  expect(membership?.rows[0]?.cells).toContainEqual({ kind: 'words', key: 'codes.membershipRoles.chair' })
})

test.each(locales)('every word of the agenda has a message in %s', async (reader) => {
  const say = await wordsOf(reader)
  const { chosen } = await focalPoint.agenda.read({})
  const keys = (chosen?.state.sections ?? []).flatMap(({ id, columns, rows }) => [
    `agenda.sections.${id}`,
    ...columns.map((column) => `agenda.columns.${column}`),
    ...rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell.kind === 'words' ? [cell.key] : []))),
  ])
  expect(keys.length).toBeGreaterThan(20)
  expect(keys.filter((one) => say(one) === one)).toEqual([])
})

test('carries what is open to every later meeting and leaves what is closed behind', async () => {
  const { id } = await decide(first.id, 'Draft the joint note')
  await decide(first.id, 'Share the list of tools')
  expect((await iomFocalPoint.agenda.ourDecisions()).map(({ text }) => text)).toContain('Draft the joint note')
  expect(await focalPoint.agenda.ourDecisions()).toEqual([])

  await coordinator.agenda.hold({ id: first.id, ...key() })
  await coordinator.agenda.close({ id, state: 'done', note: '', ...key() })
  expect(await decisionsAt(second.id)).toEqual(
    expect.arrayContaining([
      { text: 'Draft the joint note', state: 'done', carried: 1 },
      { text: 'Share the list of tools', state: 'open', carried: 1 },
    ]),
  )
  expect(await decisionsAt(first.id)).toEqual(
    expect.arrayContaining([{ text: 'Draft the joint note', state: 'open', carried: 0 }]),
  )
  await expect(coordinator.agenda.close({ id, state: 'done', note: '', ...key() })).rejects.toMatchObject({
    cause: { code: 'agenda.closed_already' },
  })
})

test('a held agenda is not rewritten, through the API or in the database', async () => {
  for (const write of [
    () => coordinator.agenda.note({ meetingId: first.id, section: 'stale', note: 'Too late', ...key() }),
    () => decide(first.id, 'Too late'),
    () => coordinator.agenda.hold({ id: first.id, ...key() }),
  ]) {
    await expect(write()).rejects.toMatchObject({ cause: { code: 'agenda.held_already' } })
  }
  await expect(
    world.db.updateTable('group_meeting').set({ title: 'Rewritten' }).where('id', '=', first.id).execute(),
  ).rejects.toThrow(/was held/)
})

test('a meeting is not held before its day, and two are not on one day', async () => {
  await expect(coordinator.agenda.hold({ id: third.id, ...key() })).rejects.toMatchObject({
    cause: { code: 'agenda.not_yet' },
  })
  await expect(plan('2026-11-20')).rejects.toMatchObject({ cause: { code: 'agenda.day_taken', field: 'on' } })
})

test('keeps minutes by section, and takes them away', async () => {
  const note = (words: string) =>
    coordinator.agenda.note({ meetingId: second.id, section: 'outreach', note: words, ...key() })
  await note('Agreed to write again.')
  const notes = async () => (await focalPoint.agenda.read({ meeting: second.id })).chosen?.meeting.notes
  expect(await notes()).toEqual({ outreach: 'Agreed to write again.' })
  await note('')
  expect(await notes()).toEqual({})
})

test('the same key records a decision once', async () => {
  const body = { meetingId: second.id, text: 'Once', ownerAgencyId: iom.id, dueOn: '2026-12-01', ...key() }
  const both = await Promise.all([coordinator.agenda.decide(body), coordinator.agenda.decide(body)])
  expect(both[0]).toEqual(both[1])
})

test('nothing of it is there for one who has not signed in, in SQL either', async () => {
  const seen = await world.db.transaction().execute(async (trx) => {
    await actAs(trx, { kind: 'anonymous' })
    const meetings = await trx.selectFrom('group_meeting').select('id').execute()
    const decisions = await trx.selectFrom('group_decision').select('id').execute()
    return meetings.length + decisions.length
  })
  expect(seen).toBe(0)
})

test.each(['en', 'ar'] as const)('the file in %s says what the page says', async (language) => {
  const ctx = world.contextOf({ kind: 'system', name: 'test' })
  const { bytes, name } = await downloadAgenda(ctx, second.id, language)
  const files = await readZip(bytes)
  const body = Buffer.from(files.find((file) => file.name === 'word/document.xml')?.bytes ?? []).toString('utf8')
  expect(body).toContain('Share the list of tools')
  expect(body).toContain({ en: 'Outreach: next steps', ar: 'التواصل: الخطوات التالية' }[language])
  expect(body.includes('<w:bidi/>')).toBe(language === 'ar')
  expect(name).toMatch(/2026-11-20\.docx$/)
})
