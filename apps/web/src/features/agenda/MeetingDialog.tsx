import { meetingPlan } from '@concert/domain/agenda'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { FormDialog } from '../../books/FormDialog.tsx'
import { newKey } from '../../books/new-key.ts'
import { useAgencyOptions } from '../../coordination/use-agency-options.ts'
import { paths } from '../../paths.ts'
import { type Answers, trpc } from '../../trpc.ts'
import { FormComboBox, FormDateField, FormTextField } from '../../ui/form/fields.tsx'
import { useToast } from '../../ui/Toast.tsx'

type Meeting = NonNullable<Answers['agenda']['read']['chosen']>['meeting']

/** A new meeting, or one whose day, place or chair changes. */
export function MeetingDialog({ meeting, onClose }: { meeting?: Meeting; onClose: () => void }) {
  const t = useTranslations('agenda')
  const toast = useToast()
  const navigate = useNavigate()
  const agencies = useAgencyOptions()
  const plan = useMutation(trpc.agenda.plan.mutationOptions())
  const change = useMutation(trpc.agenda.change.mutationOptions())
  const [idempotencyKey] = useState(newKey)
  const chair = agencies.find(({ name }) => name === meeting?.chair?.acronym)?.id ?? null
  return (
    <FormDialog
      title={meeting ? t('plan.change') : t('plan.open')}
      lead={t('plan.lead')}
      submit={meeting ? t('plan.save') : t('plan.submit')}
      schema={meetingPlan}
      begin={{
        title: meeting?.title ?? '',
        on: meeting?.on,
        place: meeting?.place ?? '',
        chairAgencyId: chair,
        idempotencyKey,
      }}
      send={async (known) => {
        const { id } = meeting ? await change.mutateAsync({ ...known, id: meeting.id }) : await plan.mutateAsync(known)
        toast({ tone: 'success', text: t('plan.saved') })
        await navigate({ to: paths.agenda, search: { meeting: id } })
      }}
      onClose={onClose}
    >
      {({ control }) => (
        <>
          <FormTextField control={control} name="title" label={t('facts.title')} maxLength={200} isRequired />
          <FormDateField control={control} name="on" label={t('facts.on')} isRequired />
          <FormTextField
            control={control}
            name="place"
            label={t('facts.place')}
            description={t('facts.placeLead')}
            maxLength={200}
          />
          <FormComboBox control={control} name="chairAgencyId" label={t('facts.chair')} options={agencies} />
        </>
      )}
    </FormDialog>
  )
}
