import type { ReviewDecision } from '@concert/domain/import-plan'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { useExplain } from '../../errors.ts'
import { trpc } from '../../trpc.ts'
import { useToast } from '../../ui/Toast.tsx'

/** Decides on imported activities and says what became of them. */
export function useDecision(onDecided: () => void) {
  const t = useTranslations('imports')
  const toast = useToast()
  const explain = useExplain()
  return useMutation(
    trpc.imports.decide.mutationOptions({
      onSuccess: ({ decided }, { decision }: ReviewDecision) => {
        toast({ tone: 'success', text: t(`review.done.${decision}`, { count: decided }) })
        onDecided()
      },
      onError: (error) => toast({ tone: 'danger', text: explain(error).sentence }),
    }),
  )
}
