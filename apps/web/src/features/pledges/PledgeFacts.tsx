import type { PledgeStory, PublicPledgeStory } from '@concert/domain/fund-views'
import type { Money } from '@concert/domain/money'
import { formatDate, formatShare } from '@concert/messages/format'
import { useTranslations } from 'use-intl/react'
import { useMoney } from '../../books/use-money.ts'
import { useReader } from '../../locale.tsx'
import { type Definition, DefinitionList } from '../../ui/DefinitionList.tsx'

/** What was said with a pledge; what only fund managers see stands below the rest. */
export function PledgeFacts({ pledge, booked }: { pledge: PublicPledgeStory; booked?: PledgeStory }) {
  const t = useTranslations('pledges')
  const tCodes = useTranslations('codes')
  const reader = useReader()
  const money = useMoney()
  const more = useBookedFacts(booked)
  return (
    <DefinitionList
      items={[
        { term: t('form.kind'), value: t(`kinds.${pledge.kind}`) },
        { term: t('form.announcedOn'), value: formatDate(reader, pledge.announcedOn) },
        { term: t('form.meeting'), value: pledge.meeting?.title },
        { term: t('story.description'), value: pledge.description },
        { term: t('form.valuation'), value: pledge.valuation && money.full(pledge.valuation) },
        { term: t('form.condition'), value: pledge.kind === 'money' && t(`conditions.${pledge.condition}`) },
        { term: t('form.earmarking'), value: tCodes(`earmarkings.${pledge.earmarking}`) },
        ...more,
      ]}
    />
  )
}

function useBookedFacts(booked: PledgeStory | undefined): Definition[] {
  const t = useTranslations('pledges')
  const reader = useReader()
  const money = useMoney()
  if (!booked) return []
  const some = (amount: Money | null) =>
    amount && amount.amountMinor > 0 && <span className="figures">{money.full(amount)}</span>
  const { conditionDetail } = booked
  return [
    { term: t('form.earmarkingNote'), value: booked.earmarkingNote },
    {
      term: t('form.matchPercent'),
      value: conditionDetail.matchPercent !== null && formatShare(reader, conditionDetail.matchPercent / 100),
    },
    { term: t('form.conditionNote'), value: conditionDetail.note },
    { term: t('form.valuedBy'), value: booked.valuedBy },
    { term: t('formalise.evidence'), value: booked.evidence },
    { term: t('story.notYetFormalised'), value: some(booked.notYetFormalised) },
    { term: t('story.conditional'), value: some(booked.conditional) },
    { term: t('column.outstanding'), value: some(booked.outstanding) },
    { term: t('flags.overdue'), value: some(booked.overdue) },
  ]
}
