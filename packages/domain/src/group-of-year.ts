import { type Membership, memberStandingIn } from './agency.ts'

/** What a chart by agency shows of one year: that year's list of the group by name, everybody else together. */
export interface GroupOfYear<Row> {
  year: number
  /** Whoever belonged to the group in the year, so far as is known, in the order given. */
  members: Row[]
  /** How many of `members` have no known beginning: nothing excludes that they belonged to it then. */
  sinceUnknown: number
  /** Not on that year's list, though they may be on another one. No row is lost: totals stay. */
  others: Row[]
}

/**
 * Parts rows by whether their agency was in the group in `year`; every row is in one of the two parts. An unknown
 * beginning stays unknown: such an agency is named, and counted in `sinceUnknown`.
 */
export function groupOfYear<Row>(
  rows: readonly Row[],
  agencyIdOf: (row: Row) => string,
  memberships: readonly (Pick<Membership, 'role' | 'fromOn' | 'untilOn'> & { agencyId: string })[],
  year: number,
): GroupOfYear<Row> {
  const standings = rows.map((row) => {
    const own = memberships.filter(({ agencyId }) => agencyId === agencyIdOf(row))
    return { row, standing: memberStandingIn(own, year) }
  })
  const rowsOf = (isIn: boolean) =>
    standings.flatMap(({ row, standing }) => ((standing !== 'none') === isIn ? [row] : []))
  const sinceUnknown = standings.filter(({ standing }) => standing === 'possible').length
  return { year, members: rowsOf(true), sinceUnknown, others: rowsOf(false) }
}
