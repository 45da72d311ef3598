import { createHash } from 'node:crypto'
import type { Locale } from '@concert/domain/locales'
import type { Context } from '../context.ts'
import { readOverview } from '../figures/overview.ts'
import { readFundTotals } from '../fund/queries.ts'

/** What the first page and the fund's page show, in a language, as one answer. */
export interface PublicSnapshot {
  /** The same for the same content, whichever replica made it and whenever. */
  version: string
  overview: Awaited<ReturnType<typeof readOverview>>
  fund: Awaited<ReturnType<typeof readFundTotals>>
}

/** The same for whoever asks: it is read as a visitor. */
export async function readPublicSnapshot(ctx: Context, reader: Locale): Promise<PublicSnapshot> {
  const [overview, fund] = [await readOverview(ctx, reader), await readFundTotals(ctx, reader)]
  return { version: versionOf({ overview, fund }), overview, fund }
}

/** A digest of everything but the instants at which it was read. */
function versionOf(content: Omit<PublicSnapshot, 'version'>): string {
  const text = JSON.stringify(content, (key, value: unknown) => (key === 'asOf' ? undefined : value))
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}
