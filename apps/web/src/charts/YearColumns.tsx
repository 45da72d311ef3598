import { Bar, BarChart, CartesianGrid, LabelList, XAxis, YAxis } from 'recharts'
import type { AmountKind } from './fund-row.ts'
import { roundTicks } from './ranking.ts'
import { useDirection } from './use-direction.ts'
import { useWidth } from './use-width.ts'

export interface YearColumnsProps {
  /** What the marks show, for those who cannot see them. */
  label: string
  rows: readonly { year: number; value: number }[]
  format: (value: number) => string
  /** The mark: solid unless it is a promise. */
  look?: AmountKind
  /** The end of the axis, where several charts share one. */
  max?: number
  height?: number
}

const fills: Record<AmountKind, string> = {
  announced: 'url(#hatch)',
  formalised: 'var(--mark-soft)',
  received: 'var(--mark)',
}

/** One number a year, each column with its own label. */
export function YearColumns({ label, rows, format, look = 'received', max, height = 240 }: YearColumnsProps) {
  const [element, width] = useWidth()
  const isRightToLeft = useDirection() === 'rtl'
  const ticks = roundTicks(max ?? Math.max(0, ...rows.map(({ value }) => value)))
  const isDense = width / Math.max(1, rows.length) < 40
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
            interval={isDense ? 'equidistantPreserveStart' : 0}
          />
          <YAxis
            orientation={isRightToLeft ? 'right' : 'left'}
            ticks={ticks}
            domain={[0, ticks.at(-1) ?? 1]}
            tickFormatter={format}
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
            {!isDense && (
              <LabelList
                dataKey="value"
                position="top"
                formatter={(value) => (Number(value) > 0 ? format(Number(value)) : '')}
              />
            )}
          </Bar>
        </BarChart>
      )}
    </div>
  )
}
