import type {
  PublishedAgency,
  PublishedDonor,
  PublishedGrantFacts,
  PublishedPledge,
  PublishedPool,
} from '@concert/domain/iati-publication'
import { type RawBuilder, sql } from 'kysely'
import type { Db } from './client.ts'
import { standingPools } from './grant-pools.ts'

const batchSize = 500

/** Agencies that the reader may know and that have an IATI identifier. */
export async function findIdentifiedAgencies(db: Db): Promise<PublishedAgency[]> {
  const { rows } = await sql<PublishedAgency>`
    select slug, names, iati_org_id as "iatiOrgId", organisation_type as "organisationType"
    from agency where iati_org_id is not null order by slug`.execute(db)
  return rows
}

/** Named donors who pledged something, in the order of their ids. */
export async function* streamPublicDonors(db: Db): AsyncGenerator<PublishedDonor> {
  let after: string | null = null
  for (;;) {
    const batch: (PublishedDonor & { id: string })[] = await findDonors(db, after)
    yield* batch
    after = batch.at(-1)?.id ?? null
    if (batch.length < batchSize) return
  }
}

async function findDonors(db: Db, after: string | null): Promise<(PublishedDonor & { id: string })[]> {
  const { rows } = await sql<PublishedDonor & { id: string }>`
    select d.id, d.kind, ${namesOf(sql`d.id`)} as names from donor d
    where not d.anonymous and d.merged_into is null and ${after === null ? sql`true` : sql`d.id > ${after}::uuid`}
      and exists (select from public_pledge s where s.donor_id = d.id and s.kind = 'money')
    order by d.id limit ${batchSize}`.execute(db)
  return rows
}

/** Pledges of money with the steps of their public story, in the order of their references. */
export async function* streamPublicPledges(db: Db): AsyncGenerator<PublishedPledge> {
  let after = ''
  for (;;) {
    const { rows } = await sql<PublishedPledge>`
      select s.reference, s.earmarking, t.steps,
        (select jsonb_build_object('kind', d.kind, 'names', ${namesOf(sql`d.id`)})
          from donor d where d.id = s.donor_id and not d.anonymous) as donor
      from (
        select * from public_pledge p where p.kind = 'money' and p.reference > ${after}
        order by p.reference limit ${batchSize}
      ) s
      cross join lateral (
        select coalesce(jsonb_agg(jsonb_build_object('kind', k.kind, 'on', k."on",
          'amount', jsonb_build_object('amountMinor', k.amount_minor, 'currency', k.currency))), '[]') as steps
        from public_pledge_steps(s.reference) k
      ) t
      order by s.reference`.execute(db)
    yield* rows
    const last = rows.at(-1)
    if (rows.length < batchSize || !last) return
    after = last.reference
  }
}

/** Grants that are told whole. */
export async function findPublishedGrants(db: Db): Promise<PublishedGrantFacts[]> {
  const { rows } = await sql<PublishedGrantFacts>`
    select s.id as reference, s.title, jsonb_build_object('kind', s.grantee_kind, 'names', s.grantee_names) as grantee,
      jsonb_build_object('code', p.code, 'iso2', p.iso2, 'names', p.names, 'percentage', null) as place,
      jsonb_build_object('amountMinor', s.awarded_minor, 'currency', s.currency) as awarded,
      s.disbursed_usd as "disbursedUsd", jsonb_build_object('decidedOn', c.decided_on, 'year', c.year) as call
    from public_grant s join grant_call c on c.id = s.call_id join place p on p.code = s.place_code
    where s.visibility = 'public' order by s.id`.execute(db)
  return rows
}

/** The pools of the release that stands; none before the first release. */
export async function findPublishedPools(db: Db): Promise<PublishedPool[]> {
  const { rows } = await sql<PublishedPool>`
    with ${standingPools}
    select first, last, "awardedUsd", "disbursedUsd", released_on as "releasedOn"
    from standing_pool order by year, "firstCallId", withheld`.execute(db)
  return rows
}

/** Changes whenever what anyone may know of pledges, donors and grants does. */
export async function findPublicFundVersion(db: Db): Promise<string> {
  const digest = (rows: RawBuilder<unknown>) =>
    sql`(select md5(string_agg(md5(r::text), '' order by md5(r::text))) from ${rows} r)`
  const { rows } = await sql<{ version: string }>`
    select md5(concat_ws(' ', ${digest(sql`public_pledge`)}, ${digest(sql`public_grant`)}, ${digest(sql`people_release_content`)},
      ${digest(sql`donor_name`)}, ${digest(sql`grant_call`)})) as version`.execute(db)
  return rows[0]?.version ?? ''
}

/** The main name in each language, the newest one. */
function namesOf(donorId: RawBuilder<unknown>): RawBuilder<PublishedDonor['names']> {
  return sql`(
    select coalesce(jsonb_agg(jsonb_build_object('language', n.language, 'name', n.name) order by n.language), '[]')
    from (
      select distinct on (m.language) m.language, m.name from donor_name m
      where m.donor_id = ${donorId} and m.role = 'main' and coalesce(m.since <= current_date, true)
      order by m.language, m.since desc nulls last, m.created_at desc
    ) n)`
}
