import type { Migration } from 'kysely/migration'
import * as ground from './20261124T0100-create-ground.ts'
import * as users from './20261124T0110-create-users.ts'
import * as reference from './20261124T0120-create-reference.ts'
import * as activities from './20261124T0130-create-activities.ts'
import * as activityTallies from './20261124T0131-create-activity-tallies.ts'
import * as activityGuards from './20261124T0132-guard-activities.ts'
import * as fund from './20261124T0140-create-fund.ts'
import * as journal from './20261124T0141-create-journal.ts'
import * as fundBalances from './20261124T0142-keep-fund-balances.ts'
import * as fundGuards from './20261124T0143-guard-fund.ts'
import * as imports from './20261124T0150-create-imports.ts'
import * as linkUsersToAgencies from './20261124T0160-link-users-to-agencies.ts'
import * as admitTheOwner from './20261124T0170-admit-the-owner.ts'
import * as tallyParagraphs from './20261124T0180-tally-paragraphs.ts'
import * as secondSignatures from './20261125T0210-require-second-signatures.ts'
import * as accountBalances from './20261125T0211-keep-account-balances.ts'
import * as tallyJournal from './20261125T0220-tally-journal.ts'
import * as openStatement from './20261125T0230-open-statement.ts'
import * as letters from './20261125T0240-create-letters.ts'
import * as tallyRates from './20261125T0240-tally-rates.ts'
import * as linkClosings from './20261125T0250-link-closings.ts'
import * as pledgeOutcomes from './20261125T0250-record-pledge-outcomes.ts'
import * as meetingRates from './20261125T0300-keep-meeting-rates.ts'
import * as mergeDonors from './20261125T0300-merge-donors.ts'
import * as cohorts from './20261125T0310-follow-cohorts.ts'
import * as refuseDollarsAlone from './20261125T0315-refuse-dollars-alone.ts'
import * as bankLists from './20261125T0320-keep-bank-lists.ts'
import * as fundFlows from './20261125T0320-show-fund-flows.ts'
import * as reconciliation from './20261125T0321-reconcile-accounts.ts'
import * as grants from './20261125T0330-create-grants.ts'
import * as findInstalmentsDue from './20261125T0330-find-instalments-due.ts'
import * as grantBalances from './20261125T0331-keep-grant-balances.ts'
import * as calendarFeeds from './20261125T0340-create-calendar-feeds.ts'
import * as timeClosings from './20261125T0340-time-closings.ts'
import * as mistakenPledges from './20261125T0400-hide-mistaken-pledges.ts'
import * as blockTallies from './20261125T0800-tally-blocks-of-entries.ts'
import * as rounds from './20261125T0810-create-rounds.ts'
import * as overlaps from './20261125T0820-create-overlaps.ts'
import * as tallyCoverage from './20261125T0830-tally-coverage.ts'
/** In the order in which they run. A migration that has landed is frozen. */
import * as requests from './20261125T0840-create-requests.ts'
import * as editMemberships from './20261125T0850-edit-memberships.ts'
import * as outreach from './20261125T0851-create-outreach.ts'
import * as agenda from './20261125T0852-create-agenda.ts'
import * as keepEvidence from './20261125T0860-keep-evidence.ts'
import * as tallyParagraphAgencies from './20261125T0861-tally-paragraphs-by-agency.ts'
import * as createIndicators from './20261125T0862-create-indicators.ts'
import * as peopleReleases from './20261125T0870-create-people-releases.ts'
import * as hideAssisted from './20261125T0871-hide-assisted-in-versions.ts'
import * as keepReconciliationLines from './20261125T1330-keep-reconciliation-lines.ts'
import * as tellOfPublicChanges from './20261125T1335-tell-of-public-changes.ts'
import * as joinActivities from './20261125T1400-join-activities.ts'
import * as agencyMailboxes from './20261125T1401-keep-agency-mailboxes.ts'
import * as candidatesByBound from './20261125T1402-choose-candidates-by-bound.ts'
import * as indexEnds from './20261125T1410-index-activity-ends.ts'
import * as activityFeeds from './20261125T1411-offer-activity-feeds.ts'
import * as feedRequests from './20261125T1412-limit-feed-requests.ts'
import * as releaseAssistance from './20261125T1420-release-assistance.ts'
import * as coverWorkOfPeriod from './20261125T1421-cover-work-of-period.ts'
import * as createOutbox from './20261125T1430-create-outbox.ts'
import * as releaseGrantPools from './20261125T1440-release-grant-pools.ts'
import * as activityShares from './20261125T1450-open-activity-shares.ts'

export const migrations: Record<string, Migration> = {
  '20261124T0100-create-ground': ground,
  '20261124T0110-create-users': users,
  '20261124T0120-create-reference': reference,
  '20261124T0130-create-activities': activities,
  '20261124T0131-create-activity-tallies': activityTallies,
  '20261124T0132-guard-activities': activityGuards,
  '20261124T0140-create-fund': fund,
  '20261124T0141-create-journal': journal,
  '20261124T0142-keep-fund-balances': fundBalances,
  '20261124T0143-guard-fund': fundGuards,
  '20261124T0150-create-imports': imports,
  '20261124T0160-link-users-to-agencies': linkUsersToAgencies,
  '20261124T0170-admit-the-owner': admitTheOwner,
  '20261124T0180-tally-paragraphs': tallyParagraphs,
  '20261125T0220-tally-journal': tallyJournal,
  '20261125T0210-require-second-signatures': secondSignatures,
  '20261125T0211-keep-account-balances': accountBalances,
  '20261125T0230-open-statement': openStatement,
  '20261125T0250-record-pledge-outcomes': pledgeOutcomes,
  '20261125T0240-tally-rates': tallyRates,
  '20261125T0300-merge-donors': mergeDonors,
  '20261125T0310-follow-cohorts': cohorts,
  '20261125T0320-show-fund-flows': fundFlows,
  '20261125T0250-link-closings': linkClosings,
  '20261125T0300-keep-meeting-rates': meetingRates,
  '20261125T0330-create-grants': grants,
  '20261125T0331-keep-grant-balances': grantBalances,
  '20261125T0240-create-letters': letters,
  '20261125T0315-refuse-dollars-alone': refuseDollarsAlone,
  '20261125T0330-find-instalments-due': findInstalmentsDue,
  '20261125T0340-time-closings': timeClosings,
  '20261125T0320-keep-bank-lists': bankLists,
  '20261125T0321-reconcile-accounts': reconciliation,
  '20261125T0340-create-calendar-feeds': calendarFeeds,
  '20261125T0400-hide-mistaken-pledges': mistakenPledges,
  '20261125T0800-tally-blocks-of-entries': blockTallies,
  '20261125T0860-keep-evidence': keepEvidence,
  '20261125T0861-tally-paragraphs-by-agency': tallyParagraphAgencies,
  '20261125T0870-create-people-releases': peopleReleases,
  '20261125T0871-hide-assisted-in-versions': hideAssisted,
  '20261125T0810-create-rounds': rounds,
  '20261125T0850-edit-memberships': editMemberships,
  '20261125T0851-create-outreach': outreach,
  '20261125T0852-create-agenda': agenda,
  '20261125T0820-create-overlaps': overlaps,
  '20261125T0830-tally-coverage': tallyCoverage,
  '20261125T0862-create-indicators': createIndicators,
  '20261125T0840-create-requests': requests,
  '20261125T1330-keep-reconciliation-lines': keepReconciliationLines,
  '20261125T1410-index-activity-ends': indexEnds,
  '20261125T1420-release-assistance': releaseAssistance,
  '20261125T1421-cover-work-of-period': coverWorkOfPeriod,
  '20261125T1400-join-activities': joinActivities,
  '20261125T1401-keep-agency-mailboxes': agencyMailboxes,
  '20261125T1402-choose-candidates-by-bound': candidatesByBound,
  '20261125T1411-offer-activity-feeds': activityFeeds,
  '20261125T1412-limit-feed-requests': feedRequests,
  '20261125T1335-tell-of-public-changes': tellOfPublicChanges,
  '20261125T1440-release-grant-pools': releaseGrantPools,
  '20261125T1430-create-outbox': createOutbox,
  '20261125T1450-open-activity-shares': activityShares,
}
