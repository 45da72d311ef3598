import type { ReactNode } from 'react'

interface PageProps {
  title: string
  /** One or two sentences: what this page answers. */
  lead?: ReactNode
  /** What stands above the title: where this page belongs. */
  above?: ReactNode
  actions?: ReactNode
  width?: 'wide' | 'text'
  /** What it holds has a title of its own when it is printed. */
  isSheet?: boolean
  children: ReactNode
}

/** The frame of every page: its one heading, its lead and its actions. */
export function Page({ title, lead, above, actions, width = 'wide', isSheet = false, children }: PageProps) {
  return (
    <article
      className={`mx-auto w-full px-4 pt-8 pb-16 sm:px-6 sm:pt-12 ${width === 'wide' ? 'max-w-6xl' : 'max-w-3xl'}`}
    >
      <title>{`${title} · Concert`}</title>
      <header
        className={`mb-8 flex flex-wrap items-end justify-between gap-x-8 gap-y-4 sm:mb-10 ${isSheet ? 'print:hidden' : ''}`}
      >
        <div className="min-w-0 max-w-3xl">
          {above && <div className="mb-2 text-sm text-ink-soft print:hidden">{above}</div>}
          <h1 className="text-3xl font-semibold tracking-tight text-ink sm:text-4xl rtl:tracking-normal">
            <bdi>{title}</bdi>
          </h1>
          {lead && <div className="mt-3 text-lg text-ink-soft">{lead}</div>}
        </div>
        {actions && <div className="flex flex-wrap gap-3 print:hidden">{actions}</div>}
      </header>
      <div className="flex flex-col gap-10 sm:gap-14">{children}</div>
    </article>
  )
}
