import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'

interface DisclosureProps {
  title: ReactNode
  isOpen?: boolean
  children: ReactNode
}

/** Something that is there for who wants it. */
export function Disclosure({ title, isOpen = false, children }: DisclosureProps) {
  return (
    <details open={isOpen} className="group/part border-b border-line">
      <summary className="flex min-h-11 cursor-pointer list-none items-center justify-between gap-3 py-2 font-medium hover:text-accent-text">
        {title}
        <Icon name="down" className="group-open/part:rotate-180" />
      </summary>
      <div className="pb-4">{children}</div>
    </details>
  )
}
