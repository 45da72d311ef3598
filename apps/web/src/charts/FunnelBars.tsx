import { Bar } from './HorizontalBars.tsx'

export interface FunnelBarsProps {
  /** From the first step to the last; null where the number is not told. */
  steps: readonly { id: string; label: string; value: number | null }[]
  format: (value: number) => string
  /** What stands where a number is not told. */
  notTold?: string
}

/** How many come at least so far, step by step, on one scale; the last step in full colour. */
export function FunnelBars({ steps, format, notTold = '–' }: FunnelBarsProps) {
  const max = Math.max(1, ...steps.map(({ value }) => value ?? 0))
  return (
    <ol className="grid grid-cols-[fit-content(42%)_1fr] gap-x-3 gap-y-2">
      {steps.map(({ id, label, value }, index) => (
        <li key={id} className="col-span-2 grid grid-cols-subgrid items-center">
          <span className="min-w-0 text-end text-sm leading-snug hyphens-auto">{label}</span>
          {value === null ? (
            <span className="border-s-2 border-dashed border-line-strong ps-2 text-sm text-ink-soft">{notTold}</span>
          ) : (
            <span className="flex min-w-0 items-center gap-2 border-s-2 border-line-strong">
              <Bar share={value / max} look={index === steps.length - 1 ? 'accent' : 'soft'} />
              <span className="figures text-sm font-medium">{format(value)}</span>
            </span>
          )}
        </li>
      ))}
    </ol>
  )
}
