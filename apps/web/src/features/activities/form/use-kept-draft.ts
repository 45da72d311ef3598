import { useCallback, useEffect, useRef, useState } from 'react'
import type { ActivityFormInput } from './form-values.ts'

/** What was typed and not saved, with the version it was typed over. */
export interface KeptDraft {
  values: ActivityFormInput
  version: number | null
  at: string
}

const pause = 400

/** Keeps what is typed in this browser until it is saved, so that a bad line or a closed window loses nothing. */
export function useKeptDraft(key: string) {
  const storageKey = `concert.activity.${key}`
  const [restored, setRestored] = useState<KeptDraft | null>(() => read(storageKey))
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const waiting = useRef<KeptDraft>(undefined)

  const write = useCallback(() => {
    clearTimeout(timer.current)
    if (waiting.current) store(storageKey, waiting.current)
    waiting.current = undefined
  }, [storageKey])

  const keep = useCallback(
    (values: ActivityFormInput, version: number | null) => {
      waiting.current = { values, version, at: new Date().toISOString() }
      clearTimeout(timer.current)
      timer.current = setTimeout(write, pause)
    },
    [write],
  )

  const forget = useCallback(() => {
    clearTimeout(timer.current)
    waiting.current = undefined
    localStorage.removeItem(storageKey)
    setRestored(null)
  }, [storageKey])

  useEffect(() => {
    window.addEventListener('pagehide', write)
    return () => {
      window.removeEventListener('pagehide', write)
      write()
    }
  }, [write])

  return { restored, keep, forget }
}

function read(storageKey: string): KeptDraft | null {
  try {
    const kept = localStorage.getItem(storageKey)
    return kept === null ? null : (JSON.parse(kept) as KeptDraft)
  } catch {
    return null
  }
}

function store(storageKey: string, kept: KeptDraft): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(kept))
  } catch {
    // A full or forbidden store costs the safety net, not the form.
  }
}
