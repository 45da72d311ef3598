import { formatDate } from '@concert/messages/format'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { ButtonLink } from '../../layout/links.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { Section } from '../../ui/Section.tsx'

/** Requests that nobody has taken up where one's agency is at work, each with the reasons; nothing when there is none. */
export function InboxRequests() {
  const t = useTranslations('requests')
  const reader = useReader()
  const { data: requests } = useSuspenseQuery(trpc.requests.forUs.queryOptions({ locale: reader }))
  if (requests.length === 0) return null
  return (
    <Section
      id="requests"
      title={t('forUs.title')}
      lead={t('forUs.lead', { count: requests.length })}
      actions={<ButtonLink to={paths.requests}>{t('forUs.all')}</ButtonLink>}
    >
      <DataTable
        caption={t('forUs.title')}
        rows={requests}
        rowKey={({ reference }) => reference}
        density="dense"
        columns={[
          {
            id: 'subject',
            header: t('fact.subject'),
            cell: ({ reference, subject, language }) => (
              <Link to={paths.request} params={{ reference }} className="link">
                <bdi lang={language}>{subject}</bdi>
              </Link>
            ),
          },
          { id: 'state', header: t('fact.state'), cell: ({ placeName }) => placeName },
          {
            id: 'received',
            header: t('fact.received'),
            cell: ({ receivedOn }) => formatDate(reader, receivedOn, 'short'),
          },
          {
            id: 'why',
            header: t('forUs.why'),
            cell: ({ reasons }) => reasons.map((reason) => t(`reasons.${reason}`)).join(' · '),
          },
        ]}
      />
    </Section>
  )
}
