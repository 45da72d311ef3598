import type { GrantReportRecord } from '@concert/domain/grant'
import type { Db } from './client.ts'

/** Adds a report, or says more of the one of the same kind and due date; its counts are written anew. */
export async function upsertGrantReport(db: Db, report: Omit<GrantReportRecord, 'idempotencyKey'>): Promise<string> {
  const said = { received_on: report.receivedOn, accepted: report.accepted, assisted: report.assisted }
  const { id } = await db
    .insertInto('grant_report')
    .values({ grant_id: report.grantId, kind: report.kind, due_on: report.dueOn, ...said })
    .onConflict((conflict) => conflict.columns(['grant_id', 'kind', 'due_on']).doUpdateSet(said))
    .returning('id')
    .executeTakeFirstOrThrow()
  await db.deleteFrom('grant_people').where('report_id', '=', id).execute()
  if (report.people.length > 0) {
    await db
      .insertInto('grant_people')
      .values(
        report.people.map((cell) => ({
          report_id: id,
          sex: cell.sex,
          age_group: cell.ageGroup,
          form: cell.form,
          people: cell.people,
        })),
      )
      .execute()
  }
  return id
}
