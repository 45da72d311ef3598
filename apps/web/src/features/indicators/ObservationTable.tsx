import { inLocale } from '@concert/domain/locales'
import { formatDate } from '@concert/messages/format'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { useExplain } from '../../errors.ts'
import { DocumentLink } from '../../layout/DocumentLink.tsx'
import { useReader } from '../../locale.tsx'
import { useHasRole } from '../../roles.ts'
import { type Answers, trpc } from '../../trpc.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { CorrectionDialog } from './CorrectionDialog.tsx'
import { useValueWords } from './use-indicator-words.ts'

type IndicatorPage = Answers['indicators']['get']
type Observation = IndicatorPage['observations'][number]

/** Every observation that stands, with its definition and source; a coordinator corrects and confirms here. */
export function ObservationTable({ page }: { page: IndicatorPage }) {
  const { indicator, observations, places } = page
  const t = useTranslations('indicators')
  const reader = useReader()
  const write = useValueWords(indicator.unit)
  const isCoordinator = useHasRole('coordinator')
  const [correcting, setCorrecting] = useState<Observation | null>(null)
  const placeName = (code: string | null) => {
    const names = places.find((place) => place.code === code)?.names
    return names ? inLocale(names, reader) : '–'
  }
  const columns: Column<Observation>[] = [
    {
      id: 'date',
      header: t('date'),
      isRowHeader: true,
      cell: ({ observedOn }) => <span className="whitespace-nowrap">{formatDate(reader, observedOn, 'short')}</span>,
    },
    { id: 'value', header: t('value'), align: 'end', cell: ({ value }) => write(value) },
    { id: 'place', header: t('place'), cell: ({ place }) => placeName(place) },
    {
      id: 'definition',
      header: t('definition'),
      cell: ({ definition }) => t('definitionNumber', { version: definition }),
    },
    { id: 'source', header: t('source'), cell: (observation) => <Source observation={observation} /> },
  ]
  const actions: Column<Observation> = {
    id: 'actions',
    header: t('correct'),
    cell: (observation) => (
      <span className="flex flex-wrap gap-2">
        {observation.unverified && <ConfirmButton observation={observation} />}
        <Button
          size="small"
          onClick={() => setCorrecting(observation)}
          aria-label={t('correctRow', { date: formatDate(reader, observation.observedOn, 'short') })}
        >
          {t('correct')}
        </Button>
      </span>
    ),
  }
  return (
    <>
      <DataTable
        caption={t('table')}
        density="dense"
        rows={observations}
        rowKey={({ id }) => id}
        columns={isCoordinator ? [...columns, actions] : columns}
      />
      {correcting && (
        <CorrectionDialog indicator={indicator} observation={correcting} onClose={() => setCorrecting(null)} />
      )}
    </>
  )
}

function Source({ observation: { source, url, unverified } }: { observation: Observation }) {
  const t = useTranslations('indicators')
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {url === null ? (
        <DocumentLink symbol={source} />
      ) : (
        <a href={url} className="link" rel="noreferrer">
          <bdi>{source}</bdi>
        </a>
      )}
      {unverified && <Badge tone="warning">{t('unverified')}</Badge>}
    </span>
  )
}

function ConfirmButton({ observation: { id, observedOn } }: { observation: Observation }) {
  const t = useTranslations('indicators')
  const reader = useReader()
  const toast = useToast()
  const explain = useExplain()
  const confirm = useMutation(
    trpc.indicators.confirm.mutationOptions({
      onSuccess: () => toast({ tone: 'success', text: t('confirmed') }),
      onError: (error) => toast({ tone: 'danger', text: explain(error).sentence }),
    }),
  )
  return (
    <Button
      size="small"
      isPending={confirm.isPending}
      onClick={() => confirm.mutate({ id })}
      aria-label={t('confirmRow', { date: formatDate(reader, observedOn, 'short') })}
    >
      {t('confirm')}
    </Button>
  )
}
