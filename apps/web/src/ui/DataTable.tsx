import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import { classes } from './styles.ts'

export interface Column<Row> {
  id: string
  header: string
  cell: (row: Row) => ReactNode
  /** Numbers stand at the end. */
  align?: 'start' | 'end'
  isSortable?: boolean
  /** The column that names the row; the first one unless said otherwise. */
  isRowHeader?: boolean
  /** Left out of the cards that a narrow screen shows instead. */
  isHiddenOnCards?: boolean
}

export interface Sort {
  by: string
  direction: 'ascending' | 'descending'
}

export interface DataTableProps<Row> {
  /** What the table holds, for those who cannot see it. */
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  sort?: Sort
  onSort?: (sort: Sort) => void
  /** Shown instead of the table when there is no row. */
  empty?: ReactNode
  /** `dense` where experts work. */
  density?: 'normal' | 'dense'
}

// Cards are `display: block`, which takes the native roles away.
const kept = (role: string) => ({ role })

/** A native table that becomes a stack of cards on a narrow screen. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, sort, onSort, empty, density = 'normal' } = props
  if (rows.length === 0 && empty) return empty
  const rowHeader = columns.find((column) => column.isRowHeader) ?? columns[0]
  const padding = density === 'dense' ? 'sm:py-1.5' : 'sm:py-3'
  return (
    <table {...kept('table')} className="w-full border-collapse text-start max-sm:block">
      <caption className="sr-only">{caption}</caption>
      <thead {...kept('rowgroup')} className="max-sm:sr-only">
        <tr {...kept('row')} className="border-b-2 border-line-strong">
          {columns.map((column) => (
            <HeaderCell key={column.id} column={column} sort={sort} onSort={onSort} />
          ))}
        </tr>
      </thead>
      <tbody {...kept('rowgroup')} className="max-sm:block">
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            {...kept('row')}
            className="border-b border-line hover:bg-surface max-sm:mb-3 max-sm:block max-sm:rounded max-sm:border max-sm:p-3"
          >
            {columns.map((column) => {
              const isHeader = column === rowHeader
              const Cell = isHeader ? 'th' : 'td'
              return (
                <Cell
                  key={column.id}
                  {...kept(isHeader ? 'rowheader' : 'cell')}
                  scope={isHeader ? 'row' : undefined}
                  className={classes(
                    'align-top sm:px-3 sm:first:ps-0 sm:last:pe-0',
                    padding,
                    isHeader
                      ? 'text-start font-medium sm:min-w-36 max-sm:mb-2 max-sm:block max-sm:text-base'
                      : 'font-normal',
                    !isHeader && 'max-sm:grid max-sm:grid-cols-[7rem_minmax(0,1fr)] max-sm:gap-3 max-sm:py-1',
                    column.align === 'end' && 'sm:text-end figures',
                    column.isHiddenOnCards && 'max-sm:hidden',
                  )}
                >
                  {!isHeader && (
                    <span aria-hidden="true" className="min-w-0 text-sm wrap-break-word text-ink-soft sm:hidden">
                      {column.header}
                    </span>
                  )}
                  {isHeader ? column.cell(row) : <div className="min-w-0">{column.cell(row)}</div>}
                </Cell>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface HeaderCellProps<Row> {
  column: Column<Row>
  sort?: Sort
  onSort?: (sort: Sort) => void
}

function HeaderCell<Row>({ column, sort, onSort }: HeaderCellProps<Row>) {
  const sorted = sort?.by === column.id ? sort.direction : undefined
  const canSort = column.isSortable && onSort
  return (
    <th
      {...kept('columnheader')}
      scope="col"
      aria-sort={canSort ? (sorted ?? 'none') : undefined}
      className={classes(
        'px-3 py-2 align-bottom text-sm font-semibold text-ink-soft first:ps-0 last:pe-0',
        column.align === 'end' ? 'text-end' : 'text-start',
      )}
    >
      {canSort ? (
        <button
          type="button"
          className="inline-flex min-h-8 items-center gap-1 rounded text-start hover:text-accent-text"
          onClick={() => onSort({ by: column.id, direction: sorted === 'ascending' ? 'descending' : 'ascending' })}
        >
          {column.header}
          <Icon name={sorted === 'ascending' ? 'up' : sorted === 'descending' ? 'down' : 'sort'} className="text-sm" />
        </button>
      ) : (
        column.header
      )}
    </th>
  )
}
