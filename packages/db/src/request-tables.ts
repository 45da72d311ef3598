import type { AssistanceTold } from '@concert/domain/assistance-release'
import type { RequestChannel, RequestStage } from '@concert/domain/request'
import type { ColumnType, Generated } from 'kysely'

export interface AssistanceRequestTable {
  id: Generated<string>
  reference: Generated<string>
  place_code: string
  received_on: string
  channel: RequestChannel
  language: string
  subject: string
  body: string
  pillars: string[]
  kinds: string[]
  guard_reason: string | null
  stage: Generated<RequestStage>
  created_at: Generated<string>
  created_by: string | null
}

export interface RequestStepTable {
  request_id: string
  position: number
  stage: RequestStage
  on_day: string
  note: string
  by_name: string
  at: Generated<string>
  struck_at: string | null
  struck_reason: string | null
  struck_by_name: string | null
}

export interface RequestOfferTable {
  id: Generated<string>
  request_id: string
  agency_id: string
  what: string
  from_on: string | null
  note: string
  made_at: Generated<string>
  made_by: string | null
  withdrawn_at: string | null
  accepted_on: string | null
  activity_id: string | null
}

export interface RequestConsentTable {
  id: Generated<string>
  request_id: string
  given_on: string
  how: string
  document: string
  recorded_at: Generated<string>
  recorded_by: string | null
  withdrawn_on: string | null
}

export interface AssistanceReleaseTable {
  number: number
  until_on: string
  released_at: string
  told: ColumnType<AssistanceTold, string, never>
}

export interface RequestTables {
  assistance_request: AssistanceRequestTable
  request_step: RequestStepTable
  request_offer: RequestOfferTable
  request_consent: RequestConsentTable
  assistance_release: AssistanceReleaseTable
  assistance_release_request: { request_id: string; number: number }
}
