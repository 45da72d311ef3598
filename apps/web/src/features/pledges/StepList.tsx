import type { ReactNode } from 'react'

const marks = {
  promised: 'hatched border-2 border-mark',
  owed: 'bg-mark-soft',
  received: 'bg-mark',
  less: 'border-2 border-ink-soft bg-paper',
  undone: 'border-2 border-line-strong bg-paper',
}
export type StepMark = keyof typeof marks

/** Steps in the order in which they happened. */
export function StepList({ children }: { children: ReactNode }) {
  return <ol className="ms-2 border-s-2 border-line">{children}</ol>
}

export function Step({ mark, children }: { mark: StepMark; children: ReactNode }) {
  return (
    <li className="relative pb-6 ps-7 last:pb-0">
      <span aria-hidden="true" className={`absolute -start-[9px] top-1 size-4 ${marks[mark]}`} />
      {children}
    </li>
  )
}
