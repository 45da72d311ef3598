import type { Db } from '../src/client.ts'

/** What was done to a record, in order. */
export async function findAuditActions(db: Db, subjectId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('audit_row')
    .select('action')
    .where('subject_id', '=', subjectId)
    .orderBy('id')
    .execute()
  return rows.map((row) => row.action)
}
