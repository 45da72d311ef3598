import type { DonorMerging } from '@concert/domain/donor-merge'
import type { DonorRecord } from '@concert/domain/fund-views'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useController, useForm } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import { DonorPicker } from '../../books/DonorField.tsx'
import { useMoney } from '../../books/use-money.ts'
import { showInForm, useExplain, useIssueWords } from '../../errors.ts'
import { useReader } from '../../locale.tsx'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FormError } from '../../ui/form/FormError.tsx'
import { FormTextArea } from '../../ui/form/fields.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { beginMerge, mergeForm, type TypedMerge } from './merge-form.ts'

const formId = 'merge-donors'

/** Another donor turns out to be this one: both with their numbers side by side, before anything is moved. */
export function MergeDialog({ donor, onClose }: { donor: DonorRecord; onClose: () => void }) {
  const t = useTranslations('donors')
  const toast = useToast()
  const explain = useExplain()
  const reader = useReader()
  const { mutateAsync: merge } = useMutation(trpc.donors.merge.mutationOptions())
  const { control, handleSubmit, setError, formState } = useForm<TypedMerge, unknown, DonorMerging>({
    resolver: zodResolver(mergeForm, { error: useIssueWords() }),
    defaultValues: beginMerge(donor.id),
  })
  const { field, fieldState } = useController({ control, name: 'fromId' })
  const { data: other } = useQuery({
    ...trpc.donors.record.queryOptions({ id: field.value ?? '', locale: reader }),
    enabled: field.value !== null,
  })
  const nameOf = (one: DonorRecord) => one.name ?? t('anonymous')
  const submit = handleSubmit(async (merging) => {
    try {
      await merge(merging)
      toast({ tone: 'success', text: t('merge.done', { from: other ? nameOf(other) : '', into: nameOf(donor) }) })
      onClose()
    } catch (error) {
      showInForm(explain(error), setError)
    }
  })
  const actions = (
    <>
      <Button onClick={onClose}>{t('cancel')}</Button>
      <Button type="submit" form={formId} look="primary" isPending={formState.isSubmitting}>
        {t('merge.submit')}
      </Button>
    </>
  )
  return (
    <Dialog isOpen isAlert size="wide" onClose={onClose} title={t('merge.title')} actions={actions}>
      <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-5">
        <p>{t('merge.lead')}</p>
        <FormError control={control} />
        <DonorPicker
          label={t('merge.other')}
          description={t('merge.otherLead')}
          value={field.value}
          onChange={field.onChange}
          error={fieldState.error?.message}
          isRequired
        />
        {other && other.id !== donor.id && (
          <>
            <SideBySide donor={donor} other={other} />
            <Callout>{t('merge.becomes', { from: nameOf(other), into: nameOf(donor) })}</Callout>
          </>
        )}
        <FormTextArea
          control={control}
          name="reason"
          label={t('merge.reason')}
          description={t('merge.reasonLead')}
          rows={3}
          maxLength={500}
          isRequired
        />
      </form>
    </Dialog>
  )
}

function SideBySide({ donor, other }: { donor: DonorRecord; other: DonorRecord }) {
  const t = useTranslations('donors')
  const tCodes = useTranslations('codes')
  const money = useMoney()
  const names = (one: DonorRecord) => (
    <ul>
      {[...new Set(one.names.map(({ name }) => name))].map((name) => (
        <li key={name}>
          <bdi>{name}</bdi>
        </li>
      ))}
    </ul>
  )
  const facts = [
    { id: 'names', term: t('names'), of: names },
    { id: 'kind', term: t('kind'), of: (one: DonorRecord) => tCodes(`donorKinds.${one.kind}`) },
    { id: 'pledges', term: t('pledges'), of: (one: DonorRecord) => one.pledges },
    ...(
      ['announcedUsd', 'formalisedUsd', 'receivedUsd', 'outstandingUsd', 'overdueUsd', 'unallocatedUsd'] as const
    ).map((number) => ({ id: number, term: t(number), of: (one: DonorRecord) => money.usd(one[number]) })),
  ]
  return (
    <DataTable
      caption={t('merge.title')}
      density="dense"
      rows={facts}
      rowKey={({ id }) => id}
      columns={[
        { id: 'term', header: t('numbers'), cell: ({ term }) => term },
        { id: 'this', header: t('merge.this'), align: 'end', cell: ({ of }) => of(donor) },
        { id: 'that', header: t('merge.that'), align: 'end', cell: ({ of }) => of(other) },
      ]}
    />
  )
}
