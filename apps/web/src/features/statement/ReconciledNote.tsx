import { formatDate } from '@concert/messages/format'
import { useTranslations } from 'use-intl/react'
import { useMoney } from '../../books/use-money.ts'
import { useReader } from '../../locale.tsx'
import type { Answers } from '../../trpc.ts'

/** How far the books were compared with the accounts of record: every statement says so. */
export function ReconciledNote({ state }: { state: Answers['statement']['show']['reconciliation'] }) {
  const t = useTranslations('statement')
  const reader = useReader()
  const money = useMoney()
  if (!state) return t('notReconciled')
  return t('reconciled', { date: formatDate(reader, state.until), difference: money.usd(state.differenceUsd) })
}
