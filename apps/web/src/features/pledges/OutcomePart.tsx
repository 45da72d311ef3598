import { today } from '@concert/domain/calendar-date'
import type { PledgeStory } from '@concert/domain/fund-views'
import { outcomeRecord, pledgeOutcomes } from '@concert/domain/pledge-outcome'
import { formatDate, formatInstant } from '@concert/messages/format'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { z } from 'zod'
import { DayField, FormDialog } from '../../books/FormDialog.tsx'
import { newKey } from '../../books/new-key.ts'
import { typedDate, typedText } from '../../books/typed-values.ts'
import { useReader } from '../../locale.tsx'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { FormRadioGroup, FormTextArea } from '../../ui/form/fields.tsx'
import { Section } from '../../ui/Section.tsx'
import { useToast } from '../../ui/Toast.tsx'

export type PledgeBesideMoney = PledgeStory & { kind: 'in_kind' | 'policy' }

/** What became of a promise that is not money: every record, the last of which stands, and the way to add one. */
export function OutcomePart({ pledge }: { pledge: PledgeBesideMoney }) {
  const t = useTranslations('pledges.outcome')
  const reader = useReader()
  const [isOpen, setOpen] = useState(false)
  const records = pledge.outcomes.map((record, index) => ({ ...record, key: index })).reverse()
  return (
    <Section
      title={t('title')}
      lead={t('lead')}
      actions={
        <Button size="small" onClick={() => setOpen(true)}>
          {t('record')}
        </Button>
      }
    >
      {records.length === 0 && <p className="text-ink-soft">{t('none')}</p>}
      <ol className="flex flex-col gap-4">
        {records.map(({ key, outcome, on, note, recordedBy, recordedAt }, index) => (
          <li key={key} className="rounded border border-line p-4">
            <p className={`flex flex-wrap items-baseline gap-x-3 ${index === 0 ? '' : 'text-ink-soft line-through'}`}>
              <span className="font-semibold">{t(`${pledge.kind}.${outcome}`)}</span>
              <span className="figures">{formatDate(reader, on)}</span>
            </p>
            <p dir="auto">{note}</p>
            <p className="text-sm text-ink-soft">
              {t('recordedBy', { name: recordedBy, at: formatInstant(reader, recordedAt) })}
            </p>
          </li>
        ))}
      </ol>
      {isOpen && <OutcomeDialog pledge={pledge} onClose={() => setOpen(false)} />}
    </Section>
  )
}

const outcomeForm = z
  .object({
    pledgeId: z.string(),
    outcome: z.enum(pledgeOutcomes),
    on: z.string().nullable(),
    note: z.string(),
    idempotencyKey: z.string(),
  })
  .pipe(outcomeRecord.extend({ on: typedDate, note: typedText(500) }))

function OutcomeDialog({ pledge, onClose }: { pledge: PledgeBesideMoney; onClose: () => void }) {
  const t = useTranslations('pledges.outcome')
  const toast = useToast()
  const { mutateAsync: record } = useMutation(trpc.pledges.recordOutcome.mutationOptions())
  const isFirst = pledge.outcomes.length === 0
  return (
    <FormDialog
      title={t('record')}
      lead={t('public')}
      submit={t('submit')}
      schema={outcomeForm}
      begin={{ pledgeId: pledge.id, outcome: 'delivered', on: today(), note: '', idempotencyKey: newKey() }}
      send={async (outcome) => {
        await record(outcome)
        toast({ tone: 'success', text: t('done', { reference: pledge.reference }) })
      }}
      onClose={onClose}
    >
      {({ control }) => (
        <>
          <FormRadioGroup
            control={control}
            name="outcome"
            label={t('outcome')}
            options={pledgeOutcomes
              .filter((id) => id !== 'open' || !isFirst)
              .map((id) => ({ id, name: t(`${pledge.kind}.${id}`) }))}
          />
          <DayField control={control} />
          <FormTextArea
            control={control}
            name="note"
            label={t('note')}
            description={t('noteLead')}
            rows={2}
            maxLength={500}
            isRequired
          />
        </>
      )}
    </FormDialog>
  )
}
