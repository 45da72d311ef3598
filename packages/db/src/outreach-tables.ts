import type { AgencyClass } from '@concert/domain/codelists'
import type { OutreachStage } from '@concert/domain/outreach'
import type { Generated, GeneratedAlways } from 'kysely'

export interface OutreachEntityTable {
  id: Generated<string>
  name: string
  class: AgencyClass
  mailbox: string | null
  stage: OutreachStage
  next_step: string | null
  next_step_agency_id: string | null
  next_step_due_on: string | null
  agency_id: string | null
  created_at: Generated<string>
}

export interface OutreachStepTable {
  id: GeneratedAlways<number>
  entity_id: string
  stage: OutreachStage
  on: string
  note: string
  by_name: string
  at: Generated<string>
}

export interface OutreachTables {
  outreach_entity: OutreachEntityTable
  outreach_step: OutreachStepTable
}
