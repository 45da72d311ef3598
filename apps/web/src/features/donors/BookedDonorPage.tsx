import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, Navigate, useParams } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { BooksNavigation } from '../../books/BooksNavigation.tsx'
import { PaymentTable } from '../../books/PaymentTable.tsx'
import { PledgeTable, useBookedColumns } from '../../books/PledgeTable.tsx'
import { ThreeNumbers } from '../../books/ThreeNumbers.tsx'
import { useMoney } from '../../books/use-money.ts'
import { ButtonLink } from '../../layout/links.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { Badge } from '../../ui/Badge.tsx'
import { DefinitionList } from '../../ui/DefinitionList.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { DonorHistory } from './DonorHistory.tsx'
import { DonorMailbox } from './DonorMailbox.tsx'
import { DonorNames } from './DonorNames.tsx'
import { usePlaceName } from './use-place-name.ts'

/** All that the books know of one donor. */
export function BookedDonorPage() {
  const t = useTranslations('donors')
  const tLetters = useTranslations('letters')
  const tCodes = useTranslations('codes')
  const reader = useReader()
  const money = useMoney()
  const placeName = usePlaceName()
  const { id } = useParams({ from: paths.bookedDonor })
  const { data: donor } = useSuspenseQuery(trpc.donors.record.queryOptions({ id, locale: reader }))
  // It was merged into another one since: that one's page is the page.
  if (donor.id !== id) return <Navigate to={paths.bookedDonor} params={{ id: donor.id }} replace />
  return (
    <Page
      title={donor.name ?? t('anonymous')}
      above={<BooksNavigation />}
      lead={
        <span className="flex flex-wrap items-center gap-2 text-base">
          {tCodes(`donorKinds.${donor.kind}`)}
          {placeName(donor.placeCode) && <span>· {placeName(donor.placeCode)}</span>}
          {donor.anonymous && <Badge>{t('unnamed')}</Badge>}
        </span>
      }
      actions={
        <>
          <ButtonLink look="primary" to={paths.recordPayment} search={{ donorId: id }}>
            {t('recordPayment')}
          </ButtonLink>
          <ButtonLink to={paths.announcePledge} search={{ donorId: id }}>
            {t('announcePledge')}
          </ButtonLink>
          <ButtonLink to={paths.newLetter} search={{ kind: 'donor_statement', donorId: id }}>
            {tLetters('write')}
          </ButtonLink>
        </>
      }
    >
      <Section title={t('numbers')} lead={t('numbersLead')}>
        <div className="grid gap-6">
          <ThreeNumbers usd={donor} label={t('numbers')} />
          <DefinitionList
            items={[
              { term: t('outstandingUsd'), value: <span className="figures">{money.usd(donor.outstandingUsd)}</span> },
              { term: t('overdueUsd'), value: <span className="figures">{money.usd(donor.overdueUsd)}</span> },
              { term: t('unallocatedUsd'), value: <span className="figures">{money.usd(donor.unallocatedUsd)}</span> },
            ]}
          />
          {!donor.anonymous && (
            <p>
              <Link to={paths.donor} params={{ id }} className="link">
                {t('toPublic')}
              </Link>
            </p>
          )}
        </div>
      </Section>
      <DonorPledges id={id} />
      <DonorPayments id={id} />
      <Section title={t('names')} lead={t('namesLead')}>
        <DonorNames donor={donor} />
      </Section>
      <DonorMailbox id={id} />
      <DonorHistory donor={donor} />
    </Page>
  )
}

function DonorPledges({ id }: { id: string }) {
  const t = useTranslations('donors')
  const reader = useReader()
  const booked = useBookedColumns()
  const { data } = useSuspenseQuery(trpc.pledges.rows.queryOptions({ donorId: id, locale: reader }))
  return (
    <Section
      title={t('pledges')}
      actions={
        data.total > data.rows.length && (
          <Link to={paths.bookedPledges} search={{ donorId: id }} className="link">
            {t('allPledges', { count: data.total })}
          </Link>
        )
      }
    >
      <PledgeTable
        caption={t('pledges')}
        rows={data.rows}
        withoutDonor
        density="dense"
        more={booked}
        empty={<EmptyState title={t('noPledges')}>{t('noPledgesLead')}</EmptyState>}
      />
    </Section>
  )
}

function DonorPayments({ id }: { id: string }) {
  const t = useTranslations('donors')
  const reader = useReader()
  const { data } = useSuspenseQuery(trpc.payments.rows.queryOptions({ donorId: id, locale: reader }))
  return (
    <Section
      title={t('payments')}
      actions={
        data.total > data.rows.length && (
          <Link to={paths.payments} search={{ donorId: id }} className="link">
            {t('allPayments', { count: data.total })}
          </Link>
        )
      }
    >
      <PaymentTable
        caption={t('payments')}
        rows={data.rows}
        withoutDonor
        empty={<EmptyState title={t('noPayments')}>{t('noPaymentsLead')}</EmptyState>}
      />
    </Section>
  )
}
