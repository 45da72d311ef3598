import type { PaymentStory } from '@concert/domain/fund-views'
import { formatDate } from '@concert/messages/format'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { BooksNavigation } from '../../books/BooksNavigation.tsx'
import { EntryLink } from '../../books/EntryLink.tsx'
import { EntryList } from '../../books/EntryList.tsx'
import { PendingSignatures } from '../../books/PendingSignatures.tsx'
import { useMoney } from '../../books/use-money.ts'
import { ButtonLink } from '../../layout/links.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { DefinitionList } from '../../ui/DefinitionList.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { AllocateForm } from './AllocateForm.tsx'
import { Allocations } from './Allocations.tsx'
import { PaymentActions, receiptOf } from './PaymentActions.tsx'

/** One payment: what came in, what it paid, and what of it still waits. */
export function PaymentPage() {
  const t = useTranslations('payments')
  const tLetters = useTranslations('letters')
  const money = useMoney()
  const { reference } = useParams({ from: paths.payment })
  const { data: payment } = useSuspenseQuery(trpc.payments.story.queryOptions({ reference, locale: useReader() }))
  const donor = payment.donorName ?? t('anonymousDonor')
  const isReversed = payment.reversedBy !== null
  const isOpen = !isReversed && payment.unallocated.amountMinor > 0
  return (
    <Page
      title={t('story.title', { amount: money.full(payment.amount), donor })}
      above={<BooksNavigation />}
      lead={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-2 text-base">
          <span className="figures">{payment.reference}</span>
          <Link to={paths.bookedDonor} params={{ id: payment.donorId }} className="link" dir="auto">
            {donor}
          </Link>
          {isReversed && <Badge tone="danger">{t('reversed')}</Badge>}
          {payment.provisional && !isReversed && <Badge>{t('provisional')}</Badge>}
        </span>
      }
      actions={
        !isReversed && (
          <>
            <ButtonLink to={paths.newLetter} search={{ kind: 'receipt', payment: reference }}>
              {tLetters('write')}
            </ButtonLink>
            <PaymentActions payment={payment} />
          </>
        )
      }
    >
      {payment.reversedBy !== null && (
        <Callout tone="danger" title={t('story.reversed')}>
          {t('story.reversedLead')} <EntryLink number={payment.reversedBy} />
        </Callout>
      )}
      <PendingSignatures about={{ paymentId: payment.id }} />
      {isOpen && (
        <Callout role="status" title={t('story.unallocated', { amount: money.full(payment.unallocated) })}>
          {t('story.unallocatedLead')}
        </Callout>
      )}
      <Section title={t('story.facts')}>
        <Facts payment={payment} />
      </Section>
      <Section title={t('story.allocations')}>
        {payment.allocations.length === 0 ? (
          <p className="text-ink-soft">{t('story.noAllocations')}</p>
        ) : (
          <Allocations payment={payment} isReversed={isReversed} />
        )}
      </Section>
      {isOpen && (
        <Section title={t('story.allocate')} lead={t('form.allocationLead')}>
          <AllocateForm key={payment.unallocated.amountMinor} payment={payment} />
        </Section>
      )}
      <Section title={t('story.journal')} lead={t('story.journalLead')}>
        <Disclosure title={t('story.openJournal', { count: payment.entries.length })}>
          <EntryList entries={payment.entries} />
        </Disclosure>
      </Section>
    </Page>
  )
}

function Facts({ payment }: { payment: PaymentStory }) {
  const t = useTranslations('payments')
  const reader = useReader()
  const money = useMoney()
  const receipt = receiptOf(payment)
  return (
    <DefinitionList
      items={[
        { term: t('story.bookedAs'), value: receipt && <EntryLink number={receipt.number} /> },
        { term: t('form.receivedOn'), value: formatDate(reader, payment.receivedOn) },
        { term: t('form.amount'), value: <span className="figures">{money.full(payment.amount)}</span> },
        {
          term: t('story.usd'),
          value: payment.amount.currency !== 'USD' && <span className="figures">{money.usd(payment.usdMinor)}</span>,
        },
        { term: t('form.fee'), value: payment.fee.amountMinor > 0 && money.full(payment.fee) },
        { term: t('bank.account'), value: payment.bankAccount },
        { term: t('form.bankReference'), value: payment.bankReference },
        { term: t('form.document'), value: payment.document },
        { term: t('story.lookAlikeReason'), value: payment.lookAlikeReason },
        { term: t('story.provisional'), value: payment.provisional && t('story.provisionalLead') },
      ]}
    />
  )
}
