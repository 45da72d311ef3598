import type { PublishableGrant, PublishedGrant } from '@concert/domain/grant-publication'
import type { PublicGrantRow } from '@concert/domain/grant-views'
import type { Locale } from '@concert/domain/locales'
import { sql } from 'kysely'
import type { Db } from './client.ts'

/** Every grant that is awarded and not wholly cut, as the fund knows it. */
export async function findPublishableGrants(db: Db): Promise<PublishableGrant[]> {
  const { rows } = await sql<PublishableGrant>`
    select g.reference, g.public_id as "publicId", g.visibility, g.call_id as "callId", g.grantee_id as "granteeId",
      g.place_code as "placeCode", g.aid_kinds as "aidKinds", g.title,
      jsonb_build_object('amountMinor', b.awarded_minor - b.cut_minor, 'currency', g.currency) as awarded,
      b.awarded_usd - b.cut_usd as "awardedUsd", b.disbursed_usd - b.refunded_usd as "disbursedUsd"
    from fund_grant g join grant_balance b on b.grant_id = g.id
    where b.awarded_minor > b.cut_minor order by g.reference`.execute(db)
  return rows
}

/** What anyone may see one by one from now on, in place of what it was; and that it was seen, for whoever hides it again. */
export async function replacePublicGrants(db: Db, rows: readonly PublishedGrant[]): Promise<void> {
  await db.deleteFrom('public_grant').execute()
  const whole = rows.flatMap(({ visibility, id }) => (visibility === 'public' ? [id] : []))
  await sql`update fund_grant set was_public = true where reference = any (${whole}) and not was_public`.execute(db)
  await sql`
    insert into public_grant (id, visibility, call_id, grantee_kind, grantee_names, place_code, aid_kinds, title,
      awarded_minor, currency, awarded_usd, disbursed_usd)
    select r.id, r.visibility, r."callId", o.kind,
      (select jsonb_agg(jsonb_build_object('name', n.name, 'language', n.language) order by n.language)
        from grantee_name n where n.grantee_id = o.id),
      r."placeCode", r."aidKinds", r.title, (r.awarded ->> 'amountMinor')::bigint, r.awarded ->> 'currency',
      r."awardedUsd", r."disbursedUsd"
    from jsonb_to_recordset(${JSON.stringify(rows)}) as r (id text, visibility text, "callId" uuid, "granteeId" uuid,
      "placeCode" text, "aidKinds" text[], title text, awarded jsonb, "awardedUsd" bigint, "disbursedUsd" bigint)
    left join grantee o on o.id = r."granteeId"`.execute(db)
}

/** Every grant that is listed for anyone: the newest call first, within it in no order that says anything. */
export async function findPublicGrants(db: Db, reader: Locale): Promise<PublicGrantRow[]> {
  const { rows } = await sql<PublicGrantRow>`
    select s.id, s.visibility, s.call_id as "callId", coalesce(c.title ->> ${reader}, c.title ->> 'en') as call,
      case when s.grantee_kind is not null then jsonb_build_object('kind', s.grantee_kind, 'name', (
        select n ->> 'name' from jsonb_array_elements(s.grantee_names) n
        order by n ->> 'language' = ${reader} desc, n ->> 'language' = 'en' desc, n ->> 'language' limit 1)) end as grantee,
      s.place_code as "placeCode", s.aid_kinds as "aidKinds", s.title,
      case when s.currency is not null then
        jsonb_build_object('amountMinor', s.awarded_minor, 'currency', s.currency) end as awarded,
      s.awarded_usd as "awardedUsd", s.disbursed_usd as "disbursedUsd"
    from public_grant s join grant_call c on c.id = s.call_id
    order by c.year desc, c.id, s.visibility, s.id`.execute(db)
  return rows
}
