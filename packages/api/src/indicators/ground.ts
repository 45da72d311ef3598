import type { Trx } from '@concert/db/client'
import { findDefinitions, getIndicator } from '@concert/db/indicators'
import { findPlaceTree } from '@concert/db/places'
import { today } from '@concert/domain/calendar-date'
import type { ObservationGround } from '@concert/domain/indicator'
import type { Context } from '../context.ts'

/** What observations of an indicator must agree with today. */
export async function observationGround(trx: Trx, ctx: Context, slug: string): Promise<ObservationGround> {
  const { unit, countsVictims } = await getIndicator(trx, slug)
  const definitions = (await findDefinitions(trx, slug)).map(({ version }) => version)
  return {
    unit,
    countsVictims,
    definitions,
    places: new Set((await findPlaceTree(trx)).keys()),
    today: today(ctx.now()),
  }
}
