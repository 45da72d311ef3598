import type { TimelineBar, TimelineRow } from '@concert/domain/timeline'
import type { MouseEvent } from 'react'
import type { TimelineItem } from './Timeline.tsx'

export const barHeight = 24
export const barGap = 6
const point = 8
const inset = 8

/** Never colour alone: what is planned is empty, what is under way is filled, what is called off is struck through. */
export const barLooks = {
  planned: { fill: 'var(--paper)', stroke: 'var(--accent)', strokeWidth: 2 },
  ongoing: { fill: 'var(--accent-wash)', stroke: 'var(--accent)', strokeWidth: 1 },
  completed: { fill: 'var(--surface)', stroke: 'var(--line-strong)', strokeWidth: 1 },
  cancelled: { fill: 'var(--paper)', stroke: 'var(--line-strong)', strokeWidth: 1, strokeDasharray: '3 3' },
} as const
export type BarLook = keyof typeof barLooks

interface TimelineBarsProps {
  row: TimelineRow
  items: ReadonlyMap<string, TimelineItem>
  width: number
  isMirrored: boolean
  lines: { ticks: readonly number[]; today: number | null }
  /** The bar at which the Tab key stops. */
  stop: string | undefined
  onFocus: (key: string) => void
  onOpen: (id: string) => void
}

/** The bars of one row, in their lanes. */
export function TimelineBars({ row, items, width, isMirrored, lines, stop, ...on }: TimelineBarsProps) {
  const height = row.lanes * (barHeight + barGap) + barGap
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: the row has its name, and each bar its own
    <svg width={width} height={height} direction="ltr" className="block overflow-visible">
      <g>
        {lines.ticks.map((x) => (
          <line key={x} x1={x} x2={x} y1={0} y2={height} stroke="var(--line)" />
        ))}
        {lines.today !== null && (
          <line x1={lines.today} x2={lines.today} y1={0} y2={height} stroke="var(--ink)" strokeDasharray="4 3" />
        )}
      </g>
      {row.bars.map((bar) => {
        const item = items.get(bar.id)
        const key = `${row.id} ${bar.id}`
        return (
          item && (
            <Bar
              key={key}
              bar={bar}
              item={item}
              width={width}
              isMirrored={isMirrored}
              isStop={key === stop}
              onFocus={() => on.onFocus(key)}
              onOpen={() => on.onOpen(bar.id)}
            />
          )
        )
      })}
    </svg>
  )
}

interface BarProps {
  bar: TimelineBar
  item: TimelineItem
  width: number
  isMirrored: boolean
  isStop: boolean
  onFocus: () => void
  onOpen: () => void
}

function Bar({ bar, item, width, isMirrored, isStop, onFocus, onOpen }: BarProps) {
  const y = bar.lane * (barHeight + barGap) + barGap
  const room = ends(bar.roomFrom, bar.roomUntil, width, isMirrored)
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    onOpen()
  }
  return (
    <a
      href={item.href}
      aria-label={item.label}
      tabIndex={isStop ? 0 : -1}
      data-bar
      onFocus={onFocus}
      onClick={open}
      className="group/bar outline-none"
    >
      <rect x={room.left} y={y} width={room.right - room.left} height={barHeight} fill="transparent" />
      <path d={outline(bar, width, isMirrored, y)} strokeLinejoin="round" {...barLooks[item.look]} />
      <rect
        x={room.left + 1}
        y={y - 2}
        width={Math.max(0, room.right - room.left - 2)}
        height={barHeight + 4}
        rx={2}
        fill="none"
        stroke="var(--focus)"
        strokeWidth={3}
        className="hidden group-focus-visible/bar:block"
      />
      <Title bar={bar} item={item} width={width} isMirrored={isMirrored} y={y} />
    </a>
  )
}

/** The title where there is room: on the bar and beyond it, or before one that stands at the window's end. */
function Title({ bar, item, width, isMirrored, y }: Omit<BarProps, 'isStop' | 'onFocus' | 'onOpen'> & { y: number }) {
  const pixels = (bar.until - bar.from) * width
  const isPushed = bar.roomFrom < bar.from
  const isTiny = pixels < 3 * inset
  const from = isTiny && !isPushed ? bar.until : bar.roomFrom
  const until = isTiny && isPushed ? bar.from : bar.roomUntil
  const { left, right } = ends(from, until, width, isMirrored)
  const isRightToLeft = item.direction === 'rtl'
  // Beside its bar; a title that is cut shows its beginning.
  const isCut = drawnWidth(item.title) > right - left - 2 * inset
  const isAtRight = isCut ? isRightToLeft : isMirrored !== (isPushed && isTiny)
  return (
    <svg x={left} y={y} width={Math.max(0, right - left - 2)} height={barHeight} overflow="hidden" aria-hidden="true">
      <text
        x={isAtRight ? right - left - inset : inset}
        y={barHeight / 2 + 4.5}
        fill="var(--ink)"
        direction={item.direction}
        textAnchor={isAtRight === isRightToLeft ? 'start' : 'end'}
        textDecoration={item.look === 'cancelled' ? 'line-through' : undefined}
        fontSize={13}
      >
        {item.title}
      </text>
    </svg>
  )
}

/** About how wide a text is drawn, in pixels. */
function drawnWidth(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 13 : 7), 0)
}

function ends(from: number, until: number, width: number, isMirrored: boolean): { left: number; right: number } {
  return isMirrored
    ? { left: (1 - until) * width, right: (1 - from) * width }
    : { left: from * width, right: until * width }
}

/** A bar with a pointed end where it goes on; never so narrow that it cannot be seen. */
function outline(bar: TimelineBar, width: number, isMirrored: boolean, y: number): string {
  const start = bar.from * width + 1
  const end = Math.max(start + 3, bar.until * width - 1)
  const before = bar.isOpenBefore ? Math.min(point, (end - start) / 2) : 0
  const after = bar.isOpenAfter ? Math.min(point, (end - start) / 2) : 0
  const x = (along: number) => (isMirrored ? width - along : along)
  const [top, middle, bottom] = [y + 1, y + barHeight / 2, y + barHeight - 1]
  return [
    `M${x(start + before)} ${top}`,
    `L${x(end - after)} ${top}`,
    ...(after > 0 ? [`L${x(end)} ${middle}`] : []),
    `L${x(end - after)} ${bottom}`,
    `L${x(start + before)} ${bottom}`,
    ...(before > 0 ? [`L${x(start)} ${middle}`] : []),
    'Z',
  ].join('')
}
