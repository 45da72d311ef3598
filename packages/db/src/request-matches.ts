import type { CalendarDate } from '@concert/domain/calendar-date'
import type { Locale } from '@concert/domain/locales'
import { type RequestStage, unansweredStages } from '@concert/domain/request'
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

export interface RequestWithReasons {
  reference: string
  placeCode: string
  receivedOn: CalendarDate
  language: Locale
  subject: string
  stage: RequestStage
  reasons: MatchingReason[]
}

/** Requests that nobody has taken up and this agency has not offered for, each with what the agency does around it. */
export async function findRequestsAround(db: Db, agencyId: string): Promise<RequestWithReasons[]> {
  const { rows } = await sql<Record<MatchingReason, boolean> & Omit<RequestWithReasons, 'reasons'>>`
    with asked as (
      select r.*, coalesce(p.parent_code, p.code) as around
      from assistance_request r join place p on p.code = r.place_code
      where r.stage = any (${[...unansweredStages]}) and not exists (select from request_offer o
        where o.request_id = r.id and o.agency_id = ${agencyId} and o.withdrawn_at is null)
    ), ours as (
      select a.id, a.status, a.pillars, a.kind from activity_agency g join activity a on a.id = g.activity_id
      where g.agency_id = ${agencyId} and g.counted and a.status in ('planned', 'ongoing')
    ), near as (
      select asked.id, ours.status, ours.pillars && asked.pillars as on_pillar,
        coalesce(ours.kind = any (asked.kinds), false) as on_kind,
        exists (select from activity_area c where c.activity_id = ours.id and c.scope = 'group'
          and c.place_code = asked.place_code) as in_country
      from ours join activity_area r on r.activity_id = ours.id and r.scope = 'group'
      join asked on asked.around = r.place_code
    )
    select asked.reference, asked.place_code as "placeCode", asked.received_on as "receivedOn", asked.language,
      asked.subject, asked.stage,
      bool_or(near.in_country and near.status = 'ongoing') as works_in_country,
      bool_or(near.in_country and near.status = 'planned') as plans_in_country,
      bool_or(near.status = 'ongoing' and not near.in_country) as works_in_subregion,
      bool_or(near.on_pillar) as works_on_pillar,
      bool_or(near.on_kind) as works_on_kind,
      exists (select from agency_membership m where m.agency_id = ${agencyId} and m.role = 'working_group'
        and (m.until_on is null or m.until_on >= current_date)) as in_working_group
    from near join asked on asked.id = near.id
    group by asked.reference, asked.place_code, asked.received_on, asked.language, asked.subject, asked.stage
    order by asked.received_on, asked.reference`.execute(db)
  return rows.map(({ reference, placeCode, receivedOn, language, subject, stage, ...found }) => ({
    reference,
    placeCode,
    receivedOn,
    language,
    subject,
    stage,
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
