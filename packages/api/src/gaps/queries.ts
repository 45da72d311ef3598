import type { Trx } from '@concert/db/client'
import { findContainer, findCoverage, findPlacesOfLevel, type KeptCell } from '@concert/db/coverage'
import { findCoverageOfPeriod } from '@concert/db/coverage-of-period'
import { countUnansweredAround } from '@concert/db/requests'
import type { PlaceRef } from '@concert/domain/activity-view'
import {
  type CoverageCell,
  type CoverageDimension,
  type CoverageFilter,
  type CoverageMatrix,
  type CoverageRow,
  countedStatuses,
  coverageCodes,
  defaultDimension,
  defaultRows,
} from '@concert/domain/coverage'
import { NotFound } from '@concert/domain/errors'
import { inLocale } from '@concert/domain/locales'
import { languageTag } from '@concert/messages/format'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'

/** Who is where, as the group knows it: places in the order of the reader's language, × the codes of one dimension. */
export function readCoverage(ctx: Context, filter: CoverageFilter): Promise<CoverageMatrix> {
  return inTransaction(ctx, async (trx) => {
    const { rows, everywhere } = await findCoverageRows(trx, filter)
    const { compare } = new Intl.Collator(languageTag(ctx.locale))
    const nameOf = ({ place }: CoverageRow) => inLocale(place.names, ctx.locale)
    return {
      by: filter.by ?? defaultDimension,
      rows: rows.toSorted((a, b) => compare(nameOf(a), nameOf(b))),
      everywhere,
      asOf: ctx.now().toISOString(),
    }
  })
}

/** The same in the order of M49 codes, for what is not in one language. */
export async function findCoverageRows(
  trx: Trx,
  filter: CoverageFilter,
): Promise<Pick<CoverageMatrix, 'rows' | 'everywhere'>> {
  const by = filter.by ?? defaultDimension
  const container = await findContainer(trx, filter.within)
  if (!container) throw new NotFound('place')
  const places = await findPlacesOfLevel(trx, filter.rows ?? defaultRows, container.code)
  const placeCodes = [container.code, ...places.map(({ code }) => code)]
  const cells = await findCells(trx, filter, { by, placeCodes })
  const asked = await countUnansweredAround(trx, { by, placeCodes })
  const kept = new Map(cells.map((cell) => [keyOf(cell), cell]))
  const unanswered = new Map(asked.map((one) => [keyOf(one), one.requests]))
  const cellAt = (placeCode: string, code: string | null): CoverageCell => {
    const key = keyOf({ placeCode, code })
    const { activities, agencies } = kept.get(key) ?? { activities: 0, agencies: 0 }
    return { activities, agencies, unanswered: unanswered.get(key) ?? 0 }
  }
  const toRow = (place: PlaceRef): CoverageRow => ({
    place,
    whole: cellAt(place.code, null),
    cells: coverageCodes[by].map((code) => cellAt(place.code, code)),
  })
  return { rows: places.map(toRow), everywhere: toRow(container) }
}

/** Without a period from what each write keeps, else from the work of that period. */
function findCells(
  trx: Trx,
  filter: CoverageFilter,
  wanted: { by: CoverageDimension; placeCodes: string[] },
): Promise<KeptCell[]> {
  const { from, until } = filter
  const statuses = countedStatuses(filter)
  if (from === undefined && until === undefined) return findCoverage(trx, { ...wanted, statuses })
  return findCoverageOfPeriod(trx, { ...wanted, statuses, period: { from, until } })
}

const keyOf = ({ placeCode, code }: { placeCode: string; code: string | null }) => `${placeCode} ${code ?? ''}`
