import { expect, test } from 'vitest'
import { aWorld } from '../../testing/world.ts'

const world = await aWorld()

test('appraisals stand newest first; the one that is only expected has no dates', async () => {
  const meetings = await world.anyone.meetings.list()
  expect(meetings.map((meeting) => meeting.slug)).toEqual(['2029', '2025', '2021', '2017', '2013'])
  expect(meetings[0]).toMatchObject({ startsOn: null, state: 'planned', inferred: true })
})

test('a meeting shows its documents in the order in which they came', async () => {
  const meeting = await world.anyone.meetings.get({ slug: '2017' })
  expect(meeting.documents.map((document) => document.symbol)).toEqual([
    'A/RES/71/287',
    'A/71/L.65',
    'A/71/L.81',
    'A/RES/71/319',
    'A/RES/72/1',
    'GA/11933',
    'GA/11955',
  ])
})

test('an unverified document is for coordinators until one confirms it', async () => {
  const hidden = (await world.coordinator.meetings.get({ slug: '2013' })).documents.find(
    (document) => document.unverified,
  )
  expect(hidden?.symbol).toBe('A/RES/67/190')
  const symbols = async () => (await world.anyone.meetings.get({ slug: '2013' })).documents.map((each) => each.symbol)
  expect(await symbols()).toEqual(['GA/11369'])
  await world.coordinator.meetings.confirmDocument({ id: hidden?.id ?? '' })
  expect(await symbols()).toEqual(['A/RES/67/190', 'GA/11369'])
})

test('there is no meeting at an unknown address', async () => {
  await expect(world.anyone.meetings.get({ slug: '1999' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
