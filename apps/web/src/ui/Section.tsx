import { type ReactNode, useId } from 'react'

interface SectionProps {
  title: string
  lead?: ReactNode
  actions?: ReactNode
  id?: string
  children: ReactNode
}

/** A part of a page under its own heading. */
export function Section({ title, lead, actions, id, children }: SectionProps) {
  const headingId = useId()
  return (
    <section aria-labelledby={headingId} id={id} className="min-w-0">
      <div className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-2 border-b border-line pb-3">
        <div className="max-w-3xl">
          <h2 id={headingId} className="text-2xl font-semibold text-ink">
            {title}
          </h2>
          {lead && <div className="mt-1 text-ink-soft">{lead}</div>}
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
      {children}
    </section>
  )
}
