import { adviceKinds, decisionKinds } from '@concert/domain/grant-decisions'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { DayField, FormDialog, ReasonField, SumField } from '../../../books/FormDialog.tsx'
import { InstalmentsFields } from '../../../books/InstalmentsFields.tsx'
import { amountSoFar, toTyped } from '../../../books/typed-values.ts'
import { trpc } from '../../../trpc.ts'
import { FormRadioGroup, FormTextArea } from '../../../ui/form/fields.tsx'
import { useToast } from '../../../ui/Toast.tsx'
import { VisibilityFields } from '../VisibilityFields.tsx'
import { adviceForm, awardForm, begin, beginAward, decisionForm, visibilityForm } from './forms.ts'
import type { ActionDialogProps } from './GrantActions.tsx'

/** What the board of the fund says. */
export function AdviceDialog({ grant, onClose }: ActionDialogProps) {
  const t = useTranslations('grants.actions')
  const { mutateAsync: record } = useMutation(trpc.grants.recordAdvice.mutationOptions())
  const { advice } = grant
  return (
    <FormDialog
      title={t('advise.name')}
      lead={t('advise.lead')}
      submit={t('record')}
      schema={adviceForm}
      begin={{ ...begin(grant), advice: advice?.advice ?? 'recommended', note: advice?.note ?? '' }}
      send={async (said) => void (await record(said))}
      onClose={onClose}
    >
      {({ control }) => (
        <>
          <FormRadioGroup
            control={control}
            name="advice"
            label={t('advise.advice')}
            options={adviceKinds.map((id) => ({ id, name: t(`advise.${id}`) }))}
          />
          <DayField control={control} />
          <FormTextArea control={control} name="note" label={t('note')} rows={2} maxLength={500} />
        </>
      )}
    </FormDialog>
  )
}

/** What UNODC decides. */
export function DecideDialog({ grant, onClose }: ActionDialogProps) {
  const t = useTranslations('grants.actions')
  const { mutateAsync: decide } = useMutation(trpc.grants.decide.mutationOptions())
  const { decision, approved, asked } = grant
  return (
    <FormDialog
      title={t('decide.name')}
      lead={t('decide.lead')}
      submit={t('record')}
      schema={decisionForm}
      begin={{
        ...begin(grant),
        decision: decision?.decision ?? 'approved',
        amount: toTyped(approved ?? asked),
        note: decision?.note ?? '',
      }}
      send={async (decided) => void (await decide(decided))}
      onClose={onClose}
    >
      {({ control, watch }) => (
        <>
          <FormRadioGroup
            control={control}
            name="decision"
            label={t('decide.decision')}
            options={decisionKinds.map((id) => ({ id, name: t(`decide.${id}`) }))}
          />
          <DayField control={control} />
          {watch('decision') === 'approved' && (
            <SumField control={control} label={t('decide.amount')} currency={asked.currency} />
          )}
          <FormTextArea control={control} name="note" label={t('note')} rows={2} maxLength={500} />
        </>
      )}
    </FormDialog>
  )
}

/** The agreement with the grantee; booked when another fund manager has confirmed it. */
export function AwardDialog({ grant, onClose }: ActionDialogProps) {
  const t = useTranslations('grants.actions')
  const toast = useToast()
  const { mutateAsync: award } = useMutation(trpc.grants.award.mutationOptions())
  return (
    <FormDialog
      title={t('award.name')}
      lead={t('award.lead')}
      submit={t('award.submit')}
      size="wide"
      schema={awardForm}
      begin={beginAward(grant)}
      send={async (awarded) => {
        const { reference } = await award(awarded)
        toast({ tone: 'success', text: t('award.asked', { reference }) })
      }}
      onClose={onClose}
    >
      {({ control, setValue, watch }) => (
        <>
          <DayField control={control} />
          <SumField control={control} currency={grant.asked.currency} />
          <InstalmentsFields
            control={control}
            setValue={setValue}
            amount={amountSoFar(watch('amount'))}
            begin={watch('on')}
            none={{ name: t('award.oneSum'), description: t('award.oneSumLead') }}
          />
          <ReasonField control={control} />
        </>
      )}
    </FormDialog>
  )
}

/** How much of the grant anyone may know. */
export function VisibilityDialog({ grant, onClose }: ActionDialogProps) {
  const t = useTranslations('grants.actions')
  const { mutateAsync: set } = useMutation(trpc.grants.setVisibility.mutationOptions())
  const { grantId, idempotencyKey } = begin(grant)
  return (
    <FormDialog
      title={t('visibility.name')}
      lead={t('visibility.lead')}
      submit={t('visibility.submit')}
      schema={visibilityForm}
      begin={{ grantId, idempotencyKey, visibility: grant.visibility, doNoHarmNote: grant.doNoHarmNote ?? '' }}
      send={async (setting) => void (await set(setting))}
      onClose={onClose}
    >
      {({ control }) => <VisibilityFields control={control} />}
    </FormDialog>
  )
}
