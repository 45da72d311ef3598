import {
  findDefinitions,
  findIndicators,
  findObservations,
  findSupersededObservations,
  getIndicator,
} from '@concert/db/indicators'
import { findPlaces } from '@concert/db/places'
import type { Indicator, IndicatorDefinition, Observation, SupersededObservation } from '@concert/domain/indicator'
import type { LocalizedText } from '@concert/domain/locales'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'

/** The indicators of every paragraph, in the order of the paragraphs. */
export function listIndicators(ctx: Context): Promise<(Indicator & { observations: number })[]> {
  return inTransaction(ctx, findIndicators)
}

export interface IndicatorPage {
  indicator: Indicator
  definitions: IndicatorDefinition[]
  observations: Observation[]
  /** What was corrected; empty outside the group. */
  superseded: SupersededObservation[]
  /** The places that observations name. */
  places: { code: string; names: LocalizedText }[]
}

/** One indicator with everything that was observed. */
export function getIndicatorPage(ctx: Context, { slug }: { slug: string }): Promise<IndicatorPage> {
  return inTransaction(ctx, async (trx) => {
    const observations = await findObservations(trx, slug)
    const named = new Set(observations.map(({ place }) => place))
    return {
      indicator: await getIndicator(trx, slug),
      definitions: await findDefinitions(trx, slug),
      observations,
      superseded: await findSupersededObservations(trx, slug),
      places: (await findPlaces(trx)).filter(({ code }) => named.has(code)).map(({ code, names }) => ({ code, names })),
    }
  })
}
