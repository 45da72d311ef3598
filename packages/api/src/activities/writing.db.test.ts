import { aDraft, aNewActivity } from '@concert/db/testing/activities'
import { findAuditActions } from '@concert/db/testing/audit-rows'
import { draftOf, emptyDraft } from '@concert/domain/activity'
import { mergeDrafts } from '@concert/domain/activity-merge'
import { expect, test } from 'vitest'
import { aWorld } from '../../testing/world.ts'

const world = await aWorld()
const { focalPoint, contributor, coordinator, anyone } = world
const iomFocalPoint = world.as('focal_point', 'iom')
const agencies = await world.db.selectFrom('agency').select(['id', 'slug']).execute()
const idOf = (slug: string) => agencies.find((agency) => agency.slug === slug)?.id ?? ''

test('keeps a draft with nothing in it, and all fields of a full one', async () => {
  const empty = await contributor.activities.draft({ ...aNewActivity(), draft: emptyDraft() })
  expect(empty).toMatchObject({ visibility: 'draft', version: 1, leadAgencyId: idOf('unodc') })
  expect(empty.reference).toMatch(/^ACT-\d{4}-\d{5}$/)

  const full = aDraft({
    title: [
      { language: 'fr', text: 'Exemple : formation' },
      { language: 'ar', text: 'مثال: تدريب' },
    ],
    partnerAgencyIds: [idOf('iom')],
    otherPartners: [{ kind: 'media', name: 'A public broadcaster' }],
    places: [
      { code: '404', percentage: 66.6667 },
      { code: '800', percentage: 33.3333 },
    ],
    forms: ['LABOUR', 'SERVITUDE'],
    audiences: ['LEA'],
    tags: ['supply_chains'],
    paragraphs: ['14', '11(b)'],
    people: [{ kind: 'trained', sex: 'female', ageGroup: null, form: null, audience: 'LEA', count: 12 }],
    budget: { amountMinor: 1_250_000, currency: 'JPY' },
    toolsUsed: 'Indicators of forced labour',
    lessons: 'Start with the inspectorate',
    links: [{ url: 'https://example.org/report', label: 'Report' }],
    doNoHarm: { preciseIsSafe: true, why: 'Held in a ministry' },
  })
  const kept = await focalPoint.activities.draft({ ...aNewActivity(), draft: full })
  expect(draftOf(kept)).toEqual(full)
  expect(draftOf(await focalPoint.activities.open({ reference: kept.reference }))).toEqual(full)
})

test('answers the same key twice with the same draft', async () => {
  const input = aNewActivity()
  const [one, two] = await Promise.all([contributor.activities.draft(input), contributor.activities.draft(input)])
  expect(two.reference).toBe(one.reference)
})

test('refuses places, partners and agencies that nobody knows', async () => {
  const places = [{ code: '999', percentage: null }]
  await expect(focalPoint.activities.draft(aNewActivity({ places }))).rejects.toThrow('activities.place_unknown')
  const partnerAgencyIds = ['11111111-1111-4111-8111-111111111111']
  await expect(focalPoint.activities.draft(aNewActivity({ partnerAgencyIds }))).rejects.toThrow(
    'activities.partner_unknown',
  )
})

test('keeps no partner that is the lead itself', async () => {
  const kept = await focalPoint.activities.draft(aNewActivity({ partnerAgencyIds: [idOf('unodc'), idOf('iom')] }))
  expect(kept.partnerAgencyIds).toEqual([idOf('iom')])
})

test('shows both versions when two edits meet, so that they can be brought together', async () => {
  const { reference, ...opened } = await focalPoint.activities.draft(aNewActivity({ partnerAgencyIds: [idOf('iom')] }))
  const base = draftOf({ reference, ...opened })
  await iomFocalPoint.activities.save({
    reference,
    expectedVersion: 1,
    draft: { ...base, kind: 'TA', level: 'regional' },
  })

  const mine = { ...base, lessons: 'Mine', level: 'global' as const }
  const met = await focalPoint.activities.save({ reference, expectedVersion: 1, draft: mine })
  expect(met).toMatchObject({ outcome: 'conflict', base, theirs: { kind: 'TA', level: 'regional' }, theirVersion: 2 })
  if (met.outcome !== 'conflict') return
  const { merged, conflicts } = mergeDrafts(met.base, mine, met.theirs)
  expect(conflicts).toEqual(['level'])

  const saved = await focalPoint.activities.save({ reference, expectedVersion: met.theirVersion, draft: merged })
  expect(saved).toMatchObject({
    outcome: 'saved',
    activity: { kind: 'TA', lessons: 'Mine', level: 'global', version: 3 },
  })
})

test('lets one of many simultaneous saves through and loses none of the others', async () => {
  const { reference, ...opened } = await focalPoint.activities.draft(aNewActivity())
  const base = draftOf({ reference, ...opened })
  const outcomes = await Promise.all(
    Array.from({ length: 8 }, (_, n) =>
      focalPoint.activities.save({ reference, expectedVersion: 1, draft: { ...base, lessons: `Lesson ${n}` } }),
    ),
  )
  expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual([...Array(7).fill('conflict'), 'saved'])
})

test('a save that changes nothing makes no version', async () => {
  const { reference, ...opened } = await focalPoint.activities.draft(aNewActivity())
  const draft = draftOf({ reference, ...opened })
  expect(await focalPoint.activities.save({ reference, expectedVersion: 1, draft })).toMatchObject({
    activity: { version: 1 },
  })
})

test('goes from draft over group to public and back, each step in its history and in the audit log', async () => {
  const { reference, id } = await contributor.activities.draft(aNewActivity())
  await contributor.activities.submit({ reference })
  expect((await focalPoint.activities.inbox()).submitted.map((one) => one.reference)).toContain(reference)
  await focalPoint.activities.share({ reference })
  await expect(anyone.activities.get({ reference })).rejects.toThrow()
  expect(await focalPoint.activities.publish({ reference, expectedVersion: 2, reasons: [] })).toMatchObject({
    outcome: 'saved',
    activity: { visibility: 'public', version: 3 },
  })
  expect(await anyone.activities.get({ reference })).toMatchObject({ reference, members: null, mayWrite: false })
  await focalPoint.activities.withdraw({ reference, reason: 'Dates were wrong' })
  await expect(anyone.activities.get({ reference })).rejects.toThrow()

  const history = await coordinator.activities.history({ reference })
  expect(history.map((one) => one.change)).toEqual(['withdrawn', 'published', 'shared', 'drafted'])
  expect(await findAuditActions(world.db, id)).toEqual([
    'activity.drafted',
    'activity.submitted',
    'activity.shared',
    'activity.published',
    'activity.withdrawn',
  ])
})

test('stops publishing at errors, and at warnings without a reason', async () => {
  const draft = { sdgTargets: [], kind: null, startOn: null, endOn: null }
  const { reference } = await focalPoint.activities.draft(aNewActivity(draft))
  const stopped = await focalPoint.activities.publish({ reference, expectedVersion: 1, reasons: [] })
  expect(stopped).toMatchObject({ outcome: 'stopped' })
  expect((await focalPoint.activities.quality({ reference })).map((one) => one.code)).toEqual([
    'kind_missing',
    'start_missing',
    'target_missing',
  ])
  await focalPoint.activities.save({ reference, expectedVersion: 1, draft: aDraft({ sdgTargets: [] }) })
  const unexplained = await focalPoint.activities.publish({ reference, expectedVersion: 2, reasons: [] })
  expect(unexplained).toMatchObject({ outcome: 'stopped', findings: [{ code: 'target_missing', severity: 'warning' }] })
  const reasons = [{ code: 'target_missing', field: 'sdgTargets', reason: 'Serves no single target' }]
  expect(await focalPoint.activities.publish({ reference, expectedVersion: 2, reasons })).toMatchObject({
    outcome: 'saved',
    activity: { publishReasons: reasons },
  })
})

test('restores an earlier version as a new one, and only over the version that was seen', async () => {
  const { reference, id, ...opened } = await focalPoint.activities.draft(aNewActivity({ lessons: 'First' }))
  await focalPoint.activities.save({ reference, expectedVersion: 1, draft: aDraft({ lessons: 'Second' }) })
  const restore = { reference, version: 1, expectedVersion: 2 }
  await expect(iomFocalPoint.activities.restore(restore)).rejects.toThrow()
  expect(await focalPoint.activities.restore({ ...restore, expectedVersion: 1 })).toMatchObject({ outcome: 'conflict' })
  await expect(focalPoint.activities.restore({ ...restore, version: 9 })).rejects.toThrow()

  const restored = await focalPoint.activities.restore(restore)
  if (restored.outcome !== 'saved') throw new Error(restored.outcome)
  expect(restored.activity.version).toBe(3)
  expect(draftOf(restored.activity)).toEqual(draftOf({ reference, id, ...opened }))
  expect((await focalPoint.activities.history({ reference })).map(({ change }) => change)).toEqual([
    'restored',
    'saved',
    'drafted',
  ])
  expect(await findAuditActions(world.db, id)).toEqual(['activity.drafted', 'activity.saved', 'activity.restored'])
})

test('restores nothing to the public that would not pass today', async () => {
  const { reference } = await focalPoint.activities.draft(aNewActivity({ pillars: [] }))
  await focalPoint.activities.save({ reference, expectedVersion: 1, draft: aDraft() })
  await focalPoint.activities.publish({ reference, expectedVersion: 2, reasons: [] })
  expect(await focalPoint.activities.restore({ reference, version: 1, expectedVersion: 3 })).toMatchObject({
    outcome: 'stopped',
    findings: [{ code: 'pillar_missing' }],
  })
})

test('takes no reason that names a person', async () => {
  const { reference } = await focalPoint.activities.draft(aNewActivity({ sdgTargets: [] }))
  const reasons = [{ code: 'target_missing', field: 'sdgTargets', reason: 'Only for Amina Bello, 14 years old' }]
  await expect(focalPoint.activities.publish({ reference, expectedVersion: 1, reasons })).rejects.toThrow(
    'activities.reason_personal',
  )
})

test('a public activity stays within the rules when it is saved again', async () => {
  const { reference } = await focalPoint.activities.draft(aNewActivity())
  await focalPoint.activities.publish({ reference, expectedVersion: 1, reasons: [] })
  const save = (
    draft: Partial<ReturnType<typeof aDraft>>,
    reasons = [] as { code: string; field: string; reason: string }[],
  ) => focalPoint.activities.save({ reference, expectedVersion: 2, draft: aDraft(draft), reasons })
  expect(await save({ pillars: [] })).toMatchObject({ outcome: 'stopped', findings: [{ code: 'pillar_missing' }] })
  expect(await save({ level: null })).toMatchObject({ outcome: 'stopped', findings: [{ code: 'level_missing' }] })
  expect(
    await save({ level: null }, [{ code: 'level_missing', field: 'level', reason: 'Several levels' }]),
  ).toMatchObject({ outcome: 'saved', activity: { visibility: 'public', level: null } })
})

test('refuses to publish over a version that somebody changed meanwhile', async () => {
  const { reference } = await focalPoint.activities.draft(aNewActivity())
  await focalPoint.activities.save({ reference, expectedVersion: 1, draft: aDraft({ lessons: 'New' }) })
  await expect(focalPoint.activities.publish({ reference, expectedVersion: 1, reasons: [] })).rejects.toThrow(
    'activities.changed_meanwhile',
  )
})

test('discards a draft, and nothing that others have seen', async () => {
  const { reference } = await contributor.activities.draft(aNewActivity())
  await contributor.activities.discard({ reference })
  await expect(contributor.activities.open({ reference })).rejects.toThrow()
  const shared = await focalPoint.activities.draft(aNewActivity())
  await focalPoint.activities.share({ reference: shared.reference })
  await expect(focalPoint.activities.discard({ reference: shared.reference })).rejects.toThrow('activities.no_draft')
})

test('tells the inbox which activities their dates contradict', async () => {
  const { reference } = await focalPoint.activities.draft(aNewActivity({ status: 'ongoing', endOn: '2026-11-20' }))
  await focalPoint.activities.share({ reference })
  const { stale } = await focalPoint.activities.inbox()
  expect(stale).toMatchObject([{ reference, reason: 'should_have_ended' }])
  expect((await iomFocalPoint.activities.inbox()).stale).toEqual([])
})
