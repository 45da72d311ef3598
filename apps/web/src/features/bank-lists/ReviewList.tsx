import type { BankListPreview, ConfirmedBankList, PreviewedRow } from '@concert/domain/bank-list'
import type { RowRefusal } from '@concert/domain/row-refusal'
import { formatInstant } from '@concert/messages/format'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { newKey } from '../../books/new-key.ts'
import { RowRefusals } from '../../books/RowRefusals.tsx'
import type { SentSheet } from '../../books/SheetUpload.tsx'
import { amountSoFar } from '../../books/typed-values.ts'
import { useMoney } from '../../books/use-money.ts'
import { useExplain } from '../../errors.ts'
import { useReader } from '../../locale.tsx'
import { sendFiles } from '../../send-files.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { ErrorMessage } from '../../ui/ErrorMessage.tsx'
import { ControlTotalsFields, type StatedTotals } from './ControlTotalsFields.tsx'
import { DecideDialog } from './DecideDialog.tsx'
import { confirmationOf, countDecisions, type Decided, firstDecisions, isUndecided } from './decisions.ts'
import { LeaveOutDialog } from './LeaveOutDialog.tsx'
import { RowsTable } from './RowsTable.tsx'

interface ReviewListProps {
  preview: BankListPreview
  sent: SentSheet
  onBooked: (booked: NonNullable<ConfirmedBankList['confirmed']>) => void
}

/** What the list says, what each line is, what becomes of it, and whether the bank adds it up to the same. */
export function ReviewList({ preview, sent, onBooked }: ReviewListProps) {
  const t = useTranslations('bankLists')
  const explain = useExplain()
  const money = useMoney()
  const [decisions, setDecisions] = useState(() => firstDecisions(preview.rows))
  const [stated, setStated] = useState<StatedTotals>({ count: null, sum: '' })
  const [deciding, setDeciding] = useState<PreviewedRow | null>(null)
  const [isLeavingOut, setLeavingOut] = useState(false)
  const [refusals, setRefusals] = useState<RowRefusal[]>([])
  const key = useRef({ of: '', key: newKey() })
  const { currency } = preview.account
  const sum = amountSoFar({ text: stated.sum, currency })
  const isSame = stated.count === preview.totals.count && sum?.amountMinor === preview.totals.sum.amountMinor
  const counts = countDecisions(preview, decisions)
  const decide = (lines: readonly number[], decided: Decided) => {
    setDecisions((now) => new Map([...now, ...lines.map((line): [number, Decided] => [line, decided])]))
    setRefusals((now) => now.filter(({ line }) => !lines.includes(line)))
  }
  const confirm = useMutation({
    mutationFn: () => {
      const confirmation = confirmationOf(preview, preview.totals, decisions, '')
      // The same decisions keep their key, so that a second click books nothing twice.
      const body = JSON.stringify(confirmation)
      if (key.current.of !== body) key.current = { of: body, key: newKey() }
      const path = `/api/books/bank-lists/confirm${sent.query}` as const
      return sendFiles<ConfirmedBankList>(path, [sent.file], { ...confirmation, idempotencyKey: key.current.key })
    },
    onSuccess: (answer) => (answer.confirmed ? onBooked(answer.confirmed) : setRefusals(answer.refusals)),
  })
  const explained = confirm.error && explain(confirm.error)
  const isReady = counts.open === 0 && isSame
  return (
    <div className="flex flex-col gap-10">
      {preview.confirmedBefore && <KnownNote before={preview.confirmedBefore} />}
      <ControlTotalsFields totals={preview.totals} stated={stated} isSame={isSame} onChange={setStated} />
      <RowsTable rows={preview.rows} decisions={decisions} onDecide={setDeciding} />
      <div className="flex flex-col gap-4">
        {refusals.length > 0 && <RowRefusals refusals={refusals} total={refusals.length} />}
        {explained && <ErrorMessage reference={explained.reference}>{explained.sentence}</ErrorMessage>}
        <p role="status" className="figures">
          {t('confirm.summary', { ...counts, sum: money.full(counts.sum) })}
        </p>
        {!isReady && <p className="text-sm text-ink-soft">{t('confirm.waits')}</p>}
        <div className="flex flex-wrap gap-3">
          <Button look="primary" disabled={!isReady} isPending={confirm.isPending} onClick={() => confirm.mutate()}>
            {t('confirm.book')}
          </Button>
          {counts.open > 0 && <Button onClick={() => setLeavingOut(true)}>{t('decide.leaveOutAll')}</Button>}
        </div>
      </div>
      {deciding && (
        <DecideDialog
          row={deciding}
          decided={decisions.get(deciding.line)}
          onClose={() => setDeciding(null)}
          onDecide={(decided) => {
            decide([deciding.line], decided)
            setDeciding(null)
          }}
        />
      )}
      {isLeavingOut && (
        <LeaveOutDialog
          onClose={() => setLeavingOut(false)}
          onLeaveOut={(reason) => {
            const open = preview.rows.filter((row) => isUndecided(row, decisions)).map(({ line }) => line)
            decide(open, { decision: 'leave_out', reason })
            setLeavingOut(false)
          }}
        />
      )}
    </div>
  )
}

function KnownNote({ before }: { before: NonNullable<BankListPreview['confirmedBefore']> }) {
  const t = useTranslations('bankLists')
  const reader = useReader()
  return (
    <Callout tone="warning" role="status" title={t('known')}>
      {t('knownLead', { by: before.by, at: formatInstant(reader, before.at) })}
    </Callout>
  )
}
