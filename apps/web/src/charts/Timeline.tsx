import type { CalendarDate } from '@concert/domain/calendar-date'
import {
  type Dated,
  layTimeline,
  type Span,
  shareOf,
  type TickUnit,
  type TimelineRow,
  ticksOf,
} from '@concert/domain/timeline'
import { type KeyboardEvent, useState } from 'react'
import { moveBetweenBars } from './move-between-bars.ts'
import { type BarLook, barGap, barHeight, TimelineBars } from './TimelineBars.tsx'
import { useDirection } from './use-direction.ts'
import { useWidth } from './use-width.ts'

export interface TimelineItem extends Dated {
  /** What stands on the bar, and which way its words run. */
  title: string
  direction: 'ltr' | 'rtl'
  /** All of it in words, for those who cannot see it. */
  label: string
  look: BarLook
  href: string
}

export interface TimelineProps {
  /** What it shows and how it is operated. */
  label: string
  rows: readonly { id: string; name: string }[]
  items: readonly TimelineItem[]
  window: Span
  today: CalendarDate
  words: {
    tick: (on: CalendarDate, unit: TickUnit) => string
    inRow: (count: number) => string
    showAll: (count: number, name: string) => string
    showFewer: (name: string) => string
  }
  onOpen: (id: string) => void
}

// In pixels, at the size of the labels.
const labelWidth = 170
const tickWidth = 72
const axisHeight = 28
/** As many lines as a row has before the reader asks for all. */
const linesShown = 4

/**
 * What takes time, in rows: bars over one axis, each a link. One stop of the Tab key; arrow keys lead from bar to bar in
 * the reader's direction, Enter opens one.
 */
export function Timeline({ label, rows, items, window, today, words, onOpen }: TimelineProps) {
  const [element, width] = useWidth()
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const [current, setCurrent] = useState<string | null>(null)
  const isMirrored = useDirection() === 'rtl'
  const place = (share: number) => Math.round((isMirrored ? 1 - share : share) * width * 10) / 10
  const { unit, ticks } = ticksOf(window, Math.max(2, Math.floor(width / tickWidth)))
  const laid = layTimeline(
    items,
    rows.map(({ id }) => id),
    window,
    width > 0 ? Math.min(0.5, labelWidth / width) : 0.5,
  )
  const byId = new Map(items.map((item) => [item.id, item]))
  const todayAt = shareOf(window, today)
  const isTodayShown = todayAt >= 0 && todayAt < 1
  const keys = laid.flatMap(({ id, bars }) => bars.map((bar) => `${id} ${bar.id}`))
  const stop = current !== null && keys.includes(current) ? current : keys[0]
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => moveBetweenBars(event, isMirrored)
  const lines = { ticks: ticks.map(({ at }) => place(at)), today: isTodayShown ? place(todayAt) : null }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for the fields of a form
    <div role="group" aria-label={label} ref={element} onKeyDown={onKeyDown} className="text-xs print:overflow-visible">
      {width > 0 && (
        <>
          <svg
            width={width}
            height={axisHeight}
            aria-hidden="true"
            direction="ltr"
            className="figures sticky top-0 z-10 block bg-paper"
          >
            {ticks.map(({ on, at }) => (
              <g key={on}>
                <line x1={place(at)} x2={place(at)} y1={4} y2={axisHeight} stroke="var(--line-strong)" />
                <text
                  x={place(at) + (isMirrored ? -5 : 5)}
                  y={18}
                  fill="var(--ink-soft)"
                  textAnchor={isMirrored ? 'end' : 'start'}
                >
                  {words.tick(on, unit)}
                </text>
              </g>
            ))}
          </svg>
          {laid.map((row) => {
            const name = rows.find(({ id }) => id === row.id)?.name ?? ''
            const isOpen = open.has(row.id)
            const hidden = row.lanes - linesShown
            const toggle = () =>
              setOpen((now) => new Set(isOpen ? [...now].filter((id) => id !== row.id) : [...now, row.id]))
            return (
              <section key={row.id} aria-label={name} className="break-inside-avoid border-t border-line">
                <p className="flex flex-wrap items-baseline gap-x-3 pt-1.5 pb-1 text-sm">
                  <bdi className="font-semibold">{name}</bdi>
                  <span className="figures text-ink-soft">{words.inRow(row.bars.length)}</span>
                </p>
                <TimelineBars
                  row={isOpen || hidden <= 1 ? row : firstLines(row)}
                  items={byId}
                  width={width}
                  isMirrored={isMirrored}
                  lines={lines}
                  stop={stop}
                  onFocus={setCurrent}
                  onOpen={onOpen}
                />
                {hidden > 1 && (
                  <button type="button" className="link mb-2 py-1 text-sm" aria-expanded={isOpen} onClick={toggle}>
                    {isOpen ? words.showFewer(name) : words.showAll(hidden, name)}
                  </button>
                )}
              </section>
            )
          })}
        </>
      )}
      {width === 0 && <div style={{ height: axisHeight + laid.length * (barHeight + barGap) }} />}
    </div>
  )
}

function firstLines(row: TimelineRow): TimelineRow {
  return { ...row, lanes: linesShown, bars: row.bars.filter(({ lane }) => lane < linesShown) }
}
