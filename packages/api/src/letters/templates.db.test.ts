import { randomUUID } from 'node:crypto'
import { actAs } from '@concert/db/identity'
import { sql } from '@concert/db/testing/sql'
import { expect, test } from 'vitest'
import { aFund, anAnnouncement } from '../../testing/fund.ts'
import { aWorld } from '../../testing/world.ts'

const world = await aWorld()
const fund = await aFund(world)
const { fundManager } = world
const one = { kind: 'acknowledgement' as const, language: 'en' as const }
const key = () => randomUUID()
const own = (title: string) => ({ title, paragraphs: ['We thank you for {contribution}.', '{pledgeFacts}'] })
const save = (title: string, basedOn: number) =>
  fundManager.letters.saveTemplate({ ...one, ...own(title), basedOn, idempotencyKey: key() })

test('an own wording is used from then on, every version is kept, and an earlier one comes back as a new one', async () => {
  const comesWith = (await fundManager.letters.template(one)).template
  expect(await save('First {pledgeReference}', 0)).toEqual({ version: 1 })
  expect(await save('Second {pledgeReference}', 1)).toEqual({ version: 2 })
  const { reference } = await fundManager.pledges.announce(anAnnouncement({ donorId: fund.donorId }))
  const preview = () => fundManager.letters.preview({ ...one, pledge: reference })
  expect((await preview()).title).toBe(`Second ${reference}`)

  const made = await fundManager.letters.compose({ request: { ...one, pledge: reference }, idempotencyKey: key() })
  const restore = (version: number, basedOn: number) =>
    fundManager.letters.restoreTemplate({ ...one, version, basedOn, idempotencyKey: key() })
  expect(await restore(1, 2)).toEqual({ version: 3 })
  expect((await preview()).title).toBe(`First ${reference}`)
  expect(await restore(0, 3)).toEqual({ version: 4 })
  const state = await fundManager.letters.template(one)
  expect(state.template).toEqual(comesWith)
  expect(state.versions.map(({ version, restored, savedBy }) => [version, restored, savedBy])).toEqual([
    [4, 0, 'A fund_manager'],
    [3, 1, 'A fund_manager'],
    [2, null, 'A fund_manager'],
    [1, null, 'A fund_manager'],
  ])

  const kept = await fundManager.letters.get({ reference: made.reference, locale: 'en' })
  expect(kept).toMatchObject({ templateVersion: 2, written: { title: `Second ${reference}` } })
  expect(kept.comparison.state).toBe('differs')
  expect(await fundManager.letters.editedTemplates()).toEqual([{ ...one, version: 4, isOwn: false }])
})

test('a wording upon an older version than the newest is refused, and so is one that never was', async () => {
  await expect(save('Late {pledgeReference}', 1)).rejects.toThrow('letters.template_moved_on')
  const never = { ...one, version: 99, basedOn: 4, idempotencyKey: key() }
  await expect(fundManager.letters.restoreTemplate(never)).rejects.toThrow('letters.version_unknown')
})

test('a faulty wording is refused with its place, and not kept', async () => {
  const faulty = { ...one, title: 'T', paragraphs: ['{contribution} {nobody}'], basedOn: 4, idempotencyKey: key() }
  await expect(fundManager.letters.saveTemplate(faulty)).rejects.toMatchObject({
    cause: {
      issues: [{ path: ['paragraphs', 0], params: { code: 'letters.unknown_field', paragraph: 1, position: 16 } }],
    },
  })
  expect((await fundManager.letters.template(one)).version).toBe(4)
})

test('mailboxes of functions stand in letters; those of persons are refused', async () => {
  await fundManager.letters.setFundMailbox({ address: 'contributions@fund.example.org', idempotencyKey: key() })
  const { donorId } = fund
  const set = (address: string | null) =>
    fundManager.letters.setDonorMailbox({ donorId, address, idempotencyKey: key() })
  await set('mission.vienna@mfa.example.org')
  await expect(set('maria.perez@mfa.example.org')).rejects.toThrow('letters.not_functional')
  const year = { kind: 'yearly_report' as const, language: 'en' as const, donorId, year: 2026 }
  const written = await fundManager.letters.preview(year)
  expect(written.addressee).toEqual([
    'The Permanent Mission to the United Nations',
    'Donor State A',
    'mission.vienna@mfa.example.org',
  ])
  expect(written.footer[0]).toBe('Replies to: contributions@fund.example.org')
  await set(null)
  expect((await fundManager.letters.preview(year)).addressee).toHaveLength(2)
})

test('the database keeps letters, wordings and mailboxes from all but fund managers, and unchanged from them', async () => {
  for (const table of ['letter', 'letter_template', 'donor_mailbox', 'fund_mailbox']) {
    const count = (role: 'fund_manager' | 'coordinator') =>
      world.db.transaction().execute(async (trx) => {
        await actAs(trx, { kind: 'person', userId: randomUUID(), name: role, agencyId: null, roles: [role] })
        const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(trx)
        return rows[0]?.n ?? 0
      })
    expect(await count('coordinator'), table).toBe(0)
    expect(await count('fund_manager'), table).toBeGreaterThan(0)
    await expect(sql`delete from ${sql.table(table)}`.execute(world.db)).rejects.toThrow('append-only')
  }
})
