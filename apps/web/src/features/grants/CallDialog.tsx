import type { GrantCall } from '@concert/domain/grant-views'
import { locales } from '@concert/domain/locales'
import { useMutation } from '@tanstack/react-query'
import type { Control } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import { FormDialog } from '../../books/FormDialog.tsx'
import { ownNames } from '../../locale.tsx'
import { trpc } from '../../trpc.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { FormDateField, FormNumberField, FormTextField } from '../../ui/form/fields.tsx'
import { beginCall, changeForm, openingForm, type TypedCall } from './call-form.ts'

/** A call for proposals: a new one, or what became known of one. */
export function CallDialog({ call, onClose }: { call: GrantCall | null; onClose: () => void }) {
  const t = useTranslations('grants.calls')
  const { mutateAsync: open } = useMutation(trpc.grants.openCall.mutationOptions())
  const { mutateAsync: change } = useMutation(trpc.grants.changeCall.mutationOptions())
  const common = { lead: t('formLead'), begin: beginCall(call), size: 'wide' as const, onClose }
  if (call) {
    return (
      <FormDialog
        {...common}
        title={t('changeTitle')}
        submit={t('save')}
        schema={changeForm(call.id)}
        send={async (changed) => void (await change(changed))}
      >
        {({ control }) => <CallFields control={control} />}
      </FormDialog>
    )
  }
  return (
    <FormDialog
      {...common}
      title={t('open')}
      submit={t('save')}
      schema={openingForm}
      send={async (opened) => void (await open(opened))}
    >
      {({ control }) => <CallFields control={control} />}
    </FormDialog>
  )
}

function CallFields<Known>({ control }: { control: Control<TypedCall, unknown, Known> }) {
  const t = useTranslations('grants.calls')
  const others = locales.filter((locale) => locale !== 'en')
  return (
    <>
      <FormTextField control={control} name="title.en" label={t('titleIn')} maxLength={200} isRequired />
      <Disclosure title={t('otherLanguages')}>
        <div className="grid gap-4 sm:grid-cols-2">
          {others.map((locale) => (
            <FormTextField
              key={locale}
              control={control}
              name={`title.${locale}`}
              label={ownNames[locale]}
              maxLength={200}
            />
          ))}
        </div>
      </Disclosure>
      <div className="grid gap-4 sm:grid-cols-2">
        <FormTextField control={control} name="cycle" label={t('cycle')} maxLength={40} isRequired />
        <FormNumberField control={control} name="year" label={t('year')} minValue={2000} maxValue={2200} isRequired />
        <FormDateField control={control} name="openedOn" label={t('openedOn')} />
        <FormDateField control={control} name="closedOn" label={t('closedOn')} />
      </div>
      <FormTextField control={control} name="theme" label={t('theme')} maxLength={500} />
      <div className="grid gap-4 sm:grid-cols-3">
        <FormNumberField control={control} name="received" label={t('received')} minValue={0} />
        <FormNumberField control={control} name="eligible" label={t('eligible')} minValue={0} />
        <FormNumberField control={control} name="shortlisted" label={t('shortlisted')} minValue={0} />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <FormDateField control={control} name="boardAdvisedOn" label={t('boardAdvisedOn')} />
        <FormDateField control={control} name="decidedOn" label={t('decidedOn')} />
      </div>
      <FormTextField
        control={control}
        name="source"
        label={t('source')}
        description={t('sourceLead')}
        maxLength={300}
        isRequired
      />
    </>
  )
}
