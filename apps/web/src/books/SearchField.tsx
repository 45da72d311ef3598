import { useEffect, useState } from 'react'
import { TextField } from '../ui/TextField.tsx'

const typingPause = 350

interface SearchFieldProps {
  label: string
  value: string
  onChange: (text: string) => void
}

/** Words to look for; the address follows when the typing pauses. */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  const [typed, setTyped] = useState(value)
  const [sent, setSent] = useState(value)
  const [seen, setSeen] = useState(value)
  if (value !== seen) {
    setSeen(value)
    // Not the echo of what was typed here: the filters were cleared, or a link was followed.
    if (value !== sent) {
      setSent(value)
      setTyped(value)
    }
  }
  useEffect(() => {
    const text = typed.trim()
    if (text === sent) return
    const timer = setTimeout(() => {
      setSent(text)
      onChange(text)
    }, typingPause)
    return () => clearTimeout(timer)
  }, [typed, sent, onChange])
  return <TextField label={label} type="search" value={typed} onChange={setTyped} maxLength={100} />
}
