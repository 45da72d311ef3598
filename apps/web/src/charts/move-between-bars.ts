import type { KeyboardEvent } from 'react'

/**
 * Up and down lead to the nearest bar of the line above or below, in whichever row; the others follow time in the reader's
 * direction. Home and End lead to the first and the last of the row.
 */
export function moveBetweenBars(event: KeyboardEvent<HTMLElement>, isMirrored: boolean): void {
  const bar = event.target instanceof Element ? event.target.closest('[data-bar]') : null
  if (!bar) return
  const bars = [...event.currentTarget.querySelectorAll('[data-bar]')]
  const inRow = bars.filter((one) => one.parentElement === bar.parentElement)
  const forwards = isMirrored ? 'ArrowLeft' : 'ArrowRight'
  const target = () => {
    switch (event.key) {
      case 'ArrowUp':
      case 'ArrowDown':
        return nearestAlong(bars, bar, event.key === 'ArrowDown' ? 1 : -1)
      case 'ArrowLeft':
      case 'ArrowRight':
        return inRow[inRow.indexOf(bar) + (event.key === forwards ? 1 : -1)]
      case 'Home':
        return inRow[0]
      case 'End':
        return inRow.at(-1)
      default:
        return undefined
    }
  }
  const next = target()
  if (!(next instanceof SVGElement)) return
  event.preventDefault()
  next.focus()
}

function nearestAlong(bars: readonly Element[], from: Element, step: 1 | -1): Element | undefined {
  const here = from.getBoundingClientRect()
  const beyond = bars
    .map((bar) => ({ bar, box: bar.getBoundingClientRect() }))
    .filter(({ box }) => (box.top - here.top) * step > 1)
    .toSorted((a, b) => (a.box.top - b.box.top) * step)
  const line = beyond.filter(({ box }) => Math.abs(box.top - (beyond[0]?.box.top ?? 0)) < 2)
  return line.toSorted((a, b) => Math.abs(a.box.left - here.left) - Math.abs(b.box.left - here.left))[0]?.bar
}
