import type { BankListPreview } from '@concert/domain/bank-list'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { BooksNavigation } from '../../books/BooksNavigation.tsx'
import { RowRefusals } from '../../books/RowRefusals.tsx'
import { type SentSheet, SheetUpload } from '../../books/SheetUpload.tsx'
import { ButtonLink } from '../../layout/links.ts'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { Select } from '../../ui/Select.tsx'
import { PastLists } from './PastLists.tsx'
import { ReviewList } from './ReviewList.tsx'

interface Booked {
  id: string
  booked: number
  bookedAlready: number
  leftOut: number
}

/** Payments as the bank lists them: read, explained line by line, decided on, and only then booked. */
export function BankListPage() {
  const t = useTranslations('bankLists')
  const { page = 1 } = useSearch({ from: paths.bankLists })
  const navigate = useNavigate({ from: paths.bankLists })
  const { data: past } = useSuspenseQuery(trpc.bankLists.list.queryOptions({ page }))
  const [read, setRead] = useState<{ preview: BankListPreview; sent: SentSheet } | null>(null)
  const [done, setDone] = useState<Booked | null>(null)
  const startAgain = () => {
    setRead(null)
    setDone(null)
  }
  return (
    <Page title={t('title')} lead={t('lead')} above={<BooksNavigation />}>
      {done ? (
        <DoneNote done={done} onAgain={startAgain} />
      ) : read ? (
        <Section title={read.preview.fileName} actions={<Button onClick={startAgain}>{t('other')}</Button>}>
          {read.preview.refusedCells > 0 ? (
            <RowRefusals refusals={read.preview.refusals} total={read.preview.refusedCells} />
          ) : (
            <ReviewList key={read.preview.sha256} preview={read.preview} sent={read.sent} onBooked={setDone} />
          )}
        </Section>
      ) : (
        <Upload onPreview={(preview, sent) => setRead({ preview, sent })} />
      )}
      {!read && <PastLists lists={past} onPage={(to) => navigate({ search: (now) => ({ ...now, page: to }) })} />}
    </Page>
  )
}

function Upload({ onPreview }: { onPreview: (preview: BankListPreview, sent: SentSheet) => void }) {
  const t = useTranslations('bankLists')
  const { data: accounts } = useSuspenseQuery(trpc.payments.bankAccounts.queryOptions())
  const only = accounts.length === 1 ? (accounts[0]?.id ?? null) : null
  const [bankAccountId, setBankAccountId] = useState<string | null>(only)
  return (
    <Section title={t('upload.title')}>
      <div className="flex flex-col gap-5">
        <div className="max-w-md">
          <Select
            label={t('upload.account')}
            description={t('upload.chooseFirst')}
            value={bankAccountId}
            onChange={setBankAccountId}
            options={accounts.map(({ id, name, currency }) => ({ id, name, description: currency }))}
            isRequired
          />
        </div>
        {bankAccountId !== null && (
          <SheetUpload<BankListPreview>
            key={bankAccountId}
            path="/api/books/bank-lists/preview"
            example="bank-list.csv"
            columns={t('upload.columns')}
            beside={{ bankAccountId }}
            onPreview={onPreview}
          />
        )}
      </div>
    </Section>
  )
}

function DoneNote({ done, onAgain }: { done: Booked; onAgain: () => void }) {
  const t = useTranslations('bankLists')
  const { booked, bookedAlready: already, leftOut: out } = done
  return (
    <div className="flex flex-col gap-4">
      <Callout tone="success" role="status" title={t('confirm.done')}>
        {t('confirm.doneLead', { booked, already, out })}
      </Callout>
      <div className="flex flex-wrap gap-3">
        <ButtonLink look="primary" to={paths.bankList} params={{ id: done.id }}>
          {t('confirm.show')}
        </ButtonLink>
        <Button onClick={onAgain}>{t('other')}</Button>
      </div>
    </div>
  )
}
