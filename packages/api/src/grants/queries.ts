import { findDailyBalances, findReserves } from '@concert/db/fund-reserve'
import { findGrantCallRows, findGrantCalls } from '@concert/db/grant-calls'
import { findPublicPools } from '@concert/db/grant-pools'
import { findGrantees } from '@concert/db/grantees'
import { findAwardedOn, findPlan, getGrant } from '@concert/db/grants'
import { findGrantReports, findGrantRows, getGrantStory } from '@concert/db/grants-list'
import { findEntriesAbout } from '@concert/db/journal'
import { findPlaces, findPlaceTree } from '@concert/db/places'
import { findPublicGrants } from '@concert/db/public-grants'
import { findReleases } from '@concert/db/releases'
import { isSignatureAsked } from '@concert/db/signatures'
import { type CalendarDate, today } from '@concert/domain/calendar-date'
import type { Page } from '@concert/domain/fund-views'
import type { GrantFilter } from '@concert/domain/grant'
import { awardableOn, reserveOn } from '@concert/domain/grant-cap'
import { instalmentStates } from '@concert/domain/grant-decisions'
import { totalsOf } from '@concert/domain/grant-publication'
import type {
  AwardGround,
  GrantCallRow,
  Grantee,
  GrantOverview,
  GrantRow,
  GrantStory,
  PublicGrantRow,
} from '@concert/domain/grant-views'
import { inLocale, type Locale } from '@concert/domain/locales'
import { asVisitor, type Context } from '../context.ts'
import { standing } from '../releases/prepare-release.ts'
import { inTransaction } from '../transaction.ts'

const pageSize = 50
const granteesAtOnce = 30

/** What anyone may know of the grants, in totals; the same for whoever asks. */
export function readGrantOverview(ctx: Context, reader: Locale): Promise<GrantOverview> {
  return inTransaction(asVisitor(ctx), async (trx) => {
    const rows = await findPublicGrants(trx, reader)
    const pools = await findPublicPools(trx, reader)
    const release = standing(await findReleases(trx))
    const { byCall, bySubregion, byKind, ...totals } = totalsOf({ rows, pools }, await findPlaceTree(trx))
    const names = new Map((await findPlaces(trx)).map((place) => [place.code, inLocale(place.names, reader)]))
    return {
      asOf: ctx.now().toISOString(),
      ...totals,
      calls: (await findGrantCalls(trx)).toReversed().map((call) => {
        const line = byCall.find(({ key }) => key === call.id)
        return { ...call, grants: line?.grants ?? 0, awardedUsd: line?.awardedUsd ?? 0 }
      }),
      bySubregion: bySubregion.map((line) => ({ ...line, name: names.get(line.key) ?? line.key })),
      byKind,
      pools,
      release: release ? { number: release.number, releasedAt: release.releasedAt } : null,
    }
  })
}

/** Every grant that is listed for anyone. */
export function listPublicGrants(ctx: Context, reader: Locale): Promise<PublicGrantRow[]> {
  return inTransaction(asVisitor(ctx), (trx) => findPublicGrants(trx, reader))
}

export function listGrantRows(ctx: Context, filter: GrantFilter, reader: Locale): Promise<Page<GrantRow>> {
  return inTransaction(ctx, async (trx) => ({
    ...(await findGrantRows(trx, filter, reader, pageSize)),
    page: filter.page,
    pageSize,
  }))
}

/** Everything about one grant, for fund managers. */
export function readGrantStory(ctx: Context, reference: string, reader: Locale): Promise<GrantStory> {
  return inTransaction(ctx, async (trx) => {
    const story = await getGrantStory(trx, reference, reader)
    const { id, carried, currency } = await getGrant(trx, story.id)
    const standing = {
      awarded: carried.awarded.amount,
      cut: carried.cut.amount,
      disbursed: carried.disbursed.amount,
      payable: carried.payable.amount,
      refunded: carried.refunded.amount,
    }
    const plan = standing.awarded.amountMinor > 0 ? await findPlan(trx, id, currency) : []
    return {
      ...story,
      awaitsSignature: await isSignatureAsked(trx, 'award', { type: 'grant', id, reference }),
      awardedOn: await findAwardedOn(trx, id),
      standing,
      instalments: instalmentStates(plan, standing, today(ctx.now())),
      reports: await findGrantReports(trx, id),
      entries: await findEntriesAbout(trx, { grantId: id }),
    }
  })
}

export function listCallRows(ctx: Context): Promise<GrantCallRow[]> {
  return inTransaction(ctx, findGrantCallRows)
}

export function searchGrantees(ctx: Context, text: string, reader: Locale): Promise<Grantee[]> {
  return inTransaction(ctx, (trx) => findGrantees(trx, text, reader, granteesAtOnce))
}

/** What may still be awarded with the value date `on`, and what is kept back from it. */
export function readAwardGround(ctx: Context, on: CalendarDate): Promise<AwardGround> {
  return inTransaction(ctx, async (trx) => {
    const reserves = await findReserves(trx)
    const awardable = awardableOn(await findDailyBalances(trx, on), reserves, on)
    return { awardable, reserveUsd: reserveOn(reserves, on), reserves: reserves.toReversed() }
  })
}
