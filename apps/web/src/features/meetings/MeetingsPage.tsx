import { codeKey } from '@concert/domain/codelists'
import { inLocale } from '@concert/domain/locales'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { Badge } from '../../ui/Badge.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { Page } from '../../ui/Page.tsx'
import { useMeetingDates } from './dates.ts'

/** The appraisals of the Global Plan of Action, newest first. */
export function MeetingsPage() {
  const t = useTranslations('meetings')
  const tCodes = useTranslations('codes')
  const reader = useReader()
  const datesOf = useMeetingDates()
  const { data: meetings } = useSuspenseQuery(trpc.meetings.list.queryOptions())
  return (
    <Page title={t('title')} lead={t('lead')}>
      <DataTable
        caption={t('caption')}
        rows={meetings}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'meeting',
            header: t('column.meeting'),
            cell: ({ slug, title }) => (
              <Link to={paths.meeting} params={{ slug }} className="link">
                {inLocale(title, reader)}
              </Link>
            ),
          },
          { id: 'dates', header: t('column.dates'), cell: datesOf },
          { id: 'session', header: t('column.session'), align: 'end', cell: ({ session }) => session },
          {
            id: 'state',
            header: t('column.state'),
            cell: ({ state }) => (
              <Badge tone={state === 'live' ? 'accent' : 'neutral'}>{tCodes(codeKey('meetingStates', state))}</Badge>
            ),
          },
        ]}
      />
    </Page>
  )
}
