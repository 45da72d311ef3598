import { today, yearOf } from '@concert/domain/calendar-date'
import type { PaymentRow, PledgeRow } from '@concert/domain/fund-views'
import { type LetterKind, subjectTypeOf } from '@concert/domain/letter'
import { formatDate } from '@concert/messages/format'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { DonorPicker } from '../../books/DonorField.tsx'
import { useMoney } from '../../books/use-money.ts'
import { usePause } from '../../books/use-pause.ts'
import { useReader } from '../../locale.tsx'
import { trpc } from '../../trpc.ts'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Select } from '../../ui/Select.tsx'
import type { NewLetterSearch } from './search.ts'

interface SubjectFieldsProps {
  kind: LetterKind
  search: NewLetterSearch
  onChange: (change: Partial<NewLetterSearch>) => void
}

/** What the letter is about: a pledge, a payment, or a donor with a period or a year. */
export function SubjectFields({ kind, search, onChange }: SubjectFieldsProps) {
  const t = useTranslations('letters')
  const subject = subjectTypeOf(kind)
  if (subject === 'pledge') {
    return (
      <PledgePicker value={search.pledge ?? null} onChange={(pledge) => onChange({ pledge: pledge ?? undefined })} />
    )
  }
  if (subject === 'payment') {
    return (
      <PaymentPicker
        value={search.payment ?? null}
        onChange={(payment) => onChange({ payment: payment ?? undefined })}
      />
    )
  }
  const isBackwards = search.from !== undefined && search.until !== undefined && search.until < search.from
  return (
    <>
      <DonorPicker
        label={t('form.donor')}
        value={search.donorId ?? null}
        onChange={(donorId) => onChange({ donorId: donorId ?? undefined })}
        isRequired
      />
      {subject === 'period' ? (
        <>
          <DateField
            label={t('form.from')}
            value={search.from ?? null}
            onChange={(from) => onChange({ from: from ?? undefined })}
            isRequired
          />
          <DateField
            label={t('form.until')}
            value={search.until ?? null}
            onChange={(until) => onChange({ until: until ?? undefined })}
            error={isBackwards ? t('errors.period_backwards') : undefined}
            isRequired
          />
        </>
      ) : (
        <YearSelect value={search.year} onChange={(year) => onChange({ year })} />
      )}
    </>
  )
}

const firstYear = 2010

function YearSelect({ value, onChange }: { value: number | undefined; onChange: (year: number | undefined) => void }) {
  const t = useTranslations('letters.form')
  const thisYear = yearOf(today())
  const years = Array.from({ length: thisYear - firstYear + 1 }, (_, index) => String(thisYear - index))
  return (
    <Select
      label={t('year')}
      value={value === undefined ? null : String(value)}
      onChange={(year) => onChange(year === null ? undefined : Number(year))}
      options={years.map((year) => ({ id: year, name: year }))}
      isRequired
    />
  )
}

interface PickerProps {
  value: string | null
  onChange: (reference: string | null) => void
}

/** One of the pledges, by its reference, found by its donor too. */
function PledgePicker({ value, onChange }: PickerProps) {
  const t = useTranslations('letters')
  const tPledges = useTranslations('pledges')
  const money = useMoney()
  const [text, setText] = useState(value ?? '')
  const settled = usePause(text)
  const { data: found, isFetching } = useQuery({
    ...trpc.pledges.rows.queryOptions({ text: settled.slice(0, 100), locale: useReader() }),
    placeholderData: keepPreviousData,
  })
  const toOption = ({ reference, donorName, amount, kind }: PledgeRow) => ({
    id: reference,
    name: reference,
    description: `${donorName ?? tPledges('anonymousDonor')} · ${amount ? money.full(amount) : tPledges(`kinds.${kind}`)}`,
  })
  return (
    <ComboBox
      label={t('form.pledge')}
      description={t('form.pledgeLead')}
      value={value}
      selected={value === null ? null : { id: value, name: value }}
      onChange={onChange}
      onSearch={setText}
      isLoading={isFetching}
      options={(found?.rows ?? []).map(toOption)}
      isRequired
    />
  )
}

/** One of the payments, by its reference, found by its donor or bank reference too. */
function PaymentPicker({ value, onChange }: PickerProps) {
  const t = useTranslations('letters')
  const tPayments = useTranslations('payments')
  const reader = useReader()
  const money = useMoney()
  const [text, setText] = useState(value ?? '')
  const settled = usePause(text)
  const { data: found, isFetching } = useQuery({
    ...trpc.payments.rows.queryOptions({ text: settled.slice(0, 100), locale: reader }),
    placeholderData: keepPreviousData,
  })
  const toOption = ({ reference, donorName, amount, receivedOn }: PaymentRow) => ({
    id: reference,
    name: reference,
    description: [
      donorName ?? tPayments('anonymousDonor'),
      money.full(amount),
      formatDate(reader, receivedOn, 'short'),
    ].join(' · '),
  })
  return (
    <ComboBox
      label={t('form.payment')}
      description={t('form.paymentLead')}
      value={value}
      selected={value === null ? null : { id: value, name: value }}
      onChange={onChange}
      onSearch={setText}
      isLoading={isFetching}
      options={(found?.rows ?? []).map(toOption)}
      isRequired
    />
  )
}
