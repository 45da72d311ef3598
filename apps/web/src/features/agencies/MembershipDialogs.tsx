import type { Membership } from '@concert/domain/agency'
import { codeKey, membershipRoles } from '@concert/domain/codelists'
import { membershipAddition, membershipCorrection, typedPeriod } from '@concert/domain/membership'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Control, FieldPath, FieldValues } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import { FormDialog } from '../../books/FormDialog.tsx'
import { newKey } from '../../books/new-key.ts'
import { trpc } from '../../trpc.ts'
import { FormSelect, FormTextArea, FormTextField } from '../../ui/form/fields.tsx'
import { useToast } from '../../ui/Toast.tsx'

/** A period in a role that is new here. */
export function AddMembershipDialog({ agencyId, onClose }: { agencyId: string; onClose: () => void }) {
  const t = useTranslations('agencies.edit')
  const tCodes = useTranslations('codes')
  const toast = useToast()
  const add = useMutation(trpc.agencies.addMembership.mutationOptions())
  const [idempotencyKey] = useState(newKey)
  return (
    <FormDialog
      title={t('add')}
      lead={t('addLead')}
      submit={t('save')}
      schema={membershipAddition}
      begin={{ agencyId, role: 'member', from: '', until: '', source: '', idempotencyKey }}
      send={async (known) => {
        await add.mutateAsync(known)
        toast({ tone: 'success', text: t('saved') })
      }}
      onClose={onClose}
    >
      {({ control }) => (
        <>
          <FormSelect
            control={control}
            name="role"
            label={t('role')}
            options={membershipRoles.map((id) => ({ id, name: tCodes(codeKey('membershipRoles', id)) }))}
            isRequired
          />
          <PeriodFields control={control} />
        </>
      )}
    </FormDialog>
  )
}

/** What is known of a period changes, or it ends. */
export function CorrectMembershipDialog({ membership, onClose }: { membership: Membership; onClose: () => void }) {
  const t = useTranslations('agencies.edit')
  const toast = useToast()
  const correct = useMutation(trpc.agencies.correctMembership.mutationOptions())
  const [idempotencyKey] = useState(newKey)
  const { id, source } = membership
  return (
    <FormDialog
      title={t('correct')}
      lead={t('correctLead')}
      submit={t('save')}
      schema={membershipCorrection}
      begin={{ id, ...typedPeriod(membership), source, reason: '', idempotencyKey }}
      send={async (known) => {
        await correct.mutateAsync(known)
        toast({ tone: 'success', text: t('saved') })
      }}
      onClose={onClose}
    >
      {({ control }) => (
        <>
          <PeriodFields control={control} />
          <FormTextArea control={control} name="reason" label={t('reason')} rows={2} maxLength={500} isRequired />
        </>
      )}
    </FormDialog>
  )
}

function PeriodFields<Values extends FieldValues, Known>({ control }: { control: Control<Values, unknown, Known> }) {
  const t = useTranslations('agencies.edit')
  const field = (name: string) => name as FieldPath<Values>
  const date = { description: t('dateLead'), maxLength: 10, autoComplete: 'off', dir: 'ltr' } as const
  return (
    <>
      <FormTextField control={control} name={field('from')} label={t('from')} {...date} />
      <FormTextField control={control} name={field('until')} label={t('until')} {...date} />
      <FormTextField
        control={control}
        name={field('source')}
        label={t('source')}
        description={t('sourceLead')}
        maxLength={300}
        isRequired
      />
    </>
  )
}
