import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

type Json<T> = ColumnType<T, string, string>

export interface InstallationTable {
  id: Generated<number>
  is_demonstration: boolean
  created_at: Generated<string>
}

export interface IdempotencyTable {
  key: string
  procedure: string
  actor_id: string | null
  body_hash: string
  response: Json<unknown>
  created_at: Generated<string>
}

export interface AuditRowTable {
  id: GeneratedAlways<number>
  at: Generated<string>
  actor_id: string | null
  actor_name: string
  action: string
  subject_type: string
  subject_id: string
  request_id: string
  values_digest: string
}

export interface AuditValueTable {
  audit_id: number
  salt: string
  values: ColumnType<string | null, string, string | null>
  erased_at: string | null
}

export interface AuditSealTable {
  position: number
  audit_id: number
  previous_hash: string
  hash: string
}

export interface CheckRunTable {
  check_id: string
  ran_at: Generated<string>
  ok: boolean
  found: number
  detail: string
}

export interface GroundTables {
  installation: InstallationTable
  idempotency: IdempotencyTable
  audit_row: AuditRowTable
  audit_value: AuditValueTable
  audit_seal: AuditSealTable
  check_run: CheckRunTable
}
