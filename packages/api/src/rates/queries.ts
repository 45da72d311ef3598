import { findMeetingRates, findMeetingRatesRecord } from '@concert/db/meeting-rates'
import { getMeeting } from '@concert/db/meetings'
import { findRates } from '@concert/db/rates'
import { countPledgesAtRates, findPledgesAtRates, type PledgeWithRates } from '@concert/db/three-rates'
import { DomainError } from '@concert/domain/errors'
import type { ExchangeRate } from '@concert/domain/exchange-rate'
import type { Page } from '@concert/domain/fund-views'
import type { Locale } from '@concert/domain/locales'
import type { MeetingRates, RecordedMeetingRates } from '@concert/domain/meeting-rate'
import {
  maxThreeRatesPledges,
  type ThreeRatesFilter,
  type ThreeRatesRow,
  type ThreeRatesView,
  threeRates,
  totalOfThreeRates,
} from '@concert/domain/three-rates'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'

const pageSize = 60

export function listRates(
  ctx: Context,
  filter: { currency?: string | undefined; page: number },
): Promise<Page<ExchangeRate>> {
  return inTransaction(ctx, async (trx) => ({
    ...(await findRates(trx, { ...filter, pageSize })),
    page: filter.page,
    pageSize,
  }))
}

/** The reference rates of a meeting, as anyone may read them. */
export function readMeetingRates(ctx: Context, { slug }: { slug: string }): Promise<MeetingRates> {
  return inTransaction(ctx, async (trx) => {
    const { id } = await getMeeting(trx, slug)
    return { meetingId: id, rates: await findMeetingRates(trx, id) }
  })
}

/** As `readMeetingRates`, with who set them. */
export function readMeetingRatesRecord(ctx: Context, { slug }: { slug: string }): Promise<RecordedMeetingRates> {
  return inTransaction(ctx, async (trx) => {
    const { id } = await getMeeting(trx, slug)
    const record = await findMeetingRatesRecord(trx, id)
    const { recordedBy = null, recordedAt = null } = record ?? {}
    return { meetingId: id, rates: await findMeetingRates(trx, id), recordedBy, recordedAt }
  })
}

/** Pledges of money at the rates of announcement, meeting and receipt, side by side. */
export function showThreeRates(ctx: Context, filter: ThreeRatesFilter, reader: Locale): Promise<ThreeRatesView> {
  return inTransaction(ctx, async (trx) => {
    const count = await countPledgesAtRates(trx, filter)
    if (count > maxThreeRatesPledges) {
      throw new DomainError('rates.too_many_pledges', { count, limit: maxThreeRatesPledges })
    }
    const pledges = await findPledgesAtRates(trx, filter, reader, maxThreeRatesPledges)
    const { at = [], without = [] } = Object.groupBy(pledges.map(rowOf), ({ meetingUsd }) =>
      meetingUsd === null ? 'without' : 'at',
    )
    return {
      atMeetingRate: { rows: at, total: totalOfThreeRates(at) },
      withoutMeetingRate: { rows: without, total: totalOfThreeRates(without) },
    }
  })
}

function rowOf(pledge: PledgeWithRates): ThreeRatesRow {
  const { reference, donorName, announcedOn, announced, received, meetingSlug } = pledge
  return { reference, donorName, announcedOn, announced, received, meetingSlug, ...threeRates(pledge) }
}
