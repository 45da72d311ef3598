import { formatDate } from '@concert/messages/format'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { ButtonLink } from '../../layout/links.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { type Answers, trpc } from '../../trpc.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { Section } from '../../ui/Section.tsx'

type Place = Answers['places']['get']

/** For the group alone: what a State asked for, and the way to the gaps around it. A visitor's page does not ask for it. */
export function GroupRequestsHere({ place }: { place: Place }) {
  const { data: me } = useQuery(trpc.session.me.queryOptions())
  return me?.actor.kind === 'person' && <ForTheGroup place={place} />
}

function ForTheGroup({ place }: { place: Place }) {
  const t = useTranslations('requests')
  const reader = useReader()
  const { data } = useQuery(
    trpc.requests.list.queryOptions({ placeCode: place.code, locale: reader }, { enabled: place.level === 'country' }),
  )
  const gaps = <ButtonLink {...gapsAround(place)}>{t('here.gaps')}</ButtonLink>
  if (place.level !== 'country') return <p className="mt-8">{gaps}</p>
  return (
    <Section title={t('here.groupTitle')} lead={t('here.groupLead')} actions={gaps}>
      <DataTable
        caption={t('here.groupTitle')}
        rows={data?.rows ?? []}
        rowKey={({ reference }) => reference}
        empty={<p className="text-ink-soft">{t('here.groupNone')}</p>}
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
          {
            id: 'received',
            header: t('fact.received'),
            cell: ({ receivedOn }) => formatDate(reader, receivedOn, 'short'),
          },
          { id: 'stage', header: t('fact.stage'), cell: ({ stage }) => t(`stages.${stage}`) },
        ]}
      />
    </Section>
  )
}

/** A country among its neighbours, and a region with the countries in it. */
function gapsAround({ code, level, containers }: Place) {
  const within = level === 'country' ? containers.at(-1)?.code : code
  return {
    to: paths.gaps,
    search: { rows: 'country' as const, ...(level !== 'world' && within !== undefined && { within }) },
  }
}
