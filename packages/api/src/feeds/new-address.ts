import { createHash, randomBytes } from 'node:crypto'
import type { FeedKind } from '@concert/domain/calendar-feed'

const files: Record<FeedKind, string> = {
  instalments: 'instalments.ics',
  agency: 'activities.ics',
  place: 'activities.ics',
}

/** A new address and what is kept of it: the digest of its token. */
export function newAddress(kind: FeedKind): { path: string; tokenHash: string } {
  const token = randomBytes(32).toString('base64url')
  return { path: `/feeds/${token}/${files[kind]}`, tokenHash: digestOfFeedToken(token) }
}

/** Feeds are looked up by this digest: how long the search takes says nothing about the token. */
export function digestOfFeedToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
