import type { PublishedActivity } from '@concert/domain/iati-publication'
import { sql } from 'kysely'
import type { Db } from './client.ts'

/** As many activities as are held in memory at once. */
const batchSize = 500

/**
 * Public activities in the order of their references, batch by batch; those led by one agency where `leadSlug` says so.
 * Left out is one whose lead the reader may not know.
 */
export async function* streamPublicActivities(db: Db, leadSlug: string | null): AsyncGenerator<PublishedActivity> {
  let after = ''
  for (;;) {
    const batch = await findBatch(db, after, leadSlug)
    yield* batch
    const last = batch.at(-1)
    if (batch.length < batchSize || !last) return
    after = last.reference
  }
}

async function findBatch(db: Db, after: string, leadSlug: string | null): Promise<PublishedActivity[]> {
  const { rows } = await sql<PublishedActivity>`
    with batch as materialized (
      select a.* from activity a
      where a.audience = 'public' and a.start_on is not null and a.reference > ${after}
        and ${leadSlug === null ? sql`true` : sql`a.lead_agency_id = (select id from agency where slug = ${leadSlug})`}
        and exists (select from agency g where g.id = a.lead_agency_id)
      order by a.reference limit ${batchSize}
    ), wanted as materialized (
      select array_agg(id) as ids from batch
    ), share as materialized (
      select s.* from wanted cross join lateral public_activity_shares(wanted.ids) s
    ), identifier as materialized (
      select i.* from wanted cross join lateral public_activity_identifiers(wanted.ids) i
    ), told as materialized (
      select r.activity_id, jsonb_agg(jsonb_build_object('code', p.code, 'iso2', p.iso2, 'names', p.names,
        'percentage', s.percentage::text) order by p.code) as places
      from activity_area r join place p on p.code = r.place_code
      left join share s on s.activity_id = r.activity_id and s.place_code = r.place_code
      where r.activity_id = any ((select ids from wanted)::uuid[]) and r.scope = 'public' and r.named
      group by r.activity_id
    )
    select b.reference, b.title, b.description, b.level, b.status, b.pillars, b.sdg_targets as "sdgTargets", b.forms,
      b.tags, b.other_partners as "otherPartners", b.start_on as "startOn", b.end_on as "endOn",
      case when b.budget_minor is not null then
        jsonb_build_object('amountMinor', b.budget_minor, 'currency', b.budget_currency) end as budget,
      b.updated_at as "updatedAt", i.identifier as "sourceIdentifier", ${agency} as lead,
      (select coalesce(jsonb_agg(${agency} order by g.slug), '[]') from agency g
        where g.id = any (b.partner_agency_ids)) as partners,
      coalesce(t.places, '[]') as places
    from batch b
    join agency g on g.id = b.lead_agency_id
    left join identifier i on i.activity_id = b.id
    left join told t on t.activity_id = b.id
    order by b.reference`.execute(db)
  return rows
}

const agency = sql`jsonb_build_object('slug', g.slug, 'names', g.names, 'iatiOrgId', g.iati_org_id,
  'organisationType', g.organisation_type)`

/** Changes whenever what `streamPublicActivities` yields does: what is public, by when it changed, and its agencies. */
export async function findPublicActivitiesVersion(db: Db): Promise<string> {
  const { rows } = await sql<{ version: string }>`
    select md5(concat_ws(' ',
      (select sum(count) from activity_tally where scope = 'public' and dimension = 'total' and key = 'all'),
      (select updated_at from activity where audience = 'public' order by updated_at desc, id desc limit 1),
      (select string_agg(concat_ws(' ', slug, names, iati_org_id), ',' order by slug) from agency))) as version`.execute(
    db,
  )
  return rows[0]?.version ?? ''
}
