import { sql } from 'kysely'
import type { Db } from '../src/client.ts'

/** The whole schema as text, in an order that does not depend on when things were made: what a reviewer reads. */
export async function pictureOf(db: Db): Promise<string> {
  const tables = await sql<{
    name: string
    columns: string
    constraints: string
    indexes: string
    policies: string
    triggers: string
    grants: string
  }>`
    select c.relname as name,
      (select string_agg('  ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
          || case when a.attnotnull then ' not null' else '' end
          || case when a.attidentity <> '' then ' generated always as identity'
                  when a.attgenerated <> '' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ')'
                  when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end,
          E'\n' order by a.attnum)
        from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
      (select string_agg('  ' || pg_get_constraintdef(k.oid), E'\n' order by k.contype, k.conname)
        from pg_constraint k where k.conrelid = c.oid and k.contype <> 'n') as constraints,
      (select string_agg('  ' || pg_get_indexdef(i.indexrelid), E'\n' order by i.indexrelid::regclass::text)
        from pg_index i where i.indrelid = c.oid
          and not exists (select from pg_constraint k where k.conindid = i.indexrelid)) as indexes,
      (select string_agg('  policy ' || p.policyname || ' for ' || lower(p.cmd) || ' to '
          || (select string_agg(case when role = current_user then 'owner' else role::text end, ', ') from unnest(p.roles) role)
          || coalesce(' using ' || p.qual, '') || coalesce(' with check ' || p.with_check, ''), E'\n' order by p.policyname)
        from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname) as policies,
      (select string_agg('  ' || pg_get_triggerdef(t.oid), E'\n' order by t.tgname)
        from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal) as triggers,
      (select '  grant ' || string_agg(lower(g.privilege_type), ', ' order by g.privilege_type) || ' to concert_app'
        from information_schema.role_table_grants g
        where g.table_schema = 'public' and g.table_name = c.relname and g.grantee = 'concert_app') as grants
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') and c.relname not like 'kysely%'
    order by c.relname`.execute(db)
  const functions = await sql<{ definition: string }>`
    select pg_get_functiondef(p.oid) as definition from pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.prokind = 'f'
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    order by p.proname, pg_get_function_identity_arguments(p.oid)`.execute(db)
  const pictures = tables.rows.map((table) =>
    [
      `table ${table.name}`,
      table.columns,
      table.constraints,
      table.indexes,
      table.triggers,
      table.policies,
      table.grants,
    ]
      .filter((part) => part !== null)
      .join('\n'),
  )
  return `${[...pictures, ...functions.rows.map((row) => row.definition.trim())].join('\n\n')}\n`
}
