import { Bar, BarChart, CartesianGrid, LabelList, XAxis, YAxis } from 'recharts'
import type { AmountKind } from './fund-row.ts'
import { roundTicks } from './ranking.ts'
import { useDirection, useMarkText } from './use-direction.ts'
import { useWidth } from './use-width.ts'

export interface YearColumnsProps {
  /** What the marks show, for those who cannot see them. */
  label: string
  rows: readonly { year: number; value: number }[]
  /** Writes a value at its column and at the axis: short, without the unit, which the subtitle names. */
  format: (value: number) => string
  /** The mark: solid unless it is a promise. */
  look?: AmountKind
  /** The end of the axis, where several charts share one. */
  max?: number
  height?: number
}

// In pixels, at the size of the labels: below this they would run into each other.
const digitWidth = 7
const axisWidth = 56

const fills: Record<AmountKind, string> = {
  announced: 'url(#hatch)',
  formalised: 'var(--mark-soft)',
  received: 'var(--mark)',
}

/** One number a year, each column with its own label. */
export function YearColumns({ label, rows, format, look = 'received', max, height = 240 }: YearColumnsProps) {
  const [element, width] = useWidth()
  const isRightToLeft = useDirection() === 'rtl'
  const write = useMarkText(format)
  const ticks = roundTicks(max ?? Math.max(0, ...rows.map(({ value }) => value)))
  const longest = Math.max(0, ...rows.map(({ value }) => format(value).length))
  const hasRoomForLabels = (width - axisWidth) / Math.max(1, rows.length) > longest * digitWidth
  return (
    <div ref={element} className="chart" style={{ height }}>
      {width > 0 && (
        <BarChart
          width={width}
          height={height}
          data={[...rows]}
          title={label}
          margin={{ top: 22, right: 4, bottom: 0, left: 4 }}
          barCategoryGap="22%"
        >
          <defs>
            <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect width="6" height="6" fill="var(--paper)" />
              <rect width="2" height="6" fill="var(--mark)" />
            </pattern>
          </defs>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="year"
            reversed={isRightToLeft}
            axisLine={{ stroke: 'var(--line-strong)', strokeWidth: 2 }}
            tickLine={false}
            interval="equidistantPreserveStart"
          />
          <YAxis
            orientation={isRightToLeft ? 'right' : 'left'}
            ticks={ticks}
            domain={[0, ticks.at(-1) ?? 1]}
            tickFormatter={write}
            axisLine={false}
            tickLine={false}
            width="auto"
          />
          <Bar
            dataKey="value"
            fill={fills[look]}
            stroke={look === 'announced' ? 'var(--mark)' : undefined}
            strokeWidth={look === 'announced' ? 2 : 0}
            isAnimationActive={false}
          >
            {hasRoomForLabels && (
              <LabelList
                dataKey="value"
                position="top"
                formatter={(value) => (Number(value) > 0 ? write(Number(value)) : '')}
              />
            )}
          </Bar>
        </BarChart>
      )}
    </div>
  )
}
