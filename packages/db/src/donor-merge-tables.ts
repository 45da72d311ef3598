import type { DonorName } from '@concert/domain/donor'
import type { Generated } from 'kysely'

export interface DonorMergeTable {
  id: Generated<string>
  from_id: string
  into_id: string
  reason: string
  merged_by: string | null
  merged_by_name: string
  merged_at: Generated<string>
  undone_reason: Generated<string | null>
  undone_by: Generated<string | null>
  undone_by_name: Generated<string | null>
  undone_at: Generated<string | null>
}

export interface DonorSplitTable {
  id: Generated<string>
  from_id: string
  into_id: string
  reason: string
  split_by: string | null
  split_by_name: string
  split_at: Generated<string>
}

/** One record that a merge, its undoing or a split moved. Written, it is carried out by the database. */
export interface DonorMoveTable {
  merge_id: string | null
  split_id: string | null
  is_back: Generated<boolean>
  from_id: string
  into_id: string
  pledge_id: string | null
  payment_id: string | null
  name_id: string | null
  name_role: DonorName['role'] | null
}

export interface DonorMergeTables {
  donor_merge: DonorMergeTable
  donor_split: DonorSplitTable
  donor_move: DonorMoveTable
}
