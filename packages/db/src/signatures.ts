import { NotFound } from '@concert/domain/errors'
import type { SecondSignature, SignatureFilter, SignatureState, SignedKind } from '@concert/domain/second-signature'
import { type RawBuilder, sql } from 'kysely'
import type { Db, Trx } from './client.ts'

export type NewSignature = Pick<SecondSignature, 'kind' | 'subject' | 'on' | 'amount' | 'reason' | 'askedBy'> & {
  payload: unknown
}

export type StoredSignature = Omit<SecondSignature, 'entryNumber' | 'mirrors'> & { payload: unknown }

export interface Decision {
  state: Exclude<SignatureState, 'open'>
  by: { id: string; name: string }
  note: string | null
}

export async function insertSignature(db: Db, asked: NewSignature): Promise<string> {
  const { id } = await db
    .insertInto('second_signature')
    .values({
      kind: asked.kind,
      subject_type: asked.subject.type,
      subject_id: asked.subject.id,
      subject_reference: asked.subject.reference,
      payload: JSON.stringify(asked.payload),
      value_date: asked.on,
      amount_minor: asked.amount?.amountMinor ?? null,
      currency: asked.amount?.currency ?? null,
      reason: asked.reason,
      asked_by: asked.askedBy.id,
      asked_by_name: asked.askedBy.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Whether somebody waits for a second signature of this kind on this subject. */
export async function isSignatureAsked(
  db: Db,
  kind: SignedKind,
  { type, id }: SecondSignature['subject'],
): Promise<boolean> {
  const row = await db
    .selectFrom('second_signature')
    .select('id')
    .where('kind', '=', kind)
    .where('subject_type', '=', type)
    .where('subject_id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return row !== undefined
}

/** The request, held until this transaction ends, so that two officers decide one after the other. */
export async function lockSignature(trx: Trx, id: string): Promise<StoredSignature> {
  const row = await trx.selectFrom('second_signature').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new NotFound('second_signature')
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    subject: { type: row.subject_type, id: row.subject_id, reference: row.subject_reference },
    on: row.value_date,
    amount:
      row.amount_minor !== null && row.currency !== null
        ? { amountMinor: row.amount_minor, currency: row.currency }
        : null,
    reason: row.reason,
    askedBy: { id: row.asked_by, name: row.asked_by_name },
    askedAt: row.asked_at,
    decidedBy:
      row.decided_by !== null && row.decided_by_name !== null
        ? { id: row.decided_by, name: row.decided_by_name }
        : null,
    decidedAt: row.decided_at,
    note: row.note,
    payload: row.payload,
  }
}

export async function decideSignature(db: Db, id: string, { state, by, note }: Decision): Promise<void> {
  await db
    .updateTable('second_signature')
    .set({ state, decided_by: by.id, decided_by_name: by.name, decided_at: sql<string>`now()`, note })
    .where('id', '=', id)
    .execute()
}

/** Requests, open ones first, then the newest. */
export async function findSignatures(
  db: Db,
  filter: SignatureFilter,
  pageSize: number,
): Promise<{ rows: SecondSignature[]; total: number }> {
  const where = sql.join(conditionsOf(filter), sql` and `)
  const { rows } = await sql<SecondSignature>`
    select s.id, s.kind, s.state,
      jsonb_build_object('type', s.subject_type, 'id', s.subject_id, 'reference', s.subject_reference) as subject,
      s.value_date as "on",
      case when s.currency is not null
        then jsonb_build_object('amountMinor', s.amount_minor, 'currency', s.currency) end as amount,
      s.reason, jsonb_build_object('id', s.asked_by, 'name', s.asked_by_name) as "askedBy", s.asked_at as "askedAt",
      case when s.decided_by is not null
        then jsonb_build_object('id', s.decided_by, 'name', s.decided_by_name) end as "decidedBy",
      s.decided_at as "decidedAt", s.note,
      (select max(e.number) from journal_entry e where e.second_signature_id = s.id) as "entryNumber",
      (select e.kind from journal_entry e where s.subject_type = 'entry' and e.number::text = s.subject_id) as mirrors
    from second_signature s where ${where}
    order by s.state = 'open' desc, s.asked_at desc, s.id
    limit ${pageSize} offset ${(filter.page - 1) * pageSize}`.execute(db)
  const counted = await sql<{ total: number }>`select count(*) as total from second_signature s where ${where}`.execute(
    db,
  )
  return { rows, total: counted.rows[0]?.total ?? 0 }
}

/** How many open requests others than this person wait with. */
export async function countSignaturesFor(db: Db, userId: string): Promise<number> {
  const row = await db
    .selectFrom('second_signature')
    .select((eb) => eb.fn.countAll<number>().as('waiting'))
    .where('state', '=', 'open')
    .where('asked_by', '<>', userId)
    .executeTakeFirstOrThrow()
  return row.waiting
}

function conditionsOf({ state, pledgeId, paymentId, grantId }: SignatureFilter): RawBuilder<unknown>[] {
  const about = (type: string, column: string, id: string) => sql`(s.subject_type = ${type} and s.subject_id = ${id}
    or s.subject_type = 'entry' and s.subject_id in (
      select l.entry_number::text from journal_line l where ${sql.ref(column)} = ${id}::uuid))`
  const conditions: RawBuilder<unknown>[] = [sql`true`]
  if (state) conditions.push(sql`s.state = ${state}`)
  if (pledgeId) conditions.push(about('pledge', 'l.pledge_id', pledgeId))
  if (paymentId) conditions.push(about('payment', 'l.payment_id', paymentId))
  if (grantId) conditions.push(about('grant', 'l.grant_id', grantId))
  return conditions
}
