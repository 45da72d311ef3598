import type { KeyboardEvent } from 'react'

/** Arrow keys lead to the cell beside, above or below, in the reader's direction; Home and End to the row's ends. */
export function moveBetweenCells(event: KeyboardEvent<HTMLTableElement>): void {
  const link = event.target instanceof HTMLElement ? event.target.closest('[data-cell]') : null
  const row = link?.closest('tr')
  if (!link || !row) return
  const rows = [...event.currentTarget.querySelectorAll('tr')].filter((one) => cellsOf(one).length > 0)
  const column = cellsOf(row).indexOf(link)
  const forwards = getComputedStyle(event.currentTarget).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  const target = () => {
    switch (event.key) {
      case 'ArrowUp':
      case 'ArrowDown': {
        const next = rows[rows.indexOf(row) + (event.key === 'ArrowDown' ? 1 : -1)]
        return next && cellsOf(next)[column]
      }
      case 'ArrowLeft':
      case 'ArrowRight':
        return cellsOf(row)[column + (event.key === forwards ? 1 : -1)]
      case 'Home':
        return cellsOf(row)[0]
      case 'End':
        return cellsOf(row).at(-1)
      default:
        return undefined
    }
  }
  const next = target()
  if (!(next instanceof HTMLElement)) return
  event.preventDefault()
  next.focus()
}

function cellsOf(row: Element): Element[] {
  return [...row.querySelectorAll('[data-cell]')]
}
