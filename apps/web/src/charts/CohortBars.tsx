import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import { Bar } from './HorizontalBars.tsx'

export interface CohortBarsProps {
  panels: readonly {
    id: string
    title: string
    note: string
    /** Shares from 0 to 1 with what is written at each, or why there are none yet. */
    rows: readonly {
      id: string
      label: string
      shares: Record<'formalised' | 'received', { share: number; written: ReactNode }> | string
    }[]
  }[]
}

const looks = { formalised: 'soft', received: 'accent' } as const

/** One panel for each meeting, all on one scale from nothing to everything; what is still to come says when. */
export function CohortBars({ panels }: CohortBarsProps) {
  const t = useTranslations('charts')
  return (
    <div className="grid gap-x-10 gap-y-8 sm:grid-cols-2">
      {panels.map((panel) => (
        <section key={panel.id} aria-label={panel.title} className="min-w-0">
          <p className="font-medium">{panel.title}</p>
          <p className="figures mb-3 text-sm text-ink-soft">{panel.note}</p>
          <ul className="grid gap-y-3">
            {panel.rows.map(({ id, label, shares }) => (
              <li key={id}>
                <p className="mb-1 text-sm">{label}</p>
                {typeof shares === 'string' ? (
                  <p className="border-s-2 border-dashed border-line-strong ps-2 text-sm text-ink-soft">{shares}</p>
                ) : (
                  <ul className="grid gap-y-1 border-s-2 border-line-strong">
                    {(['formalised', 'received'] as const).map((stage) => (
                      <li key={stage} className="flex items-center gap-2">
                        <Bar share={shares[stage].share * 0.7} look={looks[stage]} />
                        <span className="text-sm leading-snug whitespace-nowrap">
                          <span className="font-medium">{shares[stage].written}</span>{' '}
                          <span className="text-ink-soft">{t(`kinds.${stage}`)}</span>
                        </span>
                      </li>
                    ))}
                  </ul>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
