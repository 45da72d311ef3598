import type { PledgeStory } from '@concert/domain/fund-views'
import type { PledgeFormalisation } from '@concert/domain/pledge'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import { InstalmentsFields } from '../../books/InstalmentsFields.tsx'
import { amountSoFar } from '../../books/typed-values.ts'
import { showInForm, useExplain, useIssueWords } from '../../errors.ts'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { FormError } from '../../ui/form/FormError.tsx'
import { FormAmountField, FormCheckbox, FormDateField, FormTextArea } from '../../ui/form/fields.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { beginFormalisation, formalisationForm, type TypedFormalisation } from './formalisation-form.ts'

interface FormalisationFormProps {
  pledge: PledgeStory
  onDone: () => void
}

/** An exchange of letters or agreement: from here on, something is owed. */
export function FormalisationForm({ pledge, onDone }: FormalisationFormProps) {
  const t = useTranslations('pledges.formalise')
  const toast = useToast()
  const explain = useExplain()
  const open = pledge.notYetFormalised ?? { amountMinor: 0, currency: 'USD' }
  const { mutateAsync: formalise } = useMutation(trpc.pledges.formalise.mutationOptions())
  const { control, handleSubmit, setError, setValue, formState } = useForm<
    TypedFormalisation,
    unknown,
    PledgeFormalisation
  >({
    resolver: zodResolver(formalisationForm, { error: useIssueWords() }),
    defaultValues: beginFormalisation(pledge, open),
  })
  const [amount, formalisedOn] = useWatch({ control, name: ['amount', 'formalisedOn'] })
  const submit = handleSubmit(async (formalisation) => {
    try {
      await formalise(formalisation)
      toast({ tone: 'success', text: t('done', { reference: pledge.reference }) })
      onDone()
    } catch (error) {
      showInForm(explain(error), setError)
    }
  })
  return (
    <form onSubmit={submit} noValidate className="flex max-w-2xl flex-col gap-5">
      <FormError control={control} />
      <FormDateField control={control} name="formalisedOn" label={t('on')} isRequired />
      <FormAmountField
        control={control}
        name="amount"
        label={t('amount')}
        description={t('amountLead')}
        currencyLabel={t('currency')}
        currencies={[{ id: open.currency, name: open.currency }]}
        isRequired
      />
      <FormTextArea
        control={control}
        name="evidence"
        label={t('evidence')}
        description={t('evidenceLead')}
        rows={2}
        maxLength={500}
        isRequired
      />
      <FormCheckbox control={control} name="conditional" label={t('conditional')} description={t('conditionalLead')} />
      <InstalmentsFields
        control={control}
        setValue={setValue}
        amount={amountSoFar(amount)}
        begin={formalisedOn}
        none={
          pledge.instalments.length > 0
            ? { name: t('keepSchedule'), description: t('keepScheduleLead', { count: pledge.instalments.length }) }
            : { name: t('noSchedule'), description: t('noScheduleLead') }
        }
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="primary" isPending={formState.isSubmitting}>
          {t('submit')}
        </Button>
        <Button onClick={onDone}>{t('cancel')}</Button>
      </div>
    </form>
  )
}
