import { type RefObject, useEffect, useRef } from 'react'

export interface ListKeys {
  /** One more or one less than the item in focus. */
  move: (step: 1 | -1) => void
  select: () => void
  accept: () => void
  reject: () => void
}

const actions = new Map<string, (keys: ListKeys) => void>([
  ['j', (keys) => keys.move(1)],
  ['ArrowDown', (keys) => keys.move(1)],
  ['k', (keys) => keys.move(-1)],
  ['ArrowUp', (keys) => keys.move(-1)],
  ['x', (keys) => keys.select()],
  ['a', (keys) => keys.accept()],
  ['r', (keys) => keys.reject()],
])

/** Single keys for a list, heard only while the focus is in it (WCAG 2.1.4) and not where text is typed. */
export function useListKeys(list: RefObject<HTMLElement | null>, keys: ListKeys): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const element = list.current
    if (!element) return
    const hear = (event: KeyboardEvent) => {
      const inText = event.target instanceof HTMLElement && event.target.closest('textarea, input:not([type=checkbox])')
      if (event.ctrlKey || event.metaKey || event.altKey || inText) return
      const action = actions.get(event.key.length === 1 ? event.key.toLowerCase() : event.key)
      if (!action) return
      event.preventDefault()
      action(latest.current)
    }
    element.addEventListener('keydown', hear)
    return () => element.removeEventListener('keydown', hear)
  }, [list])
}
