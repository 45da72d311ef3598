import type { AccountHolding } from '@concert/domain/fund-views'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ComponentType, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { BankAccountDialog } from '../../books/BankAccountDialog.tsx'
import { BooksNavigation } from '../../books/BooksNavigation.tsx'
import { EntryLink } from '../../books/EntryLink.tsx'
import { useMoney } from '../../books/use-money.ts'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { Page } from '../../ui/Page.tsx'
import {
  ConversionDialog,
  InterestDialog,
  OpeningDialog,
  SupportCostDialog,
  type TreasuryDialogProps,
} from './TreasuryDialogs.tsx'

const events = ['interest', 'supportCost', 'conversion', 'opening'] as const
type TreasuryEvent = (typeof events)[number]

const dialogs: Record<TreasuryEvent, ComponentType<TreasuryDialogProps>> = {
  interest: InterestDialog,
  supportCost: SupportCostDialog,
  conversion: ConversionDialog,
  opening: OpeningDialog,
}

/** The fund's bank accounts: what each holds, and what happens on them besides contributions and grants. */
export function AccountsPage() {
  const t = useTranslations('treasury')
  const tBank = useTranslations('payments.bank')
  const { data: accounts } = useSuspenseQuery(trpc.treasury.accounts.queryOptions())
  const [event, setEvent] = useState<TreasuryEvent | null>(null)
  const [isOpening, setOpening] = useState(false)
  const [booked, setBooked] = useState<number | null>(null)
  const EventDialog = event && dialogs[event]
  const openButton = <Button onClick={() => setOpening(true)}>{tBank('openNew')}</Button>
  const actions = (
    <>
      {accounts.length > 0 && (
        <Menu
          label={t('record')}
          items={events.map((id) => ({ id, name: t(`${id}.name`), description: t(`${id}.lead`) }))}
          onAction={(id) => setEvent(events.find((one) => one === id) ?? null)}
        />
      )}
      {openButton}
    </>
  )
  return (
    <Page title={t('title')} lead={t('lead')} above={<BooksNavigation />} actions={actions}>
      {booked !== null && (
        <Callout tone="success" role="status">
          {t('bookedAs')} <EntryLink number={booked} />
        </Callout>
      )}
      <Holdings accounts={accounts} />
      {EventDialog && <EventDialog accounts={accounts} onBooked={setBooked} onClose={() => setEvent(null)} />}
      {isOpening && <BankAccountDialog currency="USD" onClose={() => setOpening(false)} />}
    </Page>
  )
}

function Holdings({ accounts }: { accounts: readonly AccountHolding[] }) {
  const t = useTranslations('treasury')
  const money = useMoney()
  const total = accounts.reduce((sum, { heldUsd }) => sum + heldUsd, 0)
  return (
    <div>
      <DataTable
        caption={t('title')}
        rows={accounts}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('emptyTitle')}>{t('emptyLead')}</EmptyState>}
        columns={[
          { id: 'account', header: t('account'), isRowHeader: true, cell: ({ name }) => <bdi>{name}</bdi> },
          {
            id: 'journal',
            header: t('journal'),
            cell: ({ id, name }) => (
              <Link
                to={paths.journal}
                search={{ bankAccountId: id }}
                className="link"
                aria-label={t('entriesOf', { account: name })}
              >
                {t('entries')}
              </Link>
            ),
          },
          { id: 'held', header: t('held'), align: 'end', cell: ({ held }) => money.full(held) },
          { id: 'usd', header: t('heldUsd'), align: 'end', cell: ({ heldUsd }) => money.usd(heldUsd) },
        ]}
      />
      {accounts.length > 0 && (
        <p className="mt-4 flex flex-wrap justify-end gap-x-4">
          <span>{t('sum')}</span>
          <span className="figures font-semibold">{money.usd(total)}</span>
        </p>
      )}
    </div>
  )
}
