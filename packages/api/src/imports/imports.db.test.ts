import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { findImports } from '@concert/db/imports'
import { countPendingByBand } from '@concert/db/imports-review'
import { sql } from '@concert/db/testing/sql'
import type { Actor } from '@concert/domain/actor'
import { beforeEach, describe, expect, test } from 'vitest'
import { aWorld } from '../../testing/world.ts'
import { inTransaction } from '../transaction.ts'
import { previewImport } from './preview-import.ts'
import { runImport } from './run-import.ts'

const world = await aWorld()
const { db } = world
const system = world.contextOf({ kind: 'system', name: 'terminal' })
const fixtures = fileURLToPath(new URL('../../../exchange/fixtures/iati/', import.meta.url))
const shared = fileURLToPath(new URL('../../../../../shared/iati/real/', import.meta.url))

const bytes = (name: string) => readFileSync(`${fixtures}${name}`)
const valid = { name: 'valid.xml', bytes: bytes('valid.xml') }
const refused = { name: 'doctype.xml', bytes: bytes('doctype.xml') }
const edited = (replace: (text: string) => string, name = 'edited.xml') => ({
  name,
  bytes: new TextEncoder().encode(replace(valid.bytes.toString('utf8'))),
})
const newer = (text: string) => text.replaceAll('2025-02-20T12:00:00Z', '2026-02-20T12:00:00Z')

const person = (role: 'focal_point' | 'contributor' | 'coordinator', agencyId: string | null = null): Actor => ({
  kind: 'person',
  userId: '00000000-0000-4000-8000-000000000001',
  name: 'A person',
  agencyId,
  roles: [role],
})

interface State {
  activities: number
  imports: number
  versions: number
  places: number
  audits: number
  agencies: number
}
async function state(): Promise<State> {
  const { rows } = await sql<State>`
    select (select count(*)::int from activity) activities, (select count(*)::int from import) imports,
      (select count(*)::int from activity_version) versions, (select count(*)::int from activity_place) places,
      (select count(*)::int from audit_row) audits, (select count(*)::int from agency) agencies`.execute(db)
  const [row] = rows
  if (!row) throw new Error('no row')
  return row
}
async function referenceOf(externalId: string): Promise<string> {
  const { rows } = await sql<{ reference: string }>`
    select reference from activity join activity_import on id = activity_id where external_id = ${externalId}`.execute(
    db,
  )
  return rows[0]?.reference ?? ''
}

beforeEach(async () => {
  await sql`delete from activity`.execute(db)
})

test('says before anything is written what an import would do', async () => {
  const before = await state()
  const report = await previewImport(system, [valid, refused])
  expect(report).toMatchObject({ dryRun: true, new: 4, changed: 0, unchanged: 0, refused: 1 })
  expect(report.files.map((file) => [file.file, file.refusedAsWhole, file.new])).toEqual([
    ['valid.xml', false, 4],
    ['doctype.xml', true, 0],
  ])
  expect(await state()).toEqual(before)
})

test('imports activities into the group, unclassified and pending, under their reporting organisation', async () => {
  const report = await runImport(system, [valid])
  expect(report).toMatchObject({ new: 4, changed: 0, unchanged: 0, refused: 0 })
  const page = await world.coordinator.imports.review({ relevance: 'pending', page: 1 })
  expect(page.pending).toEqual({ likely: 2, possible: 0, unlikely: 2 })
  expect(page.rows.map((row) => [row.externalId, row.relevance, row.proposal.band])).toEqual([
    ['ZZ-EXAMPLE-1-SHELTER', 'pending', 'likely'],
    ['ZZ-EXAMPLE-1-TRAINING', 'pending', 'likely'],
    expect.arrayContaining(['pending', 'unlikely']),
    expect.arrayContaining(['pending', 'unlikely']),
  ])
  const [first] = page.rows
  expect(first).toMatchObject({ startOn: '2024-02-15', file: 'valid.xml', line: 4, classification: { pillars: [] } })
  const { rows } = await sql<{ visibility: string; name: string; places: string[] }>`
    select a.visibility, g.names ->> 'en' as name,
      array(select p.place_code || ' ' || p.percentage::float from activity_place p where p.activity_id = a.id order by 1) places
    from activity a join agency g on g.id = a.lead_agency_id where a.reference = ${first?.reference}`.execute(db)
  expect(rows).toEqual([
    { visibility: 'group', name: 'Example Agency for Safe Work', places: ['008 33.34', '807 33.33', 'XKX 33.33'] },
  ])
})

test('changes nothing when it runs twice', async () => {
  await runImport(system, [valid])
  const before = await state()
  expect(await runImport(system, [valid])).toMatchObject({ new: 0, changed: 0, unchanged: 4, refused: 0 })
  expect(await state()).toEqual(before)
})

test('leaves nothing of a refused file behind, and imports the others', async () => {
  const before = await state()
  expect(await runImport(system, [refused])).toMatchObject({ new: 0, refused: 1 })
  expect(await state()).toEqual(before)
  expect(await runImport(system, [refused, valid])).toMatchObject({ new: 4, refused: 1 })
  const { imports } = await world.coordinator.imports.list()
  expect(imports.map((one) => one.fileName)).not.toContain('doctype.xml')
})

test('leaves nothing behind when it fails on the way', async () => {
  const before = await state()
  await sql`
    create or replace function fail_late() returns trigger language plpgsql as $$
    begin if new.external_id like '%ROADS' then raise exception 'out of paper'; end if; return new; end $$`.execute(db)
  await sql`create trigger fail_late before insert on activity_import for each row execute function fail_late()`.execute(
    db,
  )
  await expect(runImport(system, [valid])).rejects.toThrow('out of paper')
  await sql`drop trigger fail_late on activity_import`.execute(db)
  expect(await state()).toEqual(before)
})

describe('newer content', () => {
  test('updates the imported facts and keeps what people classified, decided and typed', async () => {
    await runImport(system, [valid])
    const shelter = await referenceOf('ZZ-EXAMPLE-1-SHELTER')
    const training = await referenceOf('ZZ-EXAMPLE-1-TRAINING')
    await world.coordinator.imports.decide({
      references: [shelter],
      decision: 'relevant',
      classification: { pillars: ['PART'], forms: [], kind: 'CAPB' },
    })
    await world.coordinator.imports.decide({ references: [training], decision: 'not_relevant', classification: null })
    await sql`update activity set end_on = '2030-01-01' where reference = ${shelter}`.execute(db)

    const next = edited((text) =>
      newer(text)
        .replace('Example: safe houses', 'Example: safe flats')
        .replace('iso-date="2026-12-31"', 'iso-date="2027-12-31"')
        .replace('formación de fiscales', 'curso de fiscales'),
    )
    expect(await previewImport(system, [next])).toMatchObject({ new: 0, changed: 2, unchanged: 2 })
    expect(await runImport(system, [next])).toMatchObject({ new: 0, changed: 2, unchanged: 2 })
    const { rows } = await sql<Record<string, unknown>>`
      select title -> 0 ->> 'text' as title, end_on, relevance, pillars, kind, version from activity
      where reference in (${shelter}, ${training}) order by reference = ${training}`.execute(db)
    expect(rows).toEqual([
      {
        title: 'Example: safe flats for victims of trafficking',
        end_on: '2030-01-01',
        relevance: 'relevant',
        pillars: ['PART'],
        kind: 'CAPB',
        version: 3,
      },
      expect.objectContaining({ title: expect.stringContaining('curso'), relevance: 'not_relevant', pillars: [] }),
    ])
  })

  test('is not undone by an older file, with or without time stamps', async () => {
    const undated = (text: string) =>
      text
        .replace(' generated-datetime="2025-03-01T09:00:00Z"', '')
        .replace(' last-updated-datetime="2025-02-20T12:00:00Z"', '')
    const first = edited(undated, 'first.xml')
    const second = edited((text) => undated(text).replace('Example: wells', 'Example: deep wells'), 'second.xml')
    await runImport(system, [first, second])
    const before = await state()
    const again = await runImport(system, [first, second])
    expect(again).toMatchObject({ new: 0, changed: 0, unchanged: 8 })
    expect(again.files[0]?.findings.map((finding) => finding.code)).toContain('older_restatement')
    expect(await state()).toEqual(before)

    const dated = edited((text) => newer(text).replace('Example: safe houses', 'Example: safe flats'))
    expect(await runImport(system, [dated])).toMatchObject({ changed: 1 })
    const late = edited((text) => text.replace('Example: safe houses', 'Example: old houses'))
    expect(await previewImport(system, [late])).toMatchObject({ changed: 0 })
  })

  test('does not write over what its agency has published', async () => {
    await runImport(system, [valid])
    await sql`
      update activity set visibility = 'public', relevance = 'relevant', kind = 'CAPB', pillars = '{PROT}'
      where title -> 0 ->> 'text' like '%safe houses%'`.execute(db)
    const next = edited((text) => newer(text).replace('Example: safe houses', 'Example: safe flats'))
    const report = await runImport(system, [next])
    expect(report).toMatchObject({ changed: 0, unchanged: 4 })
    expect(report.files[0]?.findings.map((finding) => finding.code)).toContain('published_stays')
  })
})

describe('a decision', () => {
  test('lets only what concerns trafficking into figures, and can be taken back', async () => {
    const counted = async () => {
      const { rows } = await sql<{ n: number }>`
        select (select count(*)::int from activity where counted) + (
          select coalesce(sum(count), 0)::int from activity_tally where scope = 'group' and dimension = 'total') as n`.execute(
        db,
      )
      return rows[0]?.n
    }
    await runImport(system, [valid])
    expect(await counted()).toBe(0)
    const references = await Promise.all(['SHELTER', 'TRAINING'].map((name) => referenceOf(`ZZ-EXAMPLE-1-${name}`)))
    const accepted = { references, decision: 'relevant', classification: 'proposed' } as const
    expect(await world.focalPoint.imports.decide(accepted)).toEqual({ decided: 2 })
    expect(await counted()).toBe(4)
    const { rows } = await world.coordinator.imports.review({ relevance: 'relevant', page: 1 })
    expect(rows[0]?.classification).toMatchObject({ pillars: ['PROT'], forms: ['LABOUR'], kind: 'DIRECT' })
    expect(rows[0]?.decidedBy).toBe('A focal_point')
    await world.coordinator.imports.decide({ references, decision: 'pending', classification: null })
    expect(await counted()).toBe(0)
  })

  test('coarsens the public place of direct assistance', async () => {
    await runImport(system, [valid])
    const reference = await referenceOf('ZZ-EXAMPLE-1-SHELTER')
    await world.coordinator.imports.decide({
      references: [reference],
      decision: 'relevant',
      classification: 'proposed',
    })
    const { rows } = await sql<{ told: string[] }>`
      select array_agg(distinct public_place_code) told from activity_place join activity on id = activity_id
      where reference = ${reference}`.execute(db)
    expect(rows).toEqual([{ told: ['039'] }])
  })

  test('is refused for what was not imported', async () => {
    const references = ['ACT-2026-99999']
    await expect(
      world.coordinator.imports.decide({ references, decision: 'relevant', classification: null }),
    ).rejects.toThrow('imports.not_reviewable')
  })
})

describe('row-level security alone', () => {
  test('lets a contributor and anyone neither import nor see who imported what', async () => {
    await runImport(system, [valid])
    const other = edited((text) => text.replaceAll('ZZ-EXAMPLE-1', 'ZZ-EXAMPLE-9'))
    for (const actor of [person('contributor'), { kind: 'anonymous' } as const]) {
      const ctx = world.contextOf(actor)
      await expect(runImport(ctx, [other])).rejects.toThrow('row-level security')
      expect(await inTransaction(ctx, (trx) => findImports(trx, 10))).toEqual([])
    }
    const anonymous = world.contextOf({ kind: 'anonymous' })
    expect(await inTransaction(anonymous, countPendingByBand)).toEqual({ likely: 0, possible: 0, unlikely: 0 })
  })

  test('lets a focal point of another agency import', async () => {
    const { rows } = await sql<{ id: string }>`select id from agency where slug = 'ilo'`.execute(db)
    const report = await runImport(world.contextOf(person('focal_point', rows[0]?.id ?? null)), [valid])
    expect(report.new).toBe(4)
  })
})

test('filters the review by band, agency and words', async () => {
  await runImport(system, [valid])
  const found = async (filter: { band?: 'unlikely'; q?: string; agency?: string }) => {
    const { rows } = await world.coordinator.imports.review({ relevance: 'pending', page: 1, ...filter })
    return rows.map((row) => row.externalId.replace('ZZ-EXAMPLE-1-', ''))
  }
  expect((await found({ band: 'unlikely' })).sort()).toEqual(['ROADS', 'WATER'])
  expect(await found({ q: 'FORMACION' })).toEqual(['TRAINING'])
  expect(await found({ q: '100%' })).toEqual([])
  expect(await found({ agency: 'iom' })).toEqual([])
})

describe.skipIf(!existsSync(shared))('published files', () => {
  test('are in at the first run and unchanged at the second', async () => {
    const files = readdirSync(shared)
      .filter((name) => name.endsWith('.xml'))
      .sort()
      .map((name) => ({ name, bytes: readFileSync(`${shared}${name}`) }))
    const first = await runImport(system, files)
    expect(first.files.filter((file) => file.refusedAsWhole).map((file) => file.file)).toEqual([
      'iom-organisation-2021.xml',
    ])
    expect(first.new + first.changed + first.unchanged).toBe(802)
    const { pending } = await world.coordinator.imports.list()
    expect(pending.likely + pending.possible).toBeGreaterThan(30)
    expect(pending.likely + pending.possible).toBeLessThan(60)
    const second = await runImport(system, files)
    expect(second).toMatchObject({ new: 0, changed: 0, unchanged: 802 })
  })
})
