import type { PledgeStory } from '@concert/domain/fund-views'
import type { ConditionMeeting } from '@concert/domain/pledge-changes'
import { formatShare } from '@concert/messages/format'
import { useMutation } from '@tanstack/react-query'
import { type Control, useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import type { z } from 'zod'
import { DayField, FormDialog, ReasonField, SumField } from '../../../books/FormDialog.tsx'
import { amountSoFar } from '../../../books/typed-values.ts'
import { useMoney } from '../../../books/use-money.ts'
import { useReader } from '../../../locale.tsx'
import { trpc } from '../../../trpc.ts'
import { Callout } from '../../../ui/Callout.tsx'
import { useToast } from '../../../ui/Toast.tsx'
import { beginWith, conditionForm, matchLimit, noAmount } from './forms.ts'
import type { ActionDialogProps } from './PledgeActions.tsx'

/** What waits for a condition is owed from a day on, all of it or a part. */
export function MeetConditionDialog({ pledge, onClose }: ActionDialogProps) {
  const t = useTranslations('pledges.actions.meetCondition')
  const money = useMoney()
  const toast = useToast()
  const { mutateAsync: meet } = useMutation(trpc.pledges.meetCondition.mutationOptions())
  const { conditional, reference, conditionDetail } = pledge
  if (!conditional) return null
  return (
    <FormDialog
      title={t('name')}
      lead={t('lead')}
      submit={t('submit')}
      schema={conditionForm}
      begin={{ ...beginWith(pledge, conditional), othersGave: noAmount(pledge) }}
      send={async (met) => {
        await meet(met)
        toast({ tone: 'success', text: t('done', { reference }) })
      }}
      onClose={onClose}
    >
      {({ control }) => (
        <>
          <DayField control={control} />
          {conditionDetail.matchPercent !== null && (
            <MatchFields control={control} pledge={pledge} percent={conditionDetail.matchPercent} />
          )}
          <SumField
            control={control}
            description={t('amountLead', { amount: money.full(conditional) })}
            currency={conditional.currency}
          />
          <ReasonField control={control} />
        </>
      )}
    </FormDialog>
  )
}

interface MatchFieldsProps {
  control: Control<z.input<typeof conditionForm>, unknown, ConditionMeeting>
  pledge: PledgeStory
  percent: number
}

/** What the others gave, and what of it this donor matches, while it is typed. */
function MatchFields({ control, pledge, percent }: MatchFieldsProps) {
  const t = useTranslations('pledges.actions.meetCondition')
  const reader = useReader()
  const money = useMoney()
  const othersGave = amountSoFar(useWatch({ control, name: 'othersGave' }))
  const { formalised, amount } = pledge
  const limit = othersGave && othersGave.currency === amount?.currency && matchLimit(percent, othersGave, formalised)
  return (
    <>
      <SumField
        control={control}
        name="othersGave"
        label={t('othersGave')}
        description={t('othersLead', { percent: formatShare(reader, percent / 100) })}
        currency={amount?.currency ?? null}
      />
      {limit && (
        <Callout role="status">{t('limit', { most: money.full(limit.most), left: money.full(limit.left) })}</Callout>
      )}
    </>
  )
}
