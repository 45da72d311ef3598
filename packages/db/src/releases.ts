import type { PeopleCount } from '@concert/domain/activity'
import type { PeopleRelease, ReleaseContent, ReleaseInput } from '@concert/domain/people-release'
import { sql } from 'kysely'
import type { Db } from './client.ts'

/** Makes a second one who makes or withdraws a release wait until this transaction ends. */
export async function lockReleases(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('people_release', 2))`.execute(db)
}

/** Every release, oldest first, with what it tells where the reader may have it. */
export async function findReleases(db: Db): Promise<PeopleRelease[]> {
  const rows = await db
    .selectFrom('people_release as r')
    .leftJoin('people_release_content as c', 'c.number', 'r.number')
    .select(['r.number', 'r.released_at', 'r.hash', 'r.withdrawn_at', 'r.withdrawal_reason', 'c.content'])
    .orderBy('r.number')
    .execute()
  return rows.map((row) => ({
    number: row.number,
    releasedAt: row.released_at,
    hash: row.hash,
    withdrawn:
      row.withdrawn_at === null || row.withdrawal_reason === null
        ? null
        : { at: row.withdrawn_at, reason: row.withdrawal_reason },
    content: row.content,
  }))
}

/** Exact counts behind a release: for the standing check alone. */
export async function findReleaseInputs(db: Db): Promise<Map<number, ReleaseInput>> {
  const rows = await db.selectFrom('people_release_input').select(['number', 'input']).execute()
  return new Map(rows.map(({ number, input }) => [number, input]))
}

export async function insertRelease(
  db: Db,
  release: { number: number; releasedAt: string; hash: string; content: ReleaseContent; input: ReleaseInput },
): Promise<void> {
  const { number } = release
  await db
    .insertInto('people_release')
    .values({
      number,
      released_at: release.releasedAt,
      hash: release.hash,
      withdrawn_at: null,
      withdrawal_reason: null,
    })
    .execute()
  await db
    .insertInto('people_release_content')
    .values({ number, content: JSON.stringify(release.content) })
    .execute()
  await db
    .insertInto('people_release_input')
    .values({ number, input: JSON.stringify(release.input) })
    .execute()
}

export async function updateWithdrawn(
  db: Db,
  { number, at, reason }: { number: number; at: string; reason: string },
): Promise<void> {
  await db
    .updateTable('people_release')
    .set({ withdrawn_at: at, withdrawal_reason: reason })
    .where('number', '=', number)
    .execute()
}

export interface PeopleToRelease {
  year: number | null
  places: string[]
  people: PeopleCount[]
}

/** Counts of public activities as their agencies declared them: for coordinators and the system alone. */
export async function findPeopleToRelease(db: Db): Promise<PeopleToRelease[]> {
  const { rows } = await sql<PeopleToRelease>`select year, places, people from people_to_release()`.execute(db)
  return rows
}
