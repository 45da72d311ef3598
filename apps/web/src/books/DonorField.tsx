import type { DonorRecord } from '@concert/domain/fund-views'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Control, type FieldPath, type FieldValues, type PathValue, useController } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import { useReader } from '../locale.tsx'
import { trpc } from '../trpc.ts'
import { Button } from '../ui/Button.tsx'
import { ComboBox } from '../ui/ComboBox.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { RegistrationForm } from './RegistrationForm.tsx'
import { usePause } from './use-pause.ts'

interface DonorFieldProps<Values extends FieldValues, Context, Output> {
  control: Control<Values, Context, Output>
  name: FieldPath<Values>
}

/** One donor, found by any of its names; a new one is registered on the spot, and nothing that was typed is lost. */
export function DonorField<Values extends FieldValues, Context, Output>({
  control,
  name,
}: DonorFieldProps<Values, Context, Output>) {
  const t = useTranslations('donors')
  const { field, fieldState } = useController({ control, name })
  const [isRegistering, setRegistering] = useState(false)
  const choose = (id: string | null) => field.onChange(id as PathValue<Values, FieldPath<Values>>)
  return (
    <div className="flex flex-col gap-1">
      <DonorPicker
        label={t('donor')}
        value={typeof field.value === 'string' ? field.value : null}
        onChange={choose}
        error={fieldState.error?.message}
        isRequired
      />
      <div>
        <Button look="quiet" size="small" onClick={() => setRegistering(true)}>
          {t('registerNew')}
        </Button>
      </div>
      {isRegistering && (
        <Dialog isOpen isAlert size="wide" onClose={() => setRegistering(false)} title={t('registerTitle')}>
          <RegistrationForm
            onCancel={() => setRegistering(false)}
            onRegistered={(id) => {
              choose(id)
              setRegistering(false)
            }}
          />
        </Dialog>
      )}
    </div>
  )
}

interface DonorPickerProps {
  label: string
  description?: string
  value: string | null
  onChange: (id: string | null) => void
  error?: string
  isRequired?: boolean
}

/** One of the donors, found on the server as somebody types. */
export function DonorPicker({ value, onChange, ...field }: DonorPickerProps) {
  const t = useTranslations('donors')
  const tCodes = useTranslations('codes')
  const reader = useReader()
  const [text, setText] = useState('')
  const settled = usePause(text)
  const { data: found, isFetching } = useQuery({
    ...trpc.donors.records.queryOptions({ text: settled.slice(0, 100), locale: reader }),
    placeholderData: keepPreviousData,
  })
  const { data: chosen } = useQuery({
    ...trpc.donors.record.queryOptions({ id: value ?? '', locale: reader }),
    enabled: value !== null,
  })
  const toOption = (donor: DonorRecord) => ({
    id: donor.id,
    name: donor.name ?? t('anonymous'),
    description: tCodes(`donorKinds.${donor.kind}`),
  })
  const selected = value !== null && chosen?.id === value ? toOption(chosen) : null
  return (
    <ComboBox
      {...field}
      value={value}
      selected={selected}
      onChange={onChange}
      onSearch={setText}
      isLoading={isFetching}
      options={(found?.rows ?? []).map(toOption)}
    />
  )
}
