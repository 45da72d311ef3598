import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { Icon } from '../ui/Icon.tsx'
import type { NavigationItem } from './navigation.ts'

interface NavigationProps {
  label: string
  pages: readonly NavigationItem[]
  isWorkspace?: boolean
}

/** A row of links; on a narrow screen, a list behind a button. */
export function Navigation({ label, pages, isWorkspace = false }: NavigationProps) {
  const t = useTranslations('shell.pages')
  const [isOpen, setOpen] = useState(false)
  return (
    <nav aria-label={label} className={isWorkspace ? 'border-t border-line bg-surface' : ''}>
      <div className="mx-auto max-w-6xl px-4 sm:px-6">
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          className="flex min-h-11 w-full items-center justify-between gap-2 font-medium md:hidden"
        >
          {label}
          <Icon name={isOpen ? 'close' : 'menu'} />
        </button>
        <ul className={`${isOpen ? 'block' : 'hidden'} pb-2 md:flex md:flex-wrap md:gap-x-6 md:pb-0`}>
          {pages.map(({ path, label: key }) => (
            <li key={path}>
              <Link
                to={path}
                onClick={() => setOpen(false)}
                activeOptions={{ exact: hasPagesBelow(path, pages), includeSearch: false }}
                className={`block border-transparent py-2.5 text-ink-soft no-underline hover:text-ink max-md:border-s-3 max-md:ps-3 md:-mb-px md:border-b-3 ${isWorkspace ? 'text-sm' : ''}`}
                activeProps={{ className: 'border-accent! text-ink! font-medium' }}
              >
                {t(key)}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  )
}

/** A page that has others of the menu below it is current only when it is the page itself. */
function hasPagesBelow(path: string, pages: readonly NavigationItem[]): boolean {
  return path === '/' || pages.some((other) => other.path.startsWith(`${path}/`))
}
