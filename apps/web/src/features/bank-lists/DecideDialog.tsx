import type { PreviewedRow } from '@concert/domain/bank-list'
import type { ProposedAllocation } from '@concert/domain/bank-list-matching'
import type { PledgeRow } from '@concert/domain/fund-views'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { DonorPicker } from '../../books/DonorField.tsx'
import { openOn } from '../../books/open-on.ts'
import { useMoney } from '../../books/use-money.ts'
import { useRefusalWords } from '../../errors.ts'
import { useReader } from '../../locale.tsx'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import type { Decided } from './decisions.ts'
import { RowExplanation } from './RowExplanation.tsx'

interface DecideDialogProps {
  row: PreviewedRow
  decided: Decided | undefined
  onClose: () => void
  onDecide: (decided: Decided) => void
}

const proposed = 'proposed'
const unallocated = 'unallocated'

/** What becomes of one line: from whom it is and what it pays, or why it is left out. */
export function DecideDialog({ row, decided, onClose, onDecide }: DecideDialogProps) {
  const t = useTranslations('bankLists')
  const words = useRefusalWords()
  const money = useMoney()
  const reader = useReader()
  const booked = decided?.decision === 'book' ? decided : null
  const [decision, setDecision] = useState<string>(decided?.decision ?? 'book')
  const [donorId, setDonorId] = useState(booked?.donorId ?? row.proposal.donorId)
  const [pledge, setPledge] = useState<string | null>(null)
  const [reason, setReason] = useState(decided?.decision === 'leave_out' ? decided.reason : '')
  const [lookAlikeReason, setLookAlikeReason] = useState(booked?.lookAlikeReason ?? '')
  const [isTried, setTried] = useState(false)
  const { data: donor } = useQuery({
    ...trpc.donors.record.queryOptions({ id: donorId ?? '', locale: reader }),
    enabled: donorId !== null,
  })
  const { data: open = [] } = useQuery({
    ...trpc.payments.openPledges.queryOptions({ donorId: donorId ?? '', locale: reader }),
    enabled: donorId !== null,
  })
  const payable = open.filter(({ amount }) => amount?.currency === row.amount.currency)
  const hasProposal = donorId === row.proposal.donorId && row.proposal.allocations.length > 0
  const chosen = pledge ?? (hasProposal ? proposed : unallocated)
  const isAlike = row.state === 'looks_like'
  const required = (text: string | null) =>
    isTried && (text ?? '').trim() === '' ? words('errors.required', {}) : undefined
  const isComplete =
    decision === 'leave_out' ? reason.trim() !== '' : donorId !== null && (!isAlike || lookAlikeReason.trim() !== '')
  const keep = () => {
    setTried(true)
    if (!isComplete) return
    if (decision === 'leave_out') return onDecide({ decision, reason: reason.trim() })
    if (donorId === null) return
    onDecide({
      decision: 'book',
      donorId,
      donorName: donor?.name ?? row.donorName,
      allocations: allocationsOf(row, chosen, payable),
      lookAlikeReason: isAlike ? lookAlikeReason.trim() : null,
    })
  }
  const actions = (
    <>
      <Button onClick={onClose}>{t('decide.cancel')}</Button>
      <Button look="primary" onClick={keep}>
        {t('decide.keep')}
      </Button>
    </>
  )
  return (
    <Dialog
      isOpen
      isAlert
      size="wide"
      onClose={onClose}
      title={`${t('rows.line', { line: String(row.line) })} · ${money.full(row.amount)}`}
      actions={actions}
    >
      <div className="flex flex-col gap-5">
        <div className="wrap-anywhere">
          <bdi className="block font-medium">{row.sender}</bdi>
          <bdi className="block">{row.text}</bdi>
        </div>
        <RowExplanation row={row} />
        <RadioGroup
          label={t('decide.what')}
          value={decision}
          onChange={setDecision}
          options={[
            { id: 'book', name: t('decide.book') },
            { id: 'leave_out', name: t('decide.leaveOut') },
          ]}
        />
        {decision === 'leave_out' ? (
          <TextArea
            label={t('decide.reason')}
            value={reason}
            onChange={setReason}
            maxLength={500}
            rows={2}
            error={required(reason)}
            isRequired
          />
        ) : (
          <>
            <DonorPicker
              label={t('decide.donor')}
              value={donorId}
              onChange={(id) => {
                setDonorId(id)
                setPledge(null)
              }}
              error={required(donorId)}
              isRequired
            />
            <Select
              label={t('decide.pledge')}
              value={chosen}
              onChange={setPledge}
              options={[
                ...(hasProposal ? [{ id: proposed, name: t('decide.asProposed') }] : []),
                { id: unallocated, name: t('decide.unallocated') },
                ...payable.map((one) => ({
                  id: one.id,
                  name: one.reference,
                  description: t('decide.open', { amount: money.full(openAmount(one, row)) }),
                })),
              ]}
            />
            {isAlike && (
              <TextArea
                label={t('decide.lookAlikeReason')}
                value={lookAlikeReason}
                onChange={setLookAlikeReason}
                maxLength={500}
                rows={2}
                error={required(lookAlikeReason)}
                isRequired
              />
            )}
          </>
        )}
      </div>
    </Dialog>
  )
}

function openAmount(pledge: PledgeRow, { amount }: PreviewedRow) {
  const { owed, promised } = openOn(pledge)
  return { amountMinor: owed + promised, currency: amount.currency }
}

function allocationsOf(row: PreviewedRow, chosen: string, payable: readonly PledgeRow[]): ProposedAllocation[] {
  if (chosen === proposed) return row.proposal.allocations
  const pledge = payable.find(({ id }) => id === chosen)
  if (!pledge) return []
  const amountMinor = Math.min(row.amount.amountMinor, openAmount(pledge, row).amountMinor)
  const { id: pledgeId, reference } = pledge
  return [{ pledgeId, reference, instalmentId: null, position: null, amount: { ...row.amount, amountMinor } }]
}
