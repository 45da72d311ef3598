/** What can wait for a person, the most urgent first: the order in which an inbox names it. */
export const inboxSourceIds = [
  'second_signatures',
  'instalments_due',
  'round_report',
  'round_clearing',
  'decisions_open',
  'outreach_due',
  'requests_unanswered',
  'requests_matching',
  'activities_submitted',
  'activities_stale',
  'activities_drafts',
] as const
export type InboxSourceId = (typeof inboxSourceIds)[number]

/** How much of one kind waits; at least one. */
export interface InboxCount {
  source: InboxSourceId
  count: number
}
