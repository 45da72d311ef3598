import { activitySources } from '../activities/inbox-sources.ts'
import { agendaSources } from '../agenda/inbox-sources.ts'
import { outreachSources } from '../outreach/inbox-sources.ts'
import { pledgeSources } from '../pledges/inbox-sources.ts'
import { requestSources } from '../requests/inbox-sources.ts'
import { roundSources } from '../rounds/inbox-sources.ts'
import { signatureSources } from '../signatures/inbox-sources.ts'
import type { InboxSource } from './source.ts'

/** Everything that can wait for somebody; each slice lists its own. */
export const inboxSources: readonly InboxSource[] = [
  ...activitySources,
  ...agendaSources,
  ...outreachSources,
  ...pledgeSources,
  ...requestSources,
  ...roundSources,
  ...signatureSources,
]
