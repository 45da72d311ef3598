import type { SecondSignature, SignatureState, SignedKind } from '@concert/domain/second-signature'
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

export interface SecondSignatureTable {
  id: Generated<string>
  kind: SignedKind
  subject_type: SecondSignature['subject']['type']
  subject_id: string
  subject_reference: string
  payload: ColumnType<unknown, string, never>
  value_date: string
  amount_minor: number | null
  currency: string | null
  reason: string
  asked_by: string
  asked_by_name: string
  asked_at: GeneratedAlways<string>
  state: Generated<SignatureState>
  decided_by: string | null
  decided_by_name: string | null
  decided_at: string | null
  note: string | null
}

export interface SignatureTables {
  second_signature: SecondSignatureTable
}
