import { formatDate } from '@concert/messages/format'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { BooksNavigation } from '../../books/BooksNavigation.tsx'
import { newKey } from '../../books/new-key.ts'
import { useMoney } from '../../books/use-money.ts'
import { useExplain } from '../../errors.ts'
import { useReader } from '../../locale.tsx'
import { type Answers, trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Page } from '../../ui/Page.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { ExtractUpload } from './ExtractUpload.tsx'
import { PastExtracts } from './PastExtracts.tsx'
import { StateTabs } from './StateTabs.tsx'

/** The journal beside the accounts of record: what agrees, what is missing on either side, what differs. */
export function ReconciliationPage() {
  const t = useTranslations('reconciliation')
  const { data } = useSuspenseQuery(trpc.reconciliation.state.queryOptions())
  const hasExtracts = data.extracts.length > 0
  return (
    <Page title={t('title')} lead={t('lead')} above={<BooksNavigation />} actions={hasExtracts && <MatchAgain />}>
      {hasExtracts && (
        <>
          <StateLine state={data.state} />
          <StateTabs state={data.state} />
        </>
      )}
      <ExtractUpload />
      <PastExtracts extracts={data.extracts} />
    </Page>
  )
}

function StateLine({ state }: { state: Answers['reconciliation']['state']['state'] }) {
  const t = useTranslations('reconciliation.state')
  const reader = useReader()
  const money = useMoney()
  const { reconciledTo, differenceUsd } = state
  const difference = money.usd(differenceUsd)
  const isWhole = differenceUsd === 0 && state.unmatchedHere + state.unmatchedThere + state.different === 0
  return (
    <Callout
      tone={isWhole ? 'success' : 'warning'}
      title={
        reconciledTo === null
          ? t('none', { difference })
          : t('to', { difference, date: formatDate(reader, reconciledTo) })
      }
    >
      {t('lead')}
    </Callout>
  )
}

function MatchAgain() {
  const t = useTranslations('reconciliation')
  const toast = useToast()
  const explain = useExplain()
  const { mutate, isPending } = useMutation(
    trpc.reconciliation.matchAgain.mutationOptions({
      onSuccess: ({ matched }) => toast({ tone: 'success', text: t('againDone', { count: matched }) }),
      onError: (error) => toast({ tone: 'danger', text: explain(error).sentence }),
    }),
  )
  return (
    <Button isPending={isPending} onClick={() => mutate({ idempotencyKey: newKey() })}>
      {t('again')}
    </Button>
  )
}
