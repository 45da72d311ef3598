import { roundTicks } from './ranking.ts'
import { useDirection, useMarkText } from './use-direction.ts'
import { useWidth } from './use-width.ts'

export interface SeriesLinesProps {
  /** What the marks show, for those who cannot see them. */
  label: string
  /** Each line ends where its definition does; nothing joins it to the next. */
  lines: readonly { id: string; name: string; points: readonly { on: string; value: number }[] }[]
  /** Writes a value short, without the unit. */
  format: (value: number) => string
  formatDay: (on: string) => string
}

// In pixels, at the size of the labels.
const plotHeight = 200
const rowHeight = 18
const side = 64
const foot = 28

/** Dated values, one line for each definition, each with its name where it begins. */
export function SeriesLines({ label, lines, format, formatDay }: SeriesLinesProps) {
  const [element, width] = useWidth()
  const isRightToLeft = useDirection() === 'rtl'
  const write = useMarkText(format)
  const points = lines.flatMap((line) => line.points)
  const days = points.map(({ on }) => Date.parse(on))
  const [first, last] = [Math.min(...days), Math.max(...days)]
  const ticks = roundTicks(Math.max(0, ...points.map(({ value }) => value)))
  const top = 8 + lines.length * rowHeight
  const room = Math.max(0, width - 2 * side)
  const x = (on: string) => {
    const along = last === first ? 0.5 : (Date.parse(on) - first) / (last - first)
    return side + (isRightToLeft ? 1 - along : along) * room
  }
  const y = (value: number) => top + plotHeight * (1 - value / (ticks.at(-1) || 1))
  const axis = isRightToLeft ? width - side + 8 : side - 8
  const ends = [...new Set([points[0], points.at(-1)].flatMap((point) => (point ? [point.on] : [])))]
  const height = top + plotHeight + foot
  return (
    <div ref={element} style={{ height }}>
      {width > 0 && (
        <svg width={width} height={height} role="img" aria-label={label} direction="ltr" className="figures text-xs">
          {ticks.map((tick) => (
            <g key={tick}>
              <line
                x1={side / 2}
                x2={width - side / 2}
                y1={y(tick)}
                y2={y(tick)}
                stroke={tick === 0 ? 'var(--line-strong)' : 'var(--line)'}
                strokeWidth={tick === 0 ? 2 : 1}
              />
              <text x={axis} y={y(tick) - 4} fill="var(--ink-soft)" textAnchor={isRightToLeft ? 'start' : 'end'}>
                {write(tick)}
              </text>
            </g>
          ))}
          {lines.map((line, index) => (
            <Line
              key={line.id}
              line={line}
              index={index}
              count={lines.length}
              x={x}
              y={y}
              width={width}
              write={write}
            />
          ))}
          {ends.map((on) => (
            <text key={on} x={x(on)} y={height - 8} fill="var(--ink-soft)" textAnchor="middle">
              {formatDay(on)}
            </text>
          ))}
        </svg>
      )}
    </div>
  )
}

interface LineProps {
  line: SeriesLinesProps['lines'][number]
  index: number
  count: number
  x: (on: string) => number
  y: (value: number) => number
  width: number
  write: (value: number) => string
}

/** The newest definition is solid and round; earlier ones are dashed and square, so that no colour has to tell. */
function Line({ line: { name, points }, index, count, x, y, width, write }: LineProps) {
  const isNewest = index === count - 1
  const colour = isNewest ? 'var(--mark)' : 'var(--ink-soft)'
  const [begin] = points
  const end = points.at(-1)
  if (!begin || !end) return null
  const nameRow = rowHeight * index + 14
  return (
    <g>
      {count > 1 && (
        <line
          x1={x(begin.on)}
          x2={x(begin.on)}
          y1={nameRow + 4}
          y2={y(0)}
          stroke="var(--line-strong)"
          strokeDasharray="2 4"
        />
      )}
      <text
        x={x(begin.on)}
        y={nameRow}
        fill="var(--ink)"
        fontWeight={isNewest ? 600 : 400}
        textAnchor={x(begin.on) < width / 2 ? 'start' : 'end'}
      >
        {name}
      </text>
      <polyline
        points={points.map(({ on, value }) => `${x(on)},${y(value)}`).join(' ')}
        fill="none"
        stroke={colour}
        strokeWidth={2}
        strokeDasharray={isNewest ? undefined : '6 4'}
      />
      {points.map(({ on, value }) =>
        isNewest ? (
          <circle key={on} cx={x(on)} cy={y(value)} r={5} fill={colour} />
        ) : (
          <rect key={on} x={x(on) - 4} y={y(value) - 4} width={8} height={8} fill={colour} />
        ),
      )}
      <text x={x(end.on)} y={y(end.value) - 10} fill="var(--ink)" textAnchor="middle">
        {write(end.value)}
      </text>
    </g>
  )
}
