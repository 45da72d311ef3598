import type {
  ActKind,
  Addressee,
  AgencyClass,
  Basis,
  CommitmentStatus,
  MeetingState,
  MembershipRole,
  Pillar,
  PlaceLevel,
  PublishedSet,
  Tracking,
  UnRegionalGroup,
} from '@concert/domain/codelists'
import type { StatusAddressee } from '@concert/domain/commitment'
import type { LocalizedText } from '@concert/domain/locales'
import type { DocumentKind } from '@concert/domain/reference'
import type { ColumnType, Generated } from 'kysely'

type Json<T> = ColumnType<T, string, string>

interface Confirmable {
  source: string
  basis: Basis
  confirmed_at: string | null
  confirmed_by: string | null
}

export interface ReferenceLoadTable {
  name: string
  content_hash: string
  loaded_at: Generated<string>
}

export interface PlaceTable {
  code: string
  level: PlaceLevel
  parent_code: string | null
  iso2: string | null
  iso3: string | null
  names: Json<LocalizedText>
  un_regional_group: UnRegionalGroup | null
  ldc: boolean
  lldc: boolean
  sids: boolean
  currencies: string[]
  footnote: 'scr_1244' | null
  has_page: boolean
  source: string
  basis: Basis
}

export interface AgencyTable extends Confirmable {
  id: Generated<string>
  slug: string
  acronym: string
  names: Json<LocalizedText>
  class: AgencyClass
  un_system: boolean
  organisation_type: Generated<string>
  iati_org_id: string | null
  crs_channel: string | null
  visible: boolean
  created_at: Generated<string>
}

export interface AgencyMembershipTable extends Confirmable {
  id: Generated<string>
  agency_id: string
  role: MembershipRole
  from_on: string | null
  until_on: string | null
  date_precision: Generated<'day' | 'year'>
}

export interface MembershipCountTable {
  as_of: string
  count: number
  kind: 'founding_participants' | 'members'
  source: string
  basis: Basis
}

export interface MeetingTable {
  id: Generated<string>
  slug: string
  title: Json<LocalizedText>
  starts_on: string | null
  ends_on: string | null
  expected_year: number
  session: number | null
  state: MeetingState
  source: string
  basis: Basis
}

export interface MeetingDocumentTable extends Confirmable {
  id: Generated<string>
  meeting_id: string
  kind: DocumentKind
  symbol: string
  dated_on: string | null
}

export interface ResolutionTable extends Confirmable {
  symbol: string
  title: Json<LocalizedText>
  year: number
  adopted_on: string | null
}

export interface InstrumentTable {
  slug: string
  symbol: string
  title: Json<LocalizedText>
  adopted_on: string
  meeting_slug: string
  source: string
  basis: Basis
}

export interface ParagraphTable {
  instrument_slug: string
  number: string
  position: number
  gist: Json<LocalizedText>
  indicator: ColumnType<LocalizedText | null, string | null, string | null>
  addressees: Addressee[]
  status_addressees: StatusAddressee[]
  act_kinds: ActKind[]
  tracking: Tracking
  pillars: Pillar[]
  sdg_targets: string[]
  source: string
  basis: Basis
}

export interface CommitmentStatusTable {
  instrument_slug: string
  number: string
  addressee: StatusAddressee
  status: CommitmentStatus
  changed_at: Generated<string>
  changed_by: string | null
}

export interface PublishedFigureTable {
  id: Generated<string>
  key: string
  set_name: PublishedSet
  position: number
  subject: Json<LocalizedText>
  place_code: string | null
  stage: 'announced' | 'acknowledged' | 'paid' | null
  date_text: string
  value_text: string | null
  amount_minor: number | null
  currency: string | null
  quantity: number | null
  unit: string | null
  definition: string | null
  details: Json<Record<string, string>>
  source: string
  basis: Basis
  cleared_at: string | null
  cleared_by: string | null
}

export interface PublishedFigureNoteTable {
  figure_id: string
  note: string
}

export interface ReferenceTables {
  reference_load: ReferenceLoadTable
  place: PlaceTable
  agency: AgencyTable
  agency_membership: AgencyMembershipTable
  membership_count: MembershipCountTable
  meeting: MeetingTable
  meeting_document: MeetingDocumentTable
  resolution: ResolutionTable
  instrument: InstrumentTable
  paragraph: ParagraphTable
  commitment_status: CommitmentStatusTable
  published_figure: PublishedFigureTable
  published_figure_note: PublishedFigureNoteTable
}
