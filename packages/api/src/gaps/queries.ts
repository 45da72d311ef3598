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
  const by = filter.by ?? defaultDimension
  return inTransaction(ctx, async (trx) => {
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
    const { compare } = new Intl.Collator(languageTag(ctx.locale))
    const nameOf = ({ names }: PlaceRef) => inLocale(names, ctx.locale)
    return {
      by,
      rows: places.toSorted((a, b) => compare(nameOf(a), nameOf(b))).map(toRow),
      everywhere: toRow(container),
      asOf: ctx.now().toISOString(),
    }
  })
}

const keyOf = (placeCode: string, code: string | null) => `${placeCode} ${code ?? ''}`

function cellAt(kept: ReadonlyMap<string, KeptCell>, placeCode: string, code: string | null): CoverageCell {
  const cell = kept.get(keyOf(placeCode, code))
  return cell ? { activities: cell.activities, agencies: cell.agencies } : empty
}
