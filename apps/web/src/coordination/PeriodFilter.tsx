import { useState } from 'react'
import { DateField } from '../ui/DateField.tsx'

interface PeriodFilterProps {
  labels: { from: string; until: string }
  from: string | undefined
  until: string | undefined
  onChange: (changed: { from?: string | undefined; until?: string | undefined }) => void
}

/** The first and the last day of a period, both included; either may be left open. */
export function PeriodFilter({ labels, from, until, onChange }: PeriodFilterProps) {
  return (
    <>
      <DayFilter label={labels.from} value={from} onChange={(day) => onChange({ from: day })} />
      <DayFilter label={labels.until} value={until} onChange={(day) => onChange({ until: day })} />
    </>
  )
}

/** A year that is still being typed is no year yet. */
const firstDay = '1990-01-01'

interface DayFilterProps {
  label: string
  value: string | undefined
  onChange: (day: string | undefined) => void
}

function DayFilter({ label, value, onChange }: DayFilterProps) {
  const [typed, setTyped] = useState(value ?? null)
  const [sent, setSent] = useState(value)
  if (value !== sent) {
    setSent(value)
    setTyped(value ?? null)
  }
  return (
    <DateField
      label={label}
      value={typed}
      onChange={(day) => {
        setTyped(day)
        if (day !== null && day < firstDay) return
        const changed = day ?? undefined
        if (changed === sent) return
        setSent(changed)
        onChange(changed)
      }}
    />
  )
}
