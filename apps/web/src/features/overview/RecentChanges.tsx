import { formatDate } from '@concert/messages/format'
import { useTranslations } from 'use-intl/react'
import { AddressLink } from '../../layout/AddressLink.tsx'
import { useReader } from '../../locale.tsx'
import type { Overview } from './OverviewPage.tsx'

export function RecentChanges({ recent }: { recent: Overview['recent'] }) {
  const t = useTranslations('overview')
  const reader = useReader()
  return (
    <ul className="divide-y divide-line">
      {recent.map(({ reference, title, agency, publishedAt }) => {
        const words =
          title.find(({ language }) => language === reader) ??
          title.find(({ language }) => language === 'en') ??
          title[0]
        return (
          <li key={reference} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3">
            <span className="min-w-0 font-medium">
              <AddressLink address={`/activities/${reference}`} lang={words?.language}>
                {words?.text ?? reference}
              </AddressLink>
            </span>
            <span className="text-sm text-ink-soft">
              <bdi>{agency}</bdi>
              {publishedAt && <> · {t('published', { date: formatDate(reader, publishedAt.slice(0, 10), 'short') })}</>}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
