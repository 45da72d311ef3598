import { type RawBuilder, sql } from 'kysely'

/** For `on conflict do update`: these columns take the values of the row that was to be inserted. */
export function renewed<Column extends string>(...columns: Column[]): Record<Column, RawBuilder<never>> {
  return Object.fromEntries(columns.map((column) => [column, sql<never>`excluded.${sql.ref(column)}`])) as Record<
    Column,
    RawBuilder<never>
  >
}
