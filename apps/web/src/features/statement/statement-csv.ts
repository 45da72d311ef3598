import type { Statement, StatementBreakdowns } from '@concert/domain/statement'
import { toCsv } from '../../charts/csv.ts'

type Words = (key: string) => string

/** The sheet as rows: part, line, US dollars at the beginning, moved, and at the end. */
export function statementCsv(statement: Statement, breakdowns: StatementBreakdowns, words: Words): string {
  const { fund, cash, standing, memo } = statement
  const dollars = (cents: number) => cents / 100
  const moved = (
    part: 'fund' | 'cash',
    { openingUsd, movements, closingUsd }: Statement['fund'] | Statement['cash'],
  ) => {
    const title = words(`sections.${part}`)
    return [
      [title, words('opening'), dollars(openingUsd), '', ''],
      ...movements.map(({ id, usdMinor }) => [title, words(`${part}.${id}`), '', dollars(usdMinor), '']),
      [title, words('closing'), '', '', dollars(closingUsd)],
    ]
  }
  const ends = (part: 'standing' | 'memo', rows: Statement['standing'] | Statement['memo']) =>
    rows.map(({ id, openingUsd, closingUsd }) => [
      words(`sections.${part}`),
      words(`${part}.${id}`),
      dollars(openingUsd),
      '',
      dollars(closingUsd),
    ])
  const pledged = (part: string, name: string, row: StatementBreakdowns['totals']) =>
    (['announced', 'formalised', 'received', 'outstanding'] as const).map((number) => [
      `${words(`breakdown.${part}`)}: ${name}`,
      words(`breakdown.${number}`),
      '',
      number === 'outstanding' ? '' : dollars(row[`${number}Usd`]),
      number === 'outstanding' ? dollars(row.outstandingUsd) : '',
    ])
  return toCsv(
    ['', words('column.line'), words('column.opening'), words('column.amount'), words('column.closing')],
    [
      [words('fundName'), `${statement.from} – ${statement.until}`, '', '', words('asOf')],
      ...moved('fund', fund),
      ...ends('standing', standing),
      ...moved('cash', cash),
      ...ends('memo', memo),
      ...breakdowns.byYear.flatMap((row) => pledged('byYear', String(row.year), row)),
      ...breakdowns.byMeeting.flatMap((row) => pledged('byMeeting', row.title ?? words('breakdown.noMeeting'), row)),
      ...breakdowns.byDonor.flatMap((row) => pledged('byDonor', row.name ?? words('breakdown.anonymous'), row)),
      ...pledged('total', '', breakdowns.totals),
    ],
  )
}
