import type { DonorMerging } from '@concert/domain/donor-merge'
import type { DonorRecord } from '@concert/domain/fund-views'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type Control, useController } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import { DonorPicker } from '../../books/DonorField.tsx'
import { FormDialog, ReasonField } from '../../books/FormDialog.tsx'
import { useMoney } from '../../books/use-money.ts'
import { useReader } from '../../locale.tsx'
import { trpc } from '../../trpc.ts'
import { Callout } from '../../ui/Callout.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { beginMerge, mergeForm, type TypedMerge } from './merge-form.ts'

/** Another donor turns out to be this one: both with their numbers side by side, before anything is moved. */
export function MergeDialog({ donor, onClose }: { donor: DonorRecord; onClose: () => void }) {
  const t = useTranslations('donors')
  const toast = useToast()
  const { mutateAsync: merge } = useMutation(trpc.donors.merge.mutationOptions())
  return (
    <FormDialog<TypedMerge, DonorMerging>
      title={t('merge.title')}
      lead={t('merge.lead')}
      submit={t('merge.submit')}
      size="wide"
      schema={mergeForm}
      begin={beginMerge(donor.id)}
      send={async (merging) => {
        const { from, into } = await merge(merging)
        toast({ tone: 'success', text: t('merge.done', { from, into }) })
      }}
      onClose={onClose}
    >
      {({ control }) => (
        <>
          <OtherDonor control={control} donor={donor} />
          <ReasonField control={control} />
        </>
      )}
    </FormDialog>
  )
}

function OtherDonor({ control, donor }: { control: Control<TypedMerge, unknown, DonorMerging>; donor: DonorRecord }) {
  const t = useTranslations('donors')
  const reader = useReader()
  const { field, fieldState } = useController({ control, name: 'fromId' })
  const { data: other } = useQuery({
    ...trpc.donors.record.queryOptions({ id: field.value ?? '', locale: reader }),
    enabled: field.value !== null,
  })
  const nameOf = (one: DonorRecord) => one.name ?? t('anonymous')
  return (
    <>
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
    </>
  )
}

const numbers = [
  'announcedUsd',
  'formalisedUsd',
  'receivedUsd',
  'outstandingUsd',
  'overdueUsd',
  'unallocatedUsd',
] as const

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
    ...numbers.map((number) => ({ id: number, term: t(number), of: (one: DonorRecord) => money.usd(one[number]) })),
  ]
  return (
    <DataTable
      caption={t('merge.title')}
      density="dense"
      rows={facts}
      rowKey={({ id }) => id}
      columns={[
        { id: 'term', header: t('merge.compare'), cell: ({ term }) => term },
        { id: 'this', header: t('merge.this'), align: 'end', cell: ({ of }) => of(donor) },
        { id: 'that', header: t('merge.that'), align: 'end', cell: ({ of }) => of(other) },
      ]}
    />
  )
}
