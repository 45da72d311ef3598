import type { AgencyPresence, MatchingReason } from '@concert/domain/request-matching'
import { sql } from 'kysely'
import type { Db } from './client.ts'

interface Around {
  placeCode: string
  pillars: readonly string[]
  kinds: readonly string[]
}

/** What each agency does in the country of a request or around it, as reasons to ask it; read through the index of areas. */
export async function findPresences(db: Db, around: Around): Promise<AgencyPresence[]> {
  const { rows } = await sql<Record<MatchingReason, boolean> & { agency_id: string; acronym: string }>`
    with near as (
      select g.agency_id, a.status, a.pillars, a.kind,
        exists (select from activity_area c where c.activity_id = a.id and c.scope = 'group'
          and c.place_code = ${around.placeCode}) as in_country
      from place p
      join activity_area r on r.place_code = coalesce(p.parent_code, p.code) and r.scope = 'group' and r.counted
      join activity a on a.id = r.activity_id and a.status in ('planned', 'ongoing')
      join activity_agency g on g.activity_id = a.id
      where p.code = ${around.placeCode}
    )
    select agency.id as agency_id, agency.acronym,
      bool_or(near.in_country and near.status = 'ongoing') as works_in_country,
      bool_or(near.in_country and near.status = 'planned') as plans_in_country,
      bool_or(near.status = 'ongoing' and not near.in_country) as works_in_subregion,
      bool_or(near.pillars && ${[...around.pillars]}::text[]) as works_on_pillar,
      bool_or(coalesce(near.kind = any (${[...around.kinds]}::text[]), false)) as works_on_kind,
      exists (select from agency_membership m where m.agency_id = agency.id and m.role = 'working_group'
        and (m.until_on is null or m.until_on >= current_date)) as in_working_group
    from near join agency on agency.id = near.agency_id
    group by agency.id, agency.acronym`.execute(db)
  return rows.map(({ agency_id, acronym, ...found }) => ({
    agencyId: agency_id,
    acronym,
    reasons: reasons.filter((reason) => found[reason]),
  }))
}

const reasons = [
  'works_in_country',
  'plans_in_country',
  'works_in_subregion',
  'works_on_pillar',
  'works_on_kind',
  'in_working_group',
] as const satisfies readonly MatchingReason[]
