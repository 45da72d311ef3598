import { useSyncExternalStore } from 'react'

export type Theme = 'light' | 'dark'

const storageKey = 'concert.theme'
const listeners = new Set<() => void>()
const system = matchMedia('(prefers-color-scheme: dark)')

function shown(): Theme {
  return document.documentElement.classList.contains('dark') ? 'dark' : 'light'
}

function show(theme: Theme): void {
  document.documentElement.classList.toggle('dark', theme === 'dark')
  for (const listener of listeners) listener()
}

system.addEventListener('change', () => {
  if (!localStorage.getItem(storageKey)) show(system.matches ? 'dark' : 'light')
})

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Light or dark: the system's until the reader chooses. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const theme = useSyncExternalStore(subscribe, shown)
  return [
    theme,
    (chosen) => {
      localStorage.setItem(storageKey, chosen)
      show(chosen)
    },
  ]
}
