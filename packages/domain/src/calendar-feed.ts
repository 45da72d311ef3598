import { z } from 'zod'

/** What a feed tells. More kinds may come: the activities of an agency, or of a country. */
export const feedKinds = ['instalments'] as const
export const feedKind = z.enum(feedKinds)
export type FeedKind = z.infer<typeof feedKind>

/** 32 random bytes in base64url, as they stand in the address of a feed. */
export const feedToken = z.string().regex(/^[\w-]{43}$/)

/** A feed as its owner sees it: never its address, of which only the digest is kept. */
export interface CalendarFeed {
  id: string
  kind: FeedKind
  createdAt: string
  /** The day on which a calendar program last asked for it. */
  lastFetchedOn: string | null
}

export const feedRequest = z.strictObject({ kind: feedKind })
export const feedChoice = z.strictObject({ id: z.uuid() })
