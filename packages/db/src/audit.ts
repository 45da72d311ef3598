import { sql } from 'kysely'
import type { Db, Trx } from './client.ts'

export interface NewAuditRow {
  actorId: string | null
  actorName: string
  action: string
  subject: { type: string; id: string }
  requestId: string
  salt: string
  values: string
  digest: string
}

export interface SealableRow {
  id: number
  at: string
  actorId: string | null
  actorName: string
  action: string
  subjectType: string
  subjectId: string
  requestId: string
  valuesDigest: string
}

export interface Seal {
  position: number
  auditId: number
  previousHash: string
  hash: string
}

/** `digest` is salted and kept in the chain; the values stand apart, so that a safety redaction can erase them. */
export async function insertAuditRow(trx: Trx, row: NewAuditRow): Promise<void> {
  // No RETURNING: reading audit rows is for administrators, and Postgres would ask for that right here.
  await trx
    .insertInto('audit_row')
    .values({
      actor_id: row.actorId,
      actor_name: row.actorName,
      action: row.action,
      subject_type: row.subject.type,
      subject_id: row.subject.id,
      request_id: row.requestId,
      values_digest: row.digest,
    })
    .execute()
  await trx
    .insertInto('audit_value')
    .values((eb) => ({
      audit_id: eb.fn<number>('currval', [eb.fn('pg_get_serial_sequence', [eb.val('audit_row'), eb.val('id')])]),
      salt: row.salt,
      values: row.values,
      erased_at: null,
    }))
    .execute()
}

/** Whether this transaction may seal: only one does at a time, whichever replica it is on. */
export async function claimSealing(trx: Trx): Promise<boolean> {
  const { rows } = await sql<{ claimed: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended('concert.audit_seal', 0)) as claimed`.execute(trx)
  return rows[0]?.claimed ?? false
}

export async function findLastSeal(db: Db): Promise<Seal | undefined> {
  const row = await db.selectFrom('audit_seal').selectAll().orderBy('position', 'desc').limit(1).executeTakeFirst()
  return row && { position: row.position, auditId: row.audit_id, previousHash: row.previous_hash, hash: row.hash }
}

/** The chain after `position`, each seal with the row it covers and that row's values, when they are not erased. */
export async function findSealedRows(
  db: Db,
  position: number,
  limit: number,
): Promise<{ seal: Seal; row: SealableRow; salt: string | null; values: string | null }[]> {
  const rows = await db
    .selectFrom('audit_seal')
    .innerJoin('audit_row', 'audit_row.id', 'audit_seal.audit_id')
    .leftJoin('audit_value', 'audit_value.audit_id', 'audit_row.id')
    .selectAll('audit_row')
    .select(['position', 'previous_hash', 'hash', 'salt', 'values'])
    .where('position', '>', position)
    .orderBy('position')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    seal: { position: row.position, auditId: row.id, previousHash: row.previous_hash, hash: row.hash },
    row: toSealableRow(row),
    salt: row.salt,
    values: row.values,
  }))
}

/** Committed rows that are not in the chain yet, oldest first. */
export async function findUnsealedRows(db: Db, limit: number): Promise<SealableRow[]> {
  const rows = await db
    .selectFrom('audit_row')
    .leftJoin('audit_seal', 'audit_seal.audit_id', 'audit_row.id')
    .selectAll('audit_row')
    .where('audit_seal.position', 'is', null)
    .orderBy('audit_row.id')
    .limit(limit)
    .execute()
  return rows.map(toSealableRow)
}

export async function insertSeals(trx: Trx, seals: readonly Seal[]): Promise<void> {
  await trx
    .insertInto('audit_seal')
    .values(
      seals.map((seal) => ({
        position: seal.position,
        audit_id: seal.auditId,
        previous_hash: seal.previousHash,
        hash: seal.hash,
      })),
    )
    .execute()
}

function toSealableRow(row: {
  id: number
  at: string
  actor_id: string | null
  actor_name: string
  action: string
  subject_type: string
  subject_id: string
  request_id: string
  values_digest: string
}): SealableRow {
  return {
    id: row.id,
    at: row.at,
    actorId: row.actor_id,
    actorName: row.actor_name,
    action: row.action,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    requestId: row.request_id,
    valuesDigest: row.values_digest,
  }
}
