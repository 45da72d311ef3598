export interface WaterfallBarsProps {
  /** A total stands from zero; a change begins where the row before it ended. */
  rows: readonly { id: string; label: string; value: number; isTotal: boolean }[]
  format: (value: number) => string
}

/** From one total to another, step by step, on one scale. Plain elements, so that both directions of writing come free. */
export function WaterfallBars({ rows, format }: WaterfallBarsProps) {
  const placed = placeOn(rows)
  const max = Math.max(1, ...placed.map(({ start, length }) => start + length))
  const percent = (part: number) => `${(part / max) * 100}%`
  return (
    <ul className="grid gap-y-3 sm:grid-cols-[fit-content(40%)_1fr_auto] sm:gap-x-4">
      {placed.map(({ id, label, value, isTotal, start, length }) => (
        <li key={id} className="grid gap-y-1 sm:col-span-3 sm:grid-cols-subgrid sm:items-center">
          <span className={`text-sm leading-snug ${isTotal ? 'font-semibold' : ''}`}>{label}</span>
          <span aria-hidden="true" className="flex border-s-2 border-line-strong">
            <span
              className={`h-5 ${isTotal ? 'bg-mark' : 'bg-mark-soft'}`}
              style={{ marginInlineStart: percent(start), width: percent(length) }}
            />
          </span>
          <span className={`figures text-sm sm:text-end ${isTotal ? 'font-semibold' : ''}`}>{format(value)}</span>
        </li>
      ))}
    </ul>
  )
}

function placeOn(rows: WaterfallBarsProps['rows']) {
  let level = 0
  return rows.map((row) => {
    const from = row.isTotal ? 0 : level
    level = row.isTotal ? row.value : level + row.value
    return { ...row, start: Math.min(from, level), length: Math.abs(level - from) }
  })
}
