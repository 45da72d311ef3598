import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { useExplain } from '../../errors.ts'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { useToast } from '../../ui/Toast.tsx'
import type { PublishedFigure } from './PublishedTable.tsx'

/** Shows a row to everyone, or takes it back. */
export function ClearButton({ figure, what }: { figure: PublishedFigure; what: string }) {
  const t = useTranslations('published')
  const toast = useToast()
  const explain = useExplain()
  const onError = (error: unknown) => toast({ tone: 'danger', text: explain(error).sentence })
  const clear = useMutation(
    trpc.published.clear.mutationOptions({
      onSuccess: () => toast({ tone: 'success', text: t('clearedToast') }),
      onError,
    }),
  )
  const unclear = useMutation(
    trpc.published.unclear.mutationOptions({
      onSuccess: () => toast({ tone: 'success', text: t('unclearedToast') }),
      onError,
    }),
  )
  const { id, dateText: date, clearedAt } = figure
  if (clearedAt === null) {
    return (
      <Button
        size="small"
        isPending={clear.isPending}
        onClick={() => clear.mutate({ id })}
        aria-label={t('clearRow', { what, date })}
      >
        {t('clear')}
      </Button>
    )
  }
  return (
    <Button
      size="small"
      look="quiet"
      isPending={unclear.isPending}
      onClick={() => unclear.mutate({ id })}
      aria-label={t('unclearRow', { what, date })}
    >
      {t('unclear')}
    </Button>
  )
}
