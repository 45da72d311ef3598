import { formatInstant, formatNumber } from '@concert/messages/format'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { AddressLink } from '../../layout/AddressLink.tsx'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { Section } from '../../ui/Section.tsx'

/** People assisted in a subregion, as the release that stands tells it. Countries are told of by none. */
export function PeopleHere({ code }: { code: string }) {
  const t = useTranslations('releases')
  const reader = useReader()
  const { data: release } = useSuspenseQuery(trpc.releases.current.queryOptions())
  const count = release?.content?.assisted.subregion.cells[code]
  if (!release || count === undefined) return null
  const at = formatInstant(reader, release.releasedAt)
  return (
    <Section title={t('assisted')} lead={t('releaseOf', { number: release.number, at })}>
      <p className="figures text-2xl font-semibold">{count === null ? t('notTold') : formatNumber(reader, count)}</p>
      {count === null && <p className="mt-2 max-w-3xl text-ink-soft">{t('notToldLead')}</p>}
      <p className="mt-3">
        <AddressLink address={paths.peopleReached}>{t('seePeople')}</AddressLink>
      </p>
    </Section>
  )
}
