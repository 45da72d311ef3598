import type { ReferenceSeed } from '@concert/domain/reference'
import type { Trx } from './client.ts'
import { renewed } from './upsert.ts'

/** Indicators with their first definition and what sources say of them. What a person added or corrected stays. */
export async function upsertIndicators(trx: Trx, { indicators }: ReferenceSeed): Promise<void> {
  await trx
    .insertInto('indicator')
    .values(
      indicators.map(({ slug, instrument, paragraph, names, unit, countsVictims, source, basis }, position) => ({
        slug,
        instrument_slug: instrument,
        number: paragraph,
        position,
        names: JSON.stringify(names),
        unit,
        counts_victims: countsVictims,
        source,
        basis,
      })),
    )
    .onConflict((conflict) =>
      conflict.column('slug').doUpdateSet(renewed('instrument_slug', 'number', 'position', 'names', 'source', 'basis')),
    )
    .execute()
  await trx
    .insertInto('indicator_definition')
    .values(
      indicators.map(({ slug, definition, source }) => ({
        indicator_slug: slug,
        version: 1,
        text: JSON.stringify(definition),
        source,
        added_by: null,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const observations = indicators.flatMap(({ slug, observations: own }) => own.map((each) => ({ slug, ...each })))
  await trx
    .insertInto('indicator_observation')
    .values(
      observations.map(({ slug, observedOn, value, place, source, url, basis }) => ({
        indicator_slug: slug,
        definition_version: 1,
        observed_on: observedOn,
        value,
        place_code: place,
        source,
        url,
        basis,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
