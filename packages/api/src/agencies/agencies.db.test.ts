import { actAs } from '@concert/db/identity'
import { findOrInsertReportingOrganisation } from '@concert/db/reporting-organisations'
import { expect, test } from 'vitest'
import { aWorld, type Caller } from '../../testing/world.ts'

const world = await aWorld()
const slugs = (list: { agencies: { slug: string }[] }) => list.agencies.map((agency) => agency.slug)
const isAnythingUnverified = (list: object) => /"basis":"unverified"|"unverified":true/.test(JSON.stringify(list))

test('anyone sees the members that a source names, and no unverified one', async () => {
  const list = await world.anyone.agencies.list({})
  expect(slugs(list)).toEqual(expect.arrayContaining(['unodc', 'interpol', 'oas', 'coe']))
  for (const hidden of ['dpo', 'icao', 'unaids', 'world-bank', 'fao']) expect(slugs(list)).not.toContain(hidden)
  expect(isAnythingUnverified(list)).toBe(false)
})

test.each(['focalPoint', 'fundManager', 'contributor', 'administrator'] as const)(
  'a signed-in %s sees no unverified membership either',
  async (who) => {
    expect(isAnythingUnverified(await world[who].agencies.list({}))).toBe(false)
  },
)

test('a coordinator sees unverified rows, marked', async () => {
  const list = await world.coordinator.agencies.list({})
  const dpo = list.agencies.find((agency) => agency.slug === 'dpo')
  expect(dpo).toMatchObject({ basis: 'unverified', confirmed: false })
  expect(list.chairs.find((each) => each.year === 2020)?.agencies).toMatchObject([{ slug: 'osce', unverified: true }])
})

test('the list of a year tells who is known to belong from who may have belonged', async () => {
  const { agencies, year } = await world.anyone.agencies.list({ year: 2019 })
  const standing = (slug: string) => agencies.find((agency) => agency.slug === slug)?.standing
  expect(year).toBe(2019)
  expect(standing('icmpd')).toBe('certain')
  expect(standing('osce')).toBe('certain')
  expect(standing('undp')).toBe('possible')
  expect(standing('coe')).toBe('none')
  const before = await world.anyone.agencies.list({ year: 2015 })
  expect(before.agencies.find((agency) => agency.slug === 'icmpd')?.standing).toBe('none')
})

test('chairs stand by year, and published counts beside the list', async () => {
  const { chairs, counts } = await world.anyone.agencies.list({})
  expect(chairs.find((each) => each.year === 2023)?.agencies.map((agency) => agency.slug)).toEqual(['iom', 'osrsg-vac'])
  expect(chairs.find((each) => each.year === 2020)).toBeUndefined()
  expect(counts.find((count) => count.asOf === '2023-10')?.count).toBe(31)
})

test('a coordinator who confirms a membership shows it to everyone, with its agency and an audit row', async () => {
  const { agencies } = await world.coordinator.agencies.list({})
  const membership = agencies.find((agency) => agency.slug === 'unicri')?.memberships[0]
  if (!membership) throw new Error('no membership of unicri')

  await world.coordinator.agencies.confirmMembership({ id: membership.id })

  expect(slugs(await world.anyone.agencies.list({}))).toContain('unicri')
  const audit = await world.db.selectFrom('audit_row').select('action').execute()
  expect(audit.map((row) => row.action)).toEqual(expect.arrayContaining(['membership.confirmed', 'agency.confirmed']))
  await expect(world.coordinator.agencies.confirmMembership({ id: membership.id })).rejects.toMatchObject({
    cause: { code: 'agencies.nothing_to_confirm' },
  })
})

test('only coordinators may confirm, in the database too', async () => {
  const { agencies } = await world.coordinator.agencies.list({})
  const unoct = agencies.find((agency) => agency.slug === 'unoct')
  if (!unoct) throw new Error('no unoct')
  await expect(world.focalPoint.agencies.confirm({ id: unoct.id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  const changed = await world.db.transaction().execute(async (trx) => {
    await actAs(trx, { kind: 'person', userId: unoct.id, name: 'x', agencyId: null, roles: ['administrator'] })
    return trx
      .updateTable('agency')
      .set({ visible: true, confirmed_at: '2026-01-01' })
      .where('slug', '=', 'unoct')
      .executeTakeFirst()
  })
  expect(changed.numUpdatedRows).toBe(0n)
})

test('an agency that is not visible is not found by its address', async () => {
  await expect(world.anyone.agencies.get({ slug: 'cted' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect((await world.coordinator.agencies.get({ slug: 'cted' })).acronym).toBe('CTED')
})

test('a reporting organisation is found by its identifier, whatever its name and case', async () => {
  const found = await findOrInsertReportingOrganisation(world.db, { ref: 'xm-dac-47066', name: 'OIM', type: '40' })
  expect(found.slug).toBe('iom')
})

test('two imports that meet the same newcomer add it once, as no member', async () => {
  const newcomer = { ref: 'DK-CVR-20699310', name: 'Danish Refugee Council', type: '21' }
  const both = await Promise.all(
    [1, 2].map(() =>
      world.db.transaction().execute(async (trx) => {
        await actAs(trx, {
          kind: 'person',
          userId: crypto.randomUUID(),
          name: 'x',
          agencyId: null,
          roles: ['coordinator'],
        })
        return findOrInsertReportingOrganisation(trx, newcomer)
      }),
    ),
  )
  expect(both[0]).toEqual(both[1])
  expect(both[0]?.slug).toBe('org-dk-cvr-20699310')
  expect(slugs(await world.anyone.agencies.list({}))).not.toContain('org-dk-cvr-20699310')
  const option = (await world.anyone.agencies.options()).find((each) => each.id === both[0]?.id)
  expect(option).toMatchObject({ isMember: false, names: { en: 'Danish Refugee Council' } })
})

test('nobody but an importing role adds an organisation', async () => {
  const adding = world.db.transaction().execute(async (trx) => {
    await actAs(trx, { kind: 'anonymous' })
    return findOrInsertReportingOrganisation(trx, { ref: 'XX-1', name: 'Intruder', type: null })
  })
  await expect(adding).rejects.toThrow(/row-level security/)
})

test("an agency's mailbox is a function's, kept by its own focal point or a coordinator, and read by the group", async () => {
  const [iomAgency] = (await world.anyone.agencies.options()).filter(({ slug }) => slug === 'iom')
  if (!iomAgency) throw new Error('no IOM')
  const iom = world.as('focal_point', 'iom')
  const save = (caller: Caller, address: string) =>
    caller.agencies.saveMailbox({ agencyId: iomAgency.id, address, idempotencyKey: crypto.randomUUID() })
  await expect(save(world.focalPoint, 'office@example.int')).rejects.toThrow('agencies.mailbox_not_yours')
  await expect(save(iom, 'jane.roe@example.int')).rejects.toThrow('letters.not_functional')
  await save(iom, 'Office@example.int')
  expect(await world.contributor.agencies.mailbox({ slug: 'iom' })).toMatchObject({
    mailbox: { address: 'office@example.int' },
    mayKeep: false,
  })
  await expect(world.anyone.agencies.mailbox({ slug: 'iom' })).rejects.toThrow()
  await save(world.coordinator, '')
  expect((await iom.agencies.mailbox({ slug: 'iom' })).mailbox?.address).toBeNull()
})
