import type { ReactNode } from 'react'

const tones = {
  neutral: 'border-line-strong text-ink-soft',
  accent: 'border-accent text-accent-text',
  success: 'border-success text-success',
  warning: 'border-warning text-warning',
  danger: 'border-danger text-danger',
}

/** A state in one or two words. The word says it; the colour only helps. */
export function Badge({ tone = 'neutral', children }: { tone?: keyof typeof tones; children: ReactNode }) {
  return (
    <span
      className={`inline-block rounded border bg-paper px-2 py-0.5 text-sm font-medium whitespace-nowrap ${tones[tone]}`}
    >
      {children}
    </span>
  )
}
