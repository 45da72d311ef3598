import type { PaymentRow, PledgeRow } from '@concert/domain/fund-views'
import { formatDate } from '@concert/messages/format'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import { BooksNavigation } from '../../books/BooksNavigation.tsx'
import { DueSection } from '../../books/DueSection.tsx'
import { useMoney } from '../../books/use-money.ts'
import { ButtonLink } from '../../layout/links.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { WaitingSignatures } from './WaitingSignatures.tsx'

const shown = 8

/** Where a fund manager begins: what waits for somebody, and the three things that are done most. */
export function BooksPage() {
  const t = useTranslations('fund.books')
  const actions = (
    <>
      <ButtonLink look="primary" to={paths.recordPayment}>
        {t('recordPayment')}
      </ButtonLink>
      <ButtonLink to={paths.announcePledge}>{t('announcePledge')}</ButtonLink>
      <ButtonLink to={paths.registerDonor}>{t('registerDonor')}</ButtonLink>
    </>
  )
  return (
    <Page title={t('title')} lead={t('lead')} above={<BooksNavigation />} actions={actions}>
      <WaitingSignatures />
      <DueSection />
      <Unallocated />
      <NotFormalised />
    </Page>
  )
}

function NotFormalised() {
  const t = useTranslations('fund.books')
  const reader = useReader()
  const { data } = useSuspenseQuery(
    trpc.pledges.rows.queryOptions({ life: 'announced', kind: 'money', sort: 'oldest', locale: reader }),
  )
  return (
    <Waiting
      title={t('promised')}
      lead={t('promisedLead')}
      none={t('nonePromised')}
      total={data.total}
      all={
        <Link to={paths.bookedPledges} search={{ life: 'announced', kind: 'money' }} className="link">
          {t('showAll', { count: data.total })}
        </Link>
      }
    >
      <PledgeLines caption={t('promised')} rows={data.rows.slice(0, shown)} />
    </Waiting>
  )
}

function Unallocated() {
  const t = useTranslations('fund.books')
  const reader = useReader()
  const money = useMoney()
  const { data } = useSuspenseQuery(trpc.payments.rows.queryOptions({ unallocated: true, locale: reader }))
  return (
    <Waiting
      title={t('unallocated')}
      lead={t('unallocatedLead')}
      none={t('noneUnallocated')}
      total={data.total}
      all={
        <Link to={paths.payments} search={{ unallocated: true }} className="link">
          {t('showAll', { count: data.total })}
        </Link>
      }
    >
      <DataTable<PaymentRow>
        caption={t('unallocated')}
        density="dense"
        rows={data.rows.slice(0, shown)}
        rowKey={({ reference }) => reference}
        columns={[
          {
            id: 'payment',
            header: t('payment'),
            cell: ({ reference }) => (
              <Link to={paths.payment} params={{ reference }} className="link figures">
                {reference}
              </Link>
            ),
          },
          { id: 'donor', header: t('donor'), cell: ({ donorName }) => <bdi>{donorName ?? t('anonymous')}</bdi> },
          { id: 'on', header: t('receivedOn'), cell: ({ receivedOn }) => formatDate(reader, receivedOn, 'short') },
          {
            id: 'left',
            header: t('unallocatedAmount'),
            align: 'end',
            cell: ({ unallocated }) => money.full(unallocated),
          },
        ]}
      />
    </Waiting>
  )
}

interface WaitingProps {
  title: string
  lead: string
  none: string
  total: number
  all: ReactNode
  children: ReactNode
}

function Waiting({ title, lead, none, total, all, children }: WaitingProps) {
  return (
    <Section title={title} lead={lead} actions={total > shown && all}>
      {total === 0 ? <p className="text-ink-soft">{none}</p> : children}
    </Section>
  )
}

interface PledgeLinesProps {
  caption: string
  rows: readonly PledgeRow[]
}

function PledgeLines({ caption, rows }: PledgeLinesProps) {
  const t = useTranslations('fund.books')
  const reader = useReader()
  const money = useMoney()
  return (
    <DataTable
      caption={caption}
      density="dense"
      rows={rows}
      rowKey={({ reference }) => reference}
      columns={[
        {
          id: 'pledge',
          header: t('pledge'),
          cell: ({ reference }) => (
            <Link to={paths.pledge} params={{ reference }} className="link figures">
              {reference}
            </Link>
          ),
        },
        { id: 'donor', header: t('donor'), cell: ({ donorName }) => <bdi>{donorName ?? t('anonymous')}</bdi> },
        { id: 'on', header: t('announcedOn'), cell: ({ announcedOn }) => formatDate(reader, announcedOn, 'short') },
        {
          id: 'amount',
          header: t('amount'),
          align: 'end',
          cell: ({ amount }) => amount && money.full(amount),
        },
      ]}
    />
  )
}
