import { z } from 'zod'
import type { AgencyRef, PlaceRef } from './activity-view.ts'

/** What a feed tells: what is owed to the fund, or the activities of an agency, or those in a country or region. */
export const feedKinds = ['instalments', 'agency', 'place'] as const
export const feedKind = z.enum(feedKinds)
export type FeedKind = z.infer<typeof feedKind>

/** As many feeds of activities as one person has. */
export const mostFeeds = 20

/** As many activities as a calendar is told, and the days before and after today that it reaches. */
export const mostInFeed = 500
export const feedReach = { before: 180, after: 1830 } as const

/** As many calendars as one client may ask for in a minute; a whole organisation may stand behind one address. */
export const feedRequestsPerMinute = 120

/** 32 random bytes in base64url, as they stand in the address of a feed. */
export const feedToken = z.string().regex(/^[\w-]{43}$/)

/** A feed as its owner sees it: never its address, of which only the digest is kept. */
export interface CalendarFeed {
  id: string
  kind: FeedKind
  agency: AgencyRef | null
  place: Pick<PlaceRef, 'code' | 'names'> | null
  createdAt: string
  /** The day on which a calendar program last asked for it. */
  lastFetchedOn: string | null
}

const slug = z.string().max(60)
/** A place by its M49 code, or a country by ISO 3166 alpha-3. */
const place = z.string().regex(/^(\d{3}|[A-Z]{3})$/)

export const feedRequest = z.strictObject({ kind: z.literal('instalments') })
export const activityFeedRequest = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('agency'), agency: slug }),
  z.strictObject({ kind: z.literal('place'), place }),
])
export type ActivityFeedRequest = z.infer<typeof activityFeedRequest>
export type FeedRequest = z.infer<typeof feedRequest> | ActivityFeedRequest
export const feedChoice = z.strictObject({ id: z.uuid() })
