import type { ObservationFilePreview } from '@concert/domain/indicator'
import { formatDate, formatNumber } from '@concert/messages/format'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { newKey } from '../../books/new-key.ts'
import { useExplain } from '../../errors.ts'
import { useReader } from '../../locale.tsx'
import { type Answers, trpc } from '../../trpc.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { ErrorMessage } from '../../ui/ErrorMessage.tsx'
import { Pagination } from '../../ui/Pagination.tsx'
import { useValueWords } from './use-indicator-words.ts'

const pageSize = 40

interface ObservationFileFormProps {
  indicator: Answers['indicators']['get']['indicator']
  preview: ObservationFilePreview
  onDone: (counts: { new: number }) => void
}

/** What a file would do, line by line, and the one button that does it. */
export function ObservationFileForm({ indicator, preview, onDone }: ObservationFileFormProps) {
  const t = useTranslations('indicators')
  const reader = useReader()
  const explain = useExplain()
  const write = useValueWords(indicator.unit)
  const [idempotencyKey] = useState(newKey)
  const [page, setPage] = useState(1)
  const take = useMutation(trpc.indicators.import.mutationOptions({ onSuccess: onDone }))
  const { observations, fileName } = preview
  const added = observations.filter(({ standing }) => standing === 'new').length
  const explained = take.error && explain(take.error)
  const confirm = () =>
    take.mutate({
      indicator: indicator.slug,
      fileName,
      observations: observations.map(({ standing: _, ...row }) => row),
      idempotencyKey,
    })
  return (
    <div className="flex flex-col gap-6">
      <p className="figures font-medium" role="status">
        {t('import.counts', { new: added, same: observations.length - added })}
      </p>
      {explained && <ErrorMessage reference={explained.reference}>{explained.sentence}</ErrorMessage>}
      {added > 0 ? (
        <div>
          <Button look="primary" isPending={take.isPending} onClick={confirm}>
            {t('import.confirm', { count: added })}
          </Button>
        </div>
      ) : (
        <Callout role="status">{t('import.nothing')}</Callout>
      )}
      <DataTable
        caption={t('table')}
        density="dense"
        rows={observations.slice((page - 1) * pageSize, page * pageSize)}
        rowKey={({ line }) => String(line)}
        columns={[
          { id: 'line', header: t('import.line'), align: 'end', cell: ({ line }) => formatNumber(reader, line) },
          { id: 'date', header: t('date'), cell: ({ observedOn }) => formatDate(reader, observedOn, 'short') },
          { id: 'value', header: t('value'), align: 'end', cell: ({ value }) => write(value) },
          { id: 'place', header: t('place'), cell: ({ place }) => <bdi>{place ?? '–'}</bdi> },
          {
            id: 'definition',
            header: t('definition'),
            cell: ({ definition }) => t('definitionNumber', { version: definition }),
          },
          { id: 'source', header: t('source'), cell: ({ source }) => <bdi>{source}</bdi> },
          {
            id: 'standing',
            header: t('import.standing'),
            cell: ({ standing }) => (
              <Badge tone={standing === 'new' ? 'accent' : 'neutral'}>{t(`import.standings.${standing}`)}</Badge>
            ),
          },
        ]}
      />
      <Pagination page={page} pageSize={pageSize} total={observations.length} onPage={setPage} />
    </div>
  )
}
