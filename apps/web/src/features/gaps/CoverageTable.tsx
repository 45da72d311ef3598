import {
  type CoverageCell,
  type CoverageDimension,
  type CoverageFilter,
  type CoverageMatrix,
  type CoverageRow,
  countedStatuses,
  coverageCodes,
  markOf,
  narrowingOf,
} from '@concert/domain/coverage'
import { inLocale } from '@concert/domain/locales'
import { formatNumber } from '@concert/messages/format'
import { Link } from '@tanstack/react-router'
import type { KeyboardEvent } from 'react'
import { useTranslations } from 'use-intl/react'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { cellLook, shapes } from './cell-look.ts'
import { moveBetweenCells } from './move-between-cells.ts'
import { useColumnName } from './use-column-name.ts'

interface CoverageTableProps {
  matrix: CoverageMatrix
  rows: readonly CoverageRow[]
  filter: CoverageFilter
}

const head = 'sticky top-0 z-10 border-b border-line-strong bg-paper px-2 py-2 text-center align-bottom font-medium'
const side = 'sticky start-0 z-10 border-b border-e border-line bg-paper px-3 py-1 text-start font-medium'

/** Scrolls in its own box, with places and columns in sight; arrow keys move from cell to cell. */
export function CoverageTable({ matrix: { by, everywhere }, rows, filter }: CoverageTableProps) {
  const t = useTranslations('gaps')
  const columnName = useColumnName()
  const codes = coverageCodes[by]
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => moveBetweenCells(event)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
    <section aria-label={t('scroll')} tabIndex={0} className="relative max-h-[75vh] overflow-auto border border-line">
      <table className="figures w-full border-separate border-spacing-0 text-sm" onKeyDown={onKeyDown}>
        <caption className="sr-only">{t(`captions.${by}`)}</caption>
        <thead>
          <tr>
            <th scope="col" className={`${head} start-0 z-20! border-e text-start!`}>
              {t('place')}
            </th>
            <th scope="col" className={head}>
              {t('whole')}
            </th>
            {codes.map((code) => (
              <th key={code} scope="col" className={`${head} min-w-24`}>
                {columnName(by, code)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <PlaceRow key={row.place.code} row={row} by={by} filter={filter} />
          ))}
        </tbody>
        <tfoot>
          <PlaceRow row={everywhere} by={by} filter={filter} isTogether />
        </tfoot>
      </table>
    </section>
  )
}

const nothing: CoverageCell = { activities: 0, agencies: 0, unanswered: 0 }

interface PlaceRowProps {
  row: CoverageRow
  by: CoverageDimension
  filter: CoverageFilter
  isTogether?: boolean
}

function PlaceRow({ row: { place, whole, cells }, by, filter, isTogether = false }: PlaceRowProps) {
  const t = useTranslations('gaps')
  const reader = useReader()
  const columnName = useColumnName()
  const name = inLocale(place.names, reader) + (place.footnote ? '*' : '')
  const code = place.iso3 ?? place.code
  const cellProps = { place: name, code, filter }
  return (
    <tr>
      <th scope="row" className={`${side} max-w-36 sm:max-w-none ${isTogether ? 'border-t border-t-line-strong' : ''}`}>
        {isTogether ? (
          t('together', { place: name })
        ) : (
          <Link to={paths.place} params={{ code }} className="link inline-block py-1">
            {name}
          </Link>
        )}
      </th>
      <Cell cell={whole} column={t('whole')} narrowing={{}} isTotal {...cellProps} />
      {coverageCodes[by].map((column, index) => (
        <Cell
          key={column}
          cell={cells[index] ?? nothing}
          column={columnName(by, column)}
          narrowing={narrowingOf(by, column)}
          isTotal={isTogether}
          {...cellProps}
        />
      ))}
    </tr>
  )
}

interface CellProps {
  cell: CoverageCell
  place: string
  code: string
  column: string
  narrowing: ReturnType<typeof narrowingOf>
  filter: CoverageFilter
  /** Totals say how much there is; several agencies in them are no overlap. */
  isTotal: boolean
}

/**
 * A number, its agencies, the requests that wait, and its mark. It opens the list behind it; where nobody works now,
 * whatever was done before.
 */
function Cell({ cell, place, code, column, narrowing, filter, isTotal }: CellProps) {
  const t = useTranslations('gaps')
  const reader = useReader()
  const { activities, agencies, unanswered } = cell
  const found = markOf(cell)
  const mark = isTotal && found === 'overlap' ? 'some' : found
  const behind = {
    status: [...countedStatuses(filter)],
    ...(filter.from !== undefined && { workFrom: filter.from }),
    ...(filter.until !== undefined && { workUntil: filter.until }),
  }
  return (
    <td className="border-b border-line p-0.5 text-center">
      <Link
        to={paths.activities}
        search={{ place: code, ...narrowing, ...(activities > 0 && behind) }}
        data-cell
        className={`relative flex min-h-11 min-w-16 flex-col items-center justify-center px-2 py-1 no-underline hover:underline ${cellLook[mark]}`}
      >
        <span className="font-medium">
          <span aria-hidden>{shapes[mark]} </span>
          {formatNumber(reader, activities)}
        </span>
        <span className="text-xs">{activities === 0 ? t('nobody') : t('byAgencies', { count: agencies })}</span>
        {unanswered > 0 && <span className="text-xs">{t('waiting', { count: unanswered })}</span>}
        <span className="sr-only">
          {(mark === 'overlap' || mark === 'asked') && `${t(`cell.${mark}`)} `}
          {t('cell.at', { place, column })}
        </span>
      </Link>
    </td>
  )
}
