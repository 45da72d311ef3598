import { useEffect, useState } from 'react'

const typingPause = 250

/** What was typed, once the typing pauses. */
export function usePause(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), typingPause)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
