import { inLocale } from '@concert/domain/locales'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'

/** The series by which a paragraph is followed, with how much each of them has. */
export function IndicatorLinks({ instrument, number }: { instrument: string; number: string }) {
  const t = useTranslations('indicators')
  const reader = useReader()
  const { data: all } = useSuspenseQuery(trpc.indicators.list.queryOptions())
  const own = all.filter((each) => each.instrument === instrument && each.number === number)
  if (own.length === 0) return <p className="text-ink-soft">{t('none')}</p>
  return (
    <ul className="divide-y divide-line border-y border-line">
      {own.map(({ slug, names, observations }) => (
        <li key={slug} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3">
          <Link to={paths.indicator} params={{ slug }} className="link">
            {inLocale(names, reader)}
          </Link>
          <span className="figures text-sm text-ink-soft">{t('observations', { count: observations })}</span>
        </li>
      ))}
    </ul>
  )
}
