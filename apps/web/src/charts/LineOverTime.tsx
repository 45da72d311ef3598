import { CartesianGrid, LabelList, Line, LineChart, XAxis, YAxis } from 'recharts'
import { roundTicks } from './ranking.ts'
import { useDirection, useMarkText } from './use-direction.ts'
import { useWidth } from './use-width.ts'

export interface LineOverTimeProps {
  label: string
  rows: readonly { year: number; value: number }[]
  format: (value: number) => string
  /** `steps` where a value holds until it changes, as a number of members does. */
  shape?: 'line' | 'steps'
  height?: number
}

/** How one number went, with its first and last value written at the line. */
export function LineOverTime({ label, rows, format, shape = 'line', height = 240 }: LineOverTimeProps) {
  const [element, width] = useWidth()
  const isRightToLeft = useDirection() === 'rtl'
  const write = useMarkText(format)
  const ticks = roundTicks(Math.max(0, ...rows.map(({ value }) => value)))
  const labelled = rows.map((row, index) => ({
    ...row,
    shown: index === 0 || index === rows.length - 1 ? write(row.value) : '',
  }))
  return (
    <div ref={element} className="chart" style={{ height }}>
      {width > 0 && (
        <LineChart
          width={width}
          height={height}
          data={labelled}
          title={label}
          margin={{ top: 22, right: 24, bottom: 0, left: 24 }}
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="year"
            reversed={isRightToLeft}
            axisLine={{ stroke: 'var(--line-strong)', strokeWidth: 2 }}
            tickLine={false}
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
          <Line
            dataKey="value"
            type={shape === 'steps' ? 'stepAfter' : 'linear'}
            stroke="var(--mark)"
            strokeWidth={3}
            dot={{ r: 4, fill: 'var(--mark)', strokeWidth: 0 }}
            isAnimationActive={false}
          >
            <LabelList dataKey="shown" position="top" />
          </Line>
        </LineChart>
      )}
    </div>
  )
}
