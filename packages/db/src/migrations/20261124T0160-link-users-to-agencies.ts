import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table user_account
    add constraint user_account_agency_id_fkey foreign key (agency_id) references agency (id)`.execute(db)
}
