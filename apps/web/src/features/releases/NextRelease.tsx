import { assistedTotal } from '@concert/domain/people-release'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { newKey } from '../../books/new-key.ts'
import { useExplain } from '../../errors.ts'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Section } from '../../ui/Section.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { CountTables, useCounts } from './CountTables.tsx'
import { PooledGrants } from './PooledGrants.tsx'

/** What the next release would tell, and the button that makes it. */
export function NextRelease() {
  const t = useTranslations('releases')
  const toast = useToast()
  const explain = useExplain()
  const write = useCounts()
  const { data: next } = useSuspenseQuery(trpc.releases.preview.queryOptions())
  const [key, setKey] = useState(newKey)
  const make = useMutation(
    trpc.releases.make.mutationOptions({
      onSuccess: ({ number }) => toast({ tone: 'success', text: t('made', { number }) }),
      onError: (error) => toast({ tone: 'danger', text: explain(error).sentence }),
      onSettled: () => setKey(newKey()),
    }),
  )
  const { number, hash, content } = next
  const before = next.current?.content ?? undefined
  if (!next.isNew) {
    return (
      <Section title={t('preview', { number })}>
        <EmptyState title={t('nothingNew')} />
      </Section>
    )
  }
  const kinds = [
    { id: 'assisted', was: before ? assistedTotal(before) : 0, count: assistedTotal(content) },
    { id: 'trained', was: before?.trained ?? 0, count: content.trained },
    { id: 'campaign', was: before?.campaign ?? 0, count: content.campaign },
  ] as const
  return (
    <Section title={t('preview', { number })} lead={t('previewLead')}>
      <div className="mb-8 max-w-2xl">
        <DataTable
          caption={t('preview', { number })}
          rows={kinds}
          rowKey={({ id }) => id}
          columns={[
            { id: 'what', header: t('column.what'), cell: ({ id }) => t(id), isRowHeader: true },
            { id: 'now', header: t('column.now'), align: 'end', cell: ({ was }) => write(was) },
            { id: 'next', header: t('column.next'), align: 'end', cell: ({ count }) => write(count) },
          ]}
        />
      </div>
      <CountTables content={content} before={before} reasons={next.reasons} />
      <PooledGrants pools={content.grants?.pools ?? []} wait={next.grantsWait} />
      <div className="mt-8 flex flex-wrap items-center gap-4">
        <Button
          look="primary"
          isPending={make.isPending}
          onClick={() => make.mutate({ number, hash, idempotencyKey: key })}
        >
          {t('make', { number })}
        </Button>
        <p className="text-ink-soft">{t('makeLead')}</p>
      </div>
    </Section>
  )
}
