import type { CalendarFeed } from '@concert/domain/calendar-feed'
import { inLocale } from '@concert/domain/locales'
import { formatDate, formatInstant } from '@concert/messages/format'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { PlaceFilter } from '../../coordination/PlaceFilter.tsx'
import { useExplain } from '../../errors.ts'
import { useReader } from '../../locale.tsx'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { AgencyField } from './AgencyField.tsx'
import { FeedConfirmation } from './FeedConfirmation.tsx'

interface ActivityFeedsProps {
  feeds: readonly CalendarFeed[]
  onAddress: (path: string) => void
}

/** The agencies and places whose activities one follows, each with an address of its own. */
export function ActivityFeeds({ feeds, onAddress }: ActivityFeedsProps) {
  const t = useTranslations('feeds')
  const reader = useReader()
  const [asking, setAsking] = useState<{ what: 'renew' | 'revoke'; feed: CalendarFeed } | null>(null)
  const nameOf = ({ agency, place }: CalendarFeed) => {
    if (place) return t('activities.nameIn', { place: inLocale(place.names, reader) })
    return t('activity.name', { who: agency?.acronym ?? '' })
  }
  const empty = <EmptyState title={t('activities.none')}>{t('activities.noneLead')}</EmptyState>
  return (
    <div className="flex flex-col gap-6">
      <NewFeed onAddress={onAddress} />
      <DataTable
        caption={t('activities.caption')}
        rows={feeds}
        rowKey={({ id }) => id}
        empty={empty}
        columns={[
          { id: 'what', header: t('activities.what'), cell: (feed) => <bdi>{nameOf(feed)}</bdi> },
          { id: 'made', header: t('createdAt'), cell: ({ createdAt }) => formatInstant(reader, createdAt) },
          {
            id: 'read',
            header: t('lastFetched'),
            cell: ({ lastFetchedOn }) => (lastFetchedOn ? formatDate(reader, lastFetchedOn) : t('never')),
          },
          {
            id: 'actions',
            header: t('activities.actions'),
            cell: (feed) => (
              <span className="flex flex-wrap gap-2">
                <Button
                  size="small"
                  aria-label={t('activities.renewOf', { what: nameOf(feed) })}
                  onClick={() => setAsking({ what: 'renew', feed })}
                >
                  {t('renew')}
                </Button>
                <Button
                  size="small"
                  look="danger"
                  aria-label={t('activities.revokeOf', { what: nameOf(feed) })}
                  onClick={() => setAsking({ what: 'revoke', feed })}
                >
                  {t('revoke')}
                </Button>
              </span>
            ),
          },
        ]}
      />
      {asking && <FeedConfirmation {...asking} onAddress={onAddress} onClose={() => setAsking(null)} />}
    </div>
  )
}

/** One of the two is chosen: whose activities, or where. */
function NewFeed({ onAddress }: Pick<ActivityFeedsProps, 'onAddress'>) {
  const t = useTranslations('feeds')
  const explain = useExplain()
  const [agency, setAgency] = useState<string | null>(null)
  const [place, setPlace] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<string>()
  const choose = (chosen: { agency: string | null; place: string | null }) => {
    setAgency(chosen.agency)
    setPlace(chosen.place)
    setRefusal(undefined)
  }
  const { mutate: subscribe, isPending } = useMutation(
    trpc.feeds.subscribe.mutationOptions({
      onSuccess: ({ path }) => {
        choose({ agency: null, place: null })
        onAddress(path)
      },
      onError: (error) => setRefusal(explain(error).sentence),
    }),
  )
  const create = () => {
    if (agency !== null) subscribe({ kind: 'agency', agency })
    else if (place !== null) subscribe({ kind: 'place', place })
    else setRefusal(t('activities.choose'))
  }
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <AgencyField
        label={t('activities.agency')}
        value={agency}
        onChange={(slug) => choose({ agency: slug, place: null })}
        error={place === null ? refusal : undefined}
      />
      <PlaceFilter
        label={t('activities.place')}
        value={place}
        onChange={(code) => choose({ agency: null, place: code ?? null })}
        error={place === null ? undefined : refusal}
      />
      <div className="sm:col-span-2">
        <Button look="primary" onClick={create} isPending={isPending}>
          {t('activities.follow')}
        </Button>
      </div>
    </div>
  )
}
