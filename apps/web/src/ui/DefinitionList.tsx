import type { ReactNode } from 'react'

export interface Definition {
  term: string
  value: ReactNode
}

/** Facts about one thing: term and value, in two columns where there is room. Empty values are left out. */
export function DefinitionList({ items }: { items: readonly Definition[] }) {
  const known = items.filter(({ value }) => value !== null && value !== undefined && value !== '' && value !== false)
  return (
    <dl className="divide-y divide-line border-y border-line">
      {known.map(({ term, value }) => (
        <div key={term} className="grid gap-x-6 gap-y-0.5 py-2.5 sm:grid-cols-[minmax(10rem,1fr)_3fr]">
          <dt className="text-sm text-ink-soft sm:pt-0.5">{term}</dt>
          <dd className="min-w-0">{typeof value === 'string' ? <bdi>{value}</bdi> : value}</dd>
        </div>
      ))}
    </dl>
  )
}
