import type { Trx } from '@concert/db/client'
import { findContainer, findCoverage, findPlacesOfLevel, type KeptCell } from '@concert/db/coverage'
import type { PlaceRef } from '@concert/domain/activity-view'
import {
  type CoverageCell,
  type CoverageFilter,
  type CoverageMatrix,
  type CoverageRow,
  coverageCodes,
  coverageStatuses,
  defaultDimension,
  defaultRows,
} from '@concert/domain/coverage'
import { NotFound } from '@concert/domain/errors'
import { inLocale } from '@concert/domain/locales'
import { languageTag } from '@concert/messages/format'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'

const empty: CoverageCell = { activities: 0, agencies: 0 }

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
  const cells = await findCoverage(trx, {
    by,
    statuses: filter.status ? [filter.status] : coverageStatuses,
    placeCodes: [container.code, ...places.map(({ code }) => code)],
  })
  const kept = new Map(cells.map((cell) => [keyOf(cell.placeCode, cell.code), cell]))
  const toRow = (place: PlaceRef): CoverageRow => ({
    place,
    whole: cellAt(kept, place.code, null),
    cells: coverageCodes[by].map((code) => cellAt(kept, place.code, code)),
  })
  return { rows: places.map(toRow), everywhere: toRow(container) }
}

const keyOf = (placeCode: string, code: string | null) => `${placeCode} ${code ?? ''}`

function cellAt(kept: ReadonlyMap<string, KeptCell>, placeCode: string, code: string | null): CoverageCell {
  const cell = kept.get(keyOf(placeCode, code))
  return cell ? { activities: cell.activities, agencies: cell.agencies } : empty
}
