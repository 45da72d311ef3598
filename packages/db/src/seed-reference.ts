import { createHash } from 'node:crypto'
import { type ReferenceSeed, referenceSeed } from '@concert/domain/reference'
import { sql } from 'kysely'
import agencies from '../seed/agencies.json' with { type: 'json' }
import indicators from '../seed/indicators.json' with { type: 'json' }
import instruments from '../seed/instruments.json' with { type: 'json' }
import meetings from '../seed/meetings.json' with { type: 'json' }
import membershipCounts from '../seed/membership-counts.json' with { type: 'json' }
import memberships from '../seed/memberships.json' with { type: 'json' }
import paragraphs from '../seed/paragraphs.json' with { type: 'json' }
import places from '../seed/places.json' with { type: 'json' }
import publishedFigures from '../seed/published-figures.json' with { type: 'json' }
import resolutions from '../seed/resolutions.json' with { type: 'json' }
import type { Db, Trx } from './client.ts'
import { upsertCommitments, upsertPublishedFigures } from './seed-commitments.ts'
import { upsertIndicators } from './seed-indicators.ts'
import { renewed } from './upsert.ts'

/** What the seed files hold, before it is checked. */
export const shippedReference: unknown = {
  places,
  agencies,
  memberships,
  membershipCounts,
  meetings,
  resolutions,
  instruments,
  paragraphs,
  indicators,
  publishedFigures,
}

/**
 * Loads the reference data that ships with this version, by natural key. What people confirmed or cleared stays.
 * Does nothing when the same content was loaded before. Runs as the owner.
 */
export async function seedReference(db: Db): Promise<'loaded' | 'unchanged'> {
  const contentHash = createHash('sha256').update(JSON.stringify(shippedReference)).digest('hex')
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('concert reference'))`.execute(trx)
    const last = await trx
      .selectFrom('reference_load')
      .select('content_hash')
      .where('name', '=', 'reference')
      .executeTakeFirst()
    if (last?.content_hash === contentHash) return 'unchanged'
    const seed = referenceSeed.parse(shippedReference)
    await upsertPlaces(trx, seed)
    await upsertAgencies(trx, seed)
    await upsertMemberships(trx, seed)
    await upsertMeetings(trx, seed)
    await upsertCommitments(trx, seed)
    await upsertIndicators(trx, seed)
    await upsertPublishedFigures(trx, seed)
    await trx
      .insertInto('reference_load')
      .values({ name: 'reference', content_hash: contentHash })
      .onConflict((conflict) =>
        conflict.column('name').doUpdateSet({ content_hash: contentHash, loaded_at: sql<string>`now()` }),
      )
      .execute()
    return 'loaded'
  })
}

async function upsertPlaces(trx: Trx, seed: ReferenceSeed): Promise<void> {
  const rows = seed.places.map((place) => ({
    code: place.code,
    level: place.level,
    parent_code: place.parent,
    iso2: place.iso2 ?? null,
    iso3: place.iso3 ?? null,
    names: JSON.stringify(place.names),
    un_regional_group: place.unRegionalGroup ?? null,
    ldc: place.ldc ?? false,
    lldc: place.lldc ?? false,
    sids: place.sids ?? false,
    currencies: place.currencies ?? [],
    footnote: place.footnote ?? null,
    has_page: place.hasPage ?? true,
    source: place.source,
    basis: place.basis,
  }))
  await trx
    .insertInto('place')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .column('code')
        .doUpdateSet(
          renewed(
            'level',
            'parent_code',
            'iso2',
            'iso3',
            'names',
            'un_regional_group',
            'ldc',
            'lldc',
            'sids',
            'currencies',
            'footnote',
            'has_page',
            'source',
            'basis',
          ),
        ),
    )
    .execute()
}

async function upsertAgencies(trx: Trx, seed: ReferenceSeed): Promise<void> {
  const rows = seed.agencies.map((agency) => ({
    slug: agency.slug,
    acronym: agency.acronym,
    names: JSON.stringify(agency.names),
    class: agency.class,
    un_system: agency.unSystem,
    iati_org_id: agency.iatiOrgId,
    crs_channel: agency.crsChannel,
    source: agency.source,
    basis: agency.basis,
    visible: agency.basis !== 'unverified',
  }))
  await trx
    .insertInto('agency')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('slug').doUpdateSet({
        ...renewed('acronym', 'names', 'class', 'un_system', 'iati_org_id', 'crs_channel', 'source', 'basis'),
        visible: sql<boolean>`excluded.visible or agency.confirmed_at is not null`,
      }),
    )
    .execute()
}

async function upsertMemberships(trx: Trx, seed: ReferenceSeed): Promise<void> {
  const ids = new Map(
    (await trx.selectFrom('agency').select(['id', 'slug']).execute()).map(({ id, slug }) => [slug, id]),
  )
  // A role that a coordinator has edited is the group's own record from then on.
  const edited = new Set(
    (
      await trx
        .selectFrom('agency_membership_change')
        .innerJoin('agency_membership', 'agency_membership.id', 'membership_id')
        .where('kind', '<>', 'confirmed')
        .select(['agency_id', 'role'])
        .distinct()
        .execute()
    ).map(({ agency_id, role }) => `${agency_id} ${role}`),
  )
  const shipped = seed.memberships.map((membership) => {
    const agencyId = ids.get(membership.agency)
    if (!agencyId) throw new Error(`The seed names a membership of ${membership.agency}, which is no agency`)
    const inYears = [membership.from, membership.until].every((when) => when === null || when.length === 4)
    return {
      agency_id: agencyId,
      role: membership.role,
      from_on: onDay(membership.from, '01-01'),
      until_on: onDay(membership.until, '12-31'),
      date_precision: inYears ? ('year' as const) : ('day' as const),
      source: membership.source,
      basis: membership.basis,
    }
  })
  const rows = shipped.filter(({ agency_id, role }) => !edited.has(`${agency_id} ${role}`))
  if (rows.length > 0)
    await trx
      .insertInto('agency_membership')
      .values(rows)
      .onConflict((conflict) =>
        conflict
          .columns(['agency_id', 'role', 'from_on'])
          .doUpdateSet(renewed('until_on', 'date_precision', 'source', 'basis')),
      )
      .execute()
  await trx
    .insertInto('membership_count')
    .values(
      seed.membershipCounts.map(({ asOf, count, kind, source, basis }) => ({
        as_of: asOf,
        count,
        kind,
        source,
        basis,
      })),
    )
    .onConflict((conflict) => conflict.column('as_of').doUpdateSet(renewed('count', 'kind', 'source', 'basis')))
    .execute()
}

function onDay(when: string | null, dayOfYear: string): string | null {
  return when?.length === 4 ? `${when}-${dayOfYear}` : when
}

async function upsertMeetings(trx: Trx, seed: ReferenceSeed): Promise<void> {
  for (const meeting of seed.meetings) {
    const { id } = await trx
      .insertInto('meeting')
      .values({
        slug: meeting.slug,
        title: JSON.stringify(meeting.title),
        starts_on: meeting.startsOn,
        ends_on: meeting.endsOn,
        expected_year: meeting.expectedYear,
        session: meeting.session,
        state: meeting.state,
        source: meeting.source,
        basis: meeting.basis,
      })
      .onConflict((conflict) =>
        conflict
          .column('slug')
          .doUpdateSet(renewed('title', 'starts_on', 'ends_on', 'expected_year', 'session', 'source', 'basis')),
      )
      .returning('id')
      .executeTakeFirstOrThrow()
    if (meeting.documents.length === 0) continue
    await trx
      .insertInto('meeting_document')
      .values(
        meeting.documents.map((document) => ({
          meeting_id: id,
          kind: document.kind,
          symbol: document.symbol,
          dated_on: document.datedOn,
          source: document.source,
          basis: document.basis,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['meeting_id', 'kind', 'symbol']).doUpdateSet(renewed('dated_on', 'source', 'basis')),
      )
      .execute()
  }
}
