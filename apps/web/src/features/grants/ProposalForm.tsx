import { aidKinds } from '@concert/domain/codelists'
import type { GrantProposal } from '@concert/domain/grant'
import { inLocale } from '@concert/domain/locales'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type Control, useForm, useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import { PlaceField } from '../../books/PlaceField.tsx'
import { useCurrencyOptions } from '../../books/use-money.ts'
import { showInForm, useExplain, useIssueWords } from '../../errors.ts'
import { ButtonLink } from '../../layout/links.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { FormError } from '../../ui/form/FormError.tsx'
import { FormAmountField, FormCheckboxGroup, FormDateField, FormSelect, FormTextField } from '../../ui/form/fields.tsx'
import { Section } from '../../ui/Section.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { GranteeField } from './GranteeField.tsx'
import { emptyProposal, proposalForm, type TypedProposal } from './proposal-form.ts'
import { VisibilityFields } from './VisibilityFields.tsx'

type ProposalControl = Control<TypedProposal, unknown, GrantProposal>

/** An application that goes forward: under which call, for whom and what, and what of it may be told. */
export function ProposalForm({ callId }: { callId: string | null }) {
  const t = useTranslations('grants.form')
  const toast = useToast()
  const explain = useExplain()
  const navigate = useNavigate()
  const { mutateAsync: propose } = useMutation(trpc.grants.propose.mutationOptions())
  const { control, handleSubmit, setError, formState } = useForm<TypedProposal, unknown, GrantProposal>({
    resolver: zodResolver(proposalForm, { error: useIssueWords() }),
    defaultValues: emptyProposal(callId),
  })
  const submit = handleSubmit(async (proposal) => {
    try {
      const { reference } = await propose(proposal)
      toast({ tone: 'success', text: t('proposed', { reference }) })
      await navigate({ to: paths.bookedGrant, params: { reference } })
    } catch (error) {
      showInForm(explain(error), setError)
    }
  })
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-12">
      <FormError control={control} />
      <Section title={t('who')}>
        <div className="flex flex-col gap-5">
          <CallField control={control} />
          <GranteeField control={control} name="granteeId" />
          <PlaceField control={control} name="placeCode" label={t('place')} description={t('placeLead')} isRequired />
        </div>
      </Section>
      <Section title={t('what')}>
        <WhatFields control={control} />
      </Section>
      <Section title={t('visibility')} lead={t('visibilityLead')}>
        <div className="flex flex-col gap-5">
          <VisibilityFields control={control} />
        </div>
      </Section>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="primary" isPending={formState.isSubmitting}>
          {t('submit')}
        </Button>
        <ButtonLink to={paths.bookedGrants}>{t('cancel')}</ButtonLink>
      </div>
    </form>
  )
}

function CallField({ control }: { control: ProposalControl }) {
  const t = useTranslations('grants.form')
  const reader = useReader()
  const { data: calls } = useSuspenseQuery(trpc.grants.calls.queryOptions())
  return (
    <FormSelect
      control={control}
      name="callId"
      label={t('call')}
      isRequired
      options={calls.map(({ id, title, year }) => ({ id, name: inLocale(title, reader), description: String(year) }))}
    />
  )
}

function WhatFields({ control }: { control: ProposalControl }) {
  const t = useTranslations('grants.form')
  const tCodes = useTranslations('codes')
  const proposedOn = useWatch({ control, name: 'proposedOn' })
  return (
    <div className="flex flex-col gap-5">
      <FormTextField
        control={control}
        name="title"
        label={t('projectTitle')}
        description={t('projectTitleLead')}
        maxLength={300}
        isRequired
      />
      <FormCheckboxGroup
        control={control}
        name="aidKinds"
        label={t('aid')}
        isRequired
        options={aidKinds.map((id) => ({ id, name: tCodes(`aidKinds.${id}`) }))}
      />
      <FormDateField control={control} name="proposedOn" label={t('proposedOn')} isRequired />
      <FormAmountField
        control={control}
        name="amount"
        label={t('amount')}
        currencyLabel={t('currency')}
        currencies={useCurrencyOptions(proposedOn)}
        isRequired
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <FormDateField control={control} name="from" label={t('from')} />
        <FormDateField control={control} name="until" label={t('until')} />
      </div>
    </div>
  )
}
