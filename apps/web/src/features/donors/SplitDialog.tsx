import { donorKinds } from '@concert/domain/codelists'
import type { DonorSplitting } from '@concert/domain/donor-merge'
import type { DonorRecord } from '@concert/domain/fund-views'
import { locales } from '@concert/domain/locales'
import { formatDate } from '@concert/messages/format'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { type Control, useController, useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import { DonorPicker } from '../../books/DonorField.tsx'
import { FormDialog, ReasonField } from '../../books/FormDialog.tsx'
import { useMoney } from '../../books/use-money.ts'
import { ownNames, useReader } from '../../locale.tsx'
import { trpc } from '../../trpc.ts'
import { FormCheckboxGroup, FormRadioGroup, FormSelect, FormTextField } from '../../ui/form/fields.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { beginSplit, splitForm, type TypedSplit } from './merge-form.ts'

/** Pledges and payments that are another donor's: ticked here, and moved together. */
export function SplitDialog({ donor, onClose }: { donor: DonorRecord; onClose: () => void }) {
  const t = useTranslations('donors')
  const toast = useToast()
  const reader = useReader()
  const { mutateAsync: split } = useMutation(trpc.donors.split.mutationOptions())
  return (
    <FormDialog<TypedSplit, DonorSplitting>
      title={t('split.title')}
      lead={t('split.lead')}
      submit={t('split.submit')}
      size="wide"
      schema={splitForm}
      begin={beginSplit(donor, reader)}
      send={async (splitting) => {
        const { name } = await split(splitting)
        const count = splitting.pledgeIds.length + splitting.paymentIds.length
        toast({ tone: 'success', text: t('split.done', { count, name }) })
      }}
      onClose={onClose}
    >
      {({ control }) => (
        <>
          <RecordFields control={control} donorId={donor.id} />
          <TargetFields control={control} />
          <ReasonField control={control} />
        </>
      )}
    </FormDialog>
  )
}

type SplitControl = Control<TypedSplit, unknown, DonorSplitting>

function RecordFields({ control, donorId }: { control: SplitControl; donorId: string }) {
  const t = useTranslations('donors')
  const tPledges = useTranslations('pledges')
  const reader = useReader()
  const money = useMoney()
  const { data: pledges } = useSuspenseQuery(trpc.pledges.rows.queryOptions({ donorId, locale: reader }))
  const { data: payments } = useSuspenseQuery(trpc.payments.rows.queryOptions({ donorId, locale: reader }))
  if (pledges.total + payments.total === 0) return <p className="text-ink-soft">{t('split.none')}</p>
  const isCut = pledges.total > pledges.rows.length || payments.total > payments.rows.length
  return (
    <>
      {isCut && <p className="text-sm text-ink-soft">{t('split.more', { count: pledges.pageSize })}</p>}
      <FormCheckboxGroup
        control={control}
        name="pledgeIds"
        label={t('split.pledges')}
        options={pledges.rows.map((pledge) => ({
          id: pledge.id,
          name: pledge.reference,
          description: [
            pledge.amount ? money.full(pledge.amount) : tPledges(`kinds.${pledge.kind}`),
            formatDate(reader, pledge.announcedOn, 'short'),
          ].join(' · '),
        }))}
      />
      {payments.rows.length > 0 && (
        <FormCheckboxGroup
          control={control}
          name="paymentIds"
          label={t('split.payments')}
          options={payments.rows.map((payment) => ({
            id: payment.id,
            name: payment.reference,
            description: `${money.full(payment.amount)} · ${formatDate(reader, payment.receivedOn, 'short')}`,
          }))}
        />
      )}
    </>
  )
}

function TargetFields({ control }: { control: SplitControl }) {
  const t = useTranslations('donors')
  const tCodes = useTranslations('codes')
  const to = useWatch({ control, name: 'target.to' })
  const { field, fieldState } = useController({ control, name: 'target.donorId' })
  return (
    <>
      <FormRadioGroup
        control={control}
        name="target.to"
        label={t('split.target')}
        options={[
          { id: 'new', name: t('split.new'), description: t('split.newLead') },
          { id: 'existing', name: t('split.existing'), description: t('split.existingLead') },
        ]}
      />
      {to === 'existing' ? (
        <DonorPicker
          label={t('donor')}
          value={field.value}
          onChange={field.onChange}
          error={fieldState.error?.message}
          isRequired
        />
      ) : (
        <div className="grid gap-4 sm:grid-cols-2">
          <div className="sm:col-span-2">
            <FormTextField control={control} name="target.name.name" label={t('name')} maxLength={200} isRequired />
          </div>
          <FormSelect
            control={control}
            name="target.name.language"
            label={t('language')}
            options={locales.map((id) => ({ id, name: ownNames[id] }))}
          />
          <FormSelect
            control={control}
            name="target.kind"
            label={t('kind')}
            options={donorKinds.map((id) => ({ id, name: tCodes(`donorKinds.${id}`) }))}
          />
        </div>
      )}
    </>
  )
}
