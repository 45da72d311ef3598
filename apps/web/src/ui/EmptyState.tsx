import type { ReactNode } from 'react'

interface EmptyStateProps {
  title: string
  /** What will be here, and the first step. */
  children?: ReactNode
  action?: ReactNode
}

/** Nothing is here yet: what this place is for, and what to do first. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="rounded border border-dashed border-line-strong px-6 py-10 text-center">
      <p className="text-lg font-medium">{title}</p>
      {children && <div className="mx-auto mt-2 max-w-xl text-ink-soft">{children}</div>}
      {action && <div className="mt-5 flex justify-center gap-3">{action}</div>}
    </div>
  )
}
