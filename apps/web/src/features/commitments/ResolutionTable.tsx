import { inLocale } from '@concert/domain/locales'
import { formatDate } from '@concert/messages/format'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { useExplain } from '../../errors.ts'
import { DocumentLink } from '../../layout/DocumentLink.tsx'
import { useReader } from '../../locale.tsx'
import { type Answers, trpc } from '../../trpc.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { useToast } from '../../ui/Toast.tsx'

type Resolution = Answers['commitments']['list']['resolutions'][number]

/** The documents behind the declarations; a coordinator confirms those that no source bears out yet. */
export function ResolutionTable({ resolutions }: { resolutions: readonly Resolution[] }) {
  const t = useTranslations('commitments')
  const reader = useReader()
  const toast = useToast()
  const explain = useExplain()
  const confirm = useMutation(
    trpc.commitments.confirmResolution.mutationOptions({
      onSuccess: () => toast({ tone: 'success', text: t('confirmed') }),
      onError: (error) => toast({ tone: 'danger', text: explain(error).sentence }),
    }),
  )
  return (
    <DataTable
      caption={t('resolutions.title')}
      density="dense"
      rows={resolutions}
      rowKey={({ symbol }) => symbol}
      columns={[
        { id: 'symbol', header: t('resolutions.symbol'), cell: ({ symbol }) => <DocumentLink symbol={symbol} /> },
        { id: 'subject', header: t('resolutions.subject'), cell: ({ title }) => inLocale(title, reader) },
        {
          id: 'date',
          header: t('resolutions.date'),
          cell: ({ year, adoptedOn }) => (
            <span className="figures whitespace-nowrap">
              {adoptedOn === null ? year : formatDate(reader, adoptedOn, 'short')}
            </span>
          ),
        },
        {
          id: 'source',
          header: t('resolutions.source'),
          cell: ({ symbol, source, unverified }) => (
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <bdi lang="en">{source}</bdi>
              {unverified && (
                <>
                  <Badge tone="warning">{t('unverified')}</Badge>
                  <Button
                    size="small"
                    isPending={confirm.isPending}
                    onClick={() => confirm.mutate({ symbol })}
                    aria-label={t('confirmRow', { symbol })}
                  >
                    {t('confirm')}
                  </Button>
                </>
              )}
            </span>
          ),
        },
      ]}
    />
  )
}
