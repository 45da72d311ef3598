import { aNewActivity } from '@concert/db/testing/activities'
import { expect, test } from 'vitest'
import { aWorld } from '../../testing/world.ts'

const world = await aWorld()
const { contributor, coordinator, focalPoint, anyone } = world
const iom = world.as('focal_point', 'iom')

test('counts for each person what waits for their roles at their own agency, the most urgent first', async () => {
  await contributor.activities.draft(aNewActivity())
  const { reference } = await contributor.activities.draft(aNewActivity())
  await contributor.activities.submit({ reference })
  const stale = await focalPoint.activities.draft(aNewActivity({ status: 'ongoing', endOn: '2026-11-20' }))
  await focalPoint.activities.share({ reference: stale.reference })

  expect(await focalPoint.inbox.counts()).toEqual([
    { source: 'activities_submitted', count: 1 },
    { source: 'activities_stale', count: 1 },
    { source: 'activities_drafts', count: 1 },
  ])
  expect(await contributor.inbox.counts()).toEqual([
    { source: 'activities_stale', count: 1 },
    { source: 'activities_drafts', count: 1 },
  ])
  expect(await iom.inbox.counts()).toEqual([])
  expect(await coordinator.inbox.counts()).toEqual([])
  await expect(anyone.inbox.counts()).rejects.toThrow('UNAUTHORIZED')
})

test('names the report of the open round until the focal point has cleared it', async () => {
  const { id: roundId } = await coordinator.rounds.open({
    fromOn: '2026-07-01',
    untilOn: '2026-12-31',
    deadline: '2027-01-31',
    note: {},
  })
  const sources = async (caller: typeof iom) => (await caller.inbox.counts()).map(({ source }) => source)
  expect(await sources(iom)).toEqual(['round_report'])
  await iom.rounds.submit({ roundId, nothingToReport: true })
  expect(await sources(iom)).toEqual(['round_clearing'])
  await iom.rounds.clear({ roundId, nothingToReport: true })
  expect(await sources(iom)).toEqual([])
})
