import { findAgencies } from '@concert/db/agencies'
import type { Trx } from '@concert/db/client'
import { findPlaces, getPlace } from '@concert/db/places'
import {
  findConsents,
  findOffers,
  findSteps,
  type RequestConsent,
  type RequestOffer,
  type RequestStep,
} from '@concert/db/request-life'
import { findPresences } from '@concert/db/request-matches'
import {
  type AssistanceRequest,
  countRequestsByStage,
  findRequests,
  findRequestsWithConsent,
  getRequest,
  type RequestFilter,
} from '@concert/db/requests'
import { inLocale, type Locale } from '@concert/domain/locales'
import { nextStages, proposedStage, type RequestStage, takesOffers } from '@concert/domain/request'
import { type AgencyMatch, matchAgencies } from '@concert/domain/request-matching'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { findRequestsForAgency } from './requests-for-agency.ts'

const pageSize = 50

export interface RequestList {
  rows: (AssistanceRequest & { placeName: string })[]
  total: number
  page: number
  pageSize: number
  /** How many requests stand at each stage now, whatever the filter. */
  byStage: Partial<Record<RequestStage, number>>
}

/** Requests of Member States, the newest first. */
export function listRequests(
  ctx: Context,
  { page, locale, ...filter }: RequestFilter & { page: number; locale: Locale },
): Promise<RequestList> {
  return inTransaction(ctx, async (trx) => {
    const found = await findRequests(trx, filter, { limit: pageSize, offset: (page - 1) * pageSize })
    const names = await placeNames(trx, locale)
    return {
      rows: found.rows.map((row) => ({ ...row, placeName: names.get(row.placeCode) ?? row.placeCode })),
      total: found.total,
      page,
      pageSize,
      byStage: await countRequestsByStage(trx),
    }
  })
}

export interface RequestPage {
  request: AssistanceRequest & { placeName: string }
  steps: RequestStep[]
  offers: (RequestOffer & { acronym: string })[]
  consents: RequestConsent[]
  matches: AgencyMatch[]
  next: RequestStage[]
  takesOffers: boolean
  /** What the linked activities suggest; a coordinator decides. */
  proposed: RequestStage | null
}

/** One request: its steps, offers and consents, and which agencies work there and on that. */
export function getRequestPage(ctx: Context, input: { reference: string; locale: Locale }): Promise<RequestPage> {
  return inTransaction(ctx, async (trx) => {
    const request = await getRequest(trx, input.reference)
    const names = await placeNames(trx, input.locale)
    const acronyms = new Map((await findAgencies(trx)).map(({ id, acronym }) => [id, acronym]))
    const offers = await findOffers(trx, request.id)
    const statuses = offers.flatMap(({ activity }) => activity?.status ?? [])
    return {
      request: { ...request, placeName: names.get(request.placeCode) ?? request.placeCode },
      steps: await findSteps(trx, request.id),
      offers: offers.map((offer) => ({ ...offer, acronym: acronyms.get(offer.agencyId) ?? '' })),
      consents: await findConsents(trx, request.id),
      matches: takesOffers(request.stage) ? matchAgencies(await findPresences(trx, request)) : [],
      next: nextStages(request.stage),
      takesOffers: takesOffers(request.stage),
      proposed: proposedStage(request.stage, statuses),
    }
  })
}

/** Requests that nobody has taken up and that the asker's agency has reasons to offer for. */
export function listRequestsForUs(ctx: Context, input: { locale: Locale }) {
  const agencyId = ctx.actor.kind === 'person' ? ctx.actor.agencyId : null
  return inTransaction(ctx, async (trx) => {
    const names = await placeNames(trx, input.locale)
    const found = await findRequestsForAgency(trx, agencyId)
    return found.map((one) => ({ ...one, placeName: names.get(one.placeCode) ?? one.placeCode }))
  })
}

/** Requests from a country that anyone may know of: its State agreed to be named. */
export function listNamedRequests(ctx: Context, input: { code: string }) {
  return inTransaction(ctx, async (trx) => findRequestsWithConsent(trx, (await getPlace(trx, input.code)).code))
}

async function placeNames(trx: Trx, locale: Locale): Promise<Map<string, string>> {
  return new Map((await findPlaces(trx)).map(({ code, names }) => [code, inLocale(names, locale)]))
}
