import { type Kysely, sql } from 'kysely'

// How many activities answer each paragraph, kept by the write that changes it, as the other tallies are.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table activity_tally
      drop constraint activity_tally_dimension_check,
      add constraint activity_tally_dimension_check check (dimension in
        ('total', 'region', 'place', 'agency', 'kind', 'level', 'status', 'year', 'pillar', 'sdg', 'form', 'audience', 'tag',
         'paragraph'))`.execute(db)

  const answers = (rows: string, sign: number) => `
    select ${sign} as sign, s.scope, p.number as key
    from ${rows} r
    cross join lateral (values ('group', r.counted), ('public', r.audience = 'public')) s (scope, holds)
    cross join lateral (select distinct unnest(r.paragraphs)) p (number)
    where s.holds`
  const summed = (differences: string) => `
    insert into activity_tally (scope, dimension, key, count)
    select scope, 'paragraph', key, sum(sign) from (${differences}) difference
    group by scope, key having sum(sign) <> 0`

  await sql.raw(summed(answers('activity', 1))).execute(db)

  const events = [
    ['insert', 'new table as new_rows', answers('new_rows', 1)],
    [
      'update',
      'old table as old_rows new table as new_rows',
      `${answers('old_rows', -1)} union all ${answers('new_rows', 1)}`,
    ],
    ['delete', 'old table as old_rows', answers('old_rows', -1)],
  ] as const
  for (const [event, referencing, differences] of events) {
    await sql`
      create function ${sql.raw(`tally_paragraphs_${event}`)}() returns trigger language plpgsql as $$
      begin
        ${sql.raw(summed(differences))};
        return null;
      end $$`.execute(db)
    await sql`
      create trigger ${sql.raw(`tally_paragraphs_on_${event}`)} after ${sql.raw(event)} on activity
      referencing ${sql.raw(referencing)} for each statement execute function ${sql.raw(`tally_paragraphs_${event}`)}()`.execute(
      db,
    )
  }
}
