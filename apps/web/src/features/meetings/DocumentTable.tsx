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

type MeetingDocument = Answers['meetings']['get']['documents'][number]

export function DocumentTable({ documents }: { documents: readonly MeetingDocument[] }) {
  const t = useTranslations('meetings')
  const reader = useReader()
  const toast = useToast()
  const explain = useExplain()
  const confirm = useMutation(
    trpc.meetings.confirmDocument.mutationOptions({
      onSuccess: () => toast({ tone: 'success', text: t('confirmed') }),
      onError: (error) => toast({ tone: 'danger', text: explain(error).sentence }),
    }),
  )
  return (
    <DataTable
      caption={t('page.documentsCaption')}
      rows={documents}
      rowKey={({ id }) => id}
      columns={[
        { id: 'document', header: t('column.document'), cell: ({ symbol }) => <DocumentLink symbol={symbol} /> },
        { id: 'kind', header: t('column.kind'), cell: ({ kind }) => t(`documentKind.${kind}`) },
        {
          id: 'date',
          header: t('column.date'),
          cell: ({ datedOn }) => datedOn && formatDate(reader, datedOn, 'short'),
        },
        {
          id: 'source',
          header: t('column.source'),
          cell: ({ id, symbol, source, unverified }) => (
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <bdi lang="en">{source}</bdi>
              {unverified && (
                <>
                  <Badge tone="warning">{t('unverified')}</Badge>
                  <Button
                    size="small"
                    isPending={confirm.isPending}
                    onClick={() => confirm.mutate({ id })}
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
