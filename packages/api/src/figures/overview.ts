import { findAgencyNames, findPlacesWithActivities, findRecentlyPublished, sumPublicTallies } from '@concert/db/figures'
import { inLocale, type Locale } from '@concert/domain/locales'
import { asVisitor, type Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { valuesOf } from './queries.ts'
import { figureDefinitions } from './registry.ts'

const recentCount = 6

/** What the first page shows: figures, and activities along four dimensions. The fund's part is `fund.totals`. */
export function readOverview(ctx: Context, reader: Locale) {
  return inTransaction(asVisitor(ctx), async (trx) => {
    const figures = await valuesOf(figureDefinitions, trx, ctx)
    const agencies = new Map((await findAgencyNames(trx)).map((agency) => [agency.id, agency]))
    const byAgency = (await sumPublicTallies(trx, 'agency')).flatMap(({ key, count }) => {
      const agency = agencies.get(key)
      return agency ? [{ slug: agency.slug, acronym: agency.acronym, count }] : []
    })
    const byRegion = (await findPlacesWithActivities(trx, 'region')).map(({ code, names, count }) => ({
      code,
      name: inLocale(names, reader),
      count,
    }))
    return {
      asOf: ctx.now().toISOString(),
      figures,
      activities: {
        byAgency: byAgency.toSorted((a, b) => a.acronym.localeCompare(b.acronym, reader)),
        byPillar: (await sumPublicTallies(trx, 'pillar')).map(({ key, count }) => ({ code: key, count })),
        byYear: (await sumPublicTallies(trx, 'year')).flatMap(({ key, count }) =>
          key === 'none' ? [] : [{ year: Number(key), count }],
        ),
        byRegion,
      },
      recent: await findRecentlyPublished(trx, recentCount),
    }
  })
}
