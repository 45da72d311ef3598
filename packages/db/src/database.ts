import type { ActivitiesTables } from './activity-tables.ts'
import type { AgendaTables } from './agenda-tables.ts'
import type { BankListTables } from './bank-list-tables.ts'
import type { CalendarFeedTables } from './calendar-feeds.ts'
import type { CommitmentTables } from './commitment-tables.ts'
import type { CoverageTables } from './coverage-tables.ts'
import type { DonorMergeTables } from './donor-merge-tables.ts'
import type { FeedRequestTables } from './feed-requests.ts'
import type { FundTables } from './fund-tables.ts'
import type { GrantTables } from './grant-tables.ts'
import type { GroundTables } from './ground.ts'
import type { ImportsTables } from './import-tables.ts'
import type { IndicatorTables } from './indicator-tables.ts'
import type { LetterTables } from './letter-tables.ts'
import type { MembershipTables } from './membership-tables.ts'
import type { OutboxTables } from './outbox-tables.ts'
import type { OutreachTables } from './outreach-tables.ts'
import type { OverlapTables } from './overlap-tables.ts'
import type { PledgeOutcomeTables } from './pledge-outcomes.ts'
import type { RatesTables } from './rates-tables.ts'
import type { ReconciliationTables } from './reconciliation-tables.ts'
import type { ReferenceTables } from './reference-tables.ts'
import type { ReleaseTables } from './release-tables.ts'
import type { RequestTables } from './request-tables.ts'
import type { RoundsTables } from './rounds-tables.ts'
import type { SignatureTables } from './signature-tables.ts'
import type { StatementTables } from './statement-tables.ts'
import type { UserAccessTables } from './user-access.ts'
import type { UserTables } from './users.ts'

/** Every table, by slice. Each slice's file declares its own tables; only that file knows their columns. */
export interface Database
  extends ActivitiesTables,
    AgendaTables,
    MembershipTables,
    OutboxTables,
    OutreachTables,
    CalendarFeedTables,
    CommitmentTables,
    CoverageTables,
    DonorMergeTables,
    BankListTables,
    FeedRequestTables,
    FundTables,
    GrantTables,
    GroundTables,
    ImportsTables,
    OverlapTables,
    IndicatorTables,
    PledgeOutcomeTables,
    RatesTables,
    LetterTables,
    ReconciliationTables,
    ReferenceTables,
    RequestTables,
    ReleaseTables,
    RoundsTables,
    StatementTables,
    SignatureTables,
    UserTables,
    UserAccessTables {}
