import { inLocale } from '@concert/domain/locales'
import type { RecordedMeetingRates } from '@concert/domain/meeting-rate'
import { formatInstant } from '@concert/messages/format'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { Select } from '../../ui/Select.tsx'
import { MeetingRatesForm } from './MeetingRatesForm.tsx'
import { RatesNavigation } from './RatesNavigation.tsx'

/** What one US dollar is reckoned at throughout a meeting. */
export function MeetingRatesPage() {
  const t = useTranslations('rates.meetings')
  const reader = useReader()
  const navigate = useNavigate({ from: paths.meetingRates })
  const { meeting } = useSearch({ from: paths.meetingRates })
  const { data: meetings } = useSuspenseQuery(trpc.meetings.list.queryOptions())
  // The newest one that has a day, unless the address names another.
  const chosen =
    meetings.find(({ slug }) => slug === meeting) ?? meetings.find(({ startsOn }) => startsOn !== null) ?? meetings[0]
  if (!chosen) return null
  return (
    <Page title={t('title')} lead={t('lead')} above={<RatesNavigation />}>
      <div className="max-w-xl">
        <Select
          label={t('meeting')}
          value={chosen.slug}
          onChange={(slug) => void navigate({ search: { meeting: slug ?? undefined }, resetScroll: false })}
          options={meetings.map(({ slug, title }) => ({ id: slug, name: inLocale(title, reader) }))}
        />
      </div>
      <RatesOfMeeting key={chosen.slug} slug={chosen.slug} title={inLocale(chosen.title, reader)} />
    </Page>
  )
}

function RatesOfMeeting({ slug, title }: { slug: string; title: string }) {
  const t = useTranslations('rates.meetings')
  const { data } = useSuspenseQuery(trpc.rates.meetingRecord.queryOptions({ slug }))
  return (
    <Section title={t('setTitle')}>
      <p className="mb-4 flex flex-wrap gap-x-4 gap-y-1 text-ink-soft">
        <Link to={paths.meeting} params={{ slug }} className="link">
          {title}
        </Link>
        <WhoSetThem record={data} />
      </p>
      <MeetingRatesForm key={data.recordedAt} record={data} />
    </Section>
  )
}

function WhoSetThem({ record: { recordedBy, recordedAt } }: { record: RecordedMeetingRates }) {
  const t = useTranslations('rates.meetings')
  const reader = useReader()
  if (recordedBy === null || recordedAt === null) return <span>{t('none')}</span>
  return <span>{t('recorded', { name: `\u2068${recordedBy}\u2069`, date: formatInstant(reader, recordedAt) })}</span>
}
