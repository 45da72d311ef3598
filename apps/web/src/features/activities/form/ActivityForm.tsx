import type { ActivityDraft } from '@concert/domain/activity'
import { reviewActivity } from '@concert/domain/activity-quality'
import { today } from '@concert/domain/calendar-date'
import { formatInstant } from '@concert/messages/format'
import { zodResolver } from '@hookform/resolvers/zod'
import { useSuspenseQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { type Control, type UseFormReturn, useForm, useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import { useIssueWords } from '../../../errors.ts'
import { useReader } from '../../../locale.tsx'
import { trpc } from '../../../trpc.ts'
import { Button } from '../../../ui/Button.tsx'
import { Callout } from '../../../ui/Callout.tsx'
import { FormError } from '../../../ui/form/FormError.tsx'
import { WhatSection, WhenSection, WhoSection } from './ClassificationSections.tsx'
import { FindingsContext } from './FieldFindings.tsx'
import { FormRadar } from './FormRadar.tsx'
import { type ActivityFormInput, type ActivityFormOutput, activityForm, toDraft } from './form-values.ts'
import { MoreSection } from './MoreSection.tsx'
import { PeopleSection } from './PeopleSection.tsx'
import { PlacesSection } from './PlacesSection.tsx'
import type { KeptDraft } from './use-kept-draft.ts'
import { WordsSection } from './WordsSection.tsx'

export interface SectionProps {
  control: Control<ActivityFormInput, unknown, ActivityFormOutput>
}

export type ActivityFormApi = UseFormReturn<ActivityFormInput, unknown, ActivityFormOutput>

export function useActivityForm(initial: ActivityFormInput): ActivityFormApi {
  const words = useIssueWords()
  return useForm<ActivityFormInput, unknown, ActivityFormOutput>({
    resolver: zodResolver(activityForm, { error: words }),
    defaultValues: initial,
  })
}

interface ActivityFormProps {
  form: ActivityFormApi
  leadAgencyId: string | null
  /** Null for what was never saved. */
  reference: string | null
  kept: { restored: KeptDraft | null; keep: (values: ActivityFormInput) => void; onForget: () => void }
  onSave: (draft: ActivityDraft) => void
  isSaving: boolean
  saveLabel: string
  isChecking?: boolean
  /** What the last save had to say, above the button. */
  outcome?: ReactNode
}

/** The form in sections. Nothing has to be complete; a check before publishing shows what is missing at its field. */
export function ActivityForm(props: ActivityFormProps) {
  const { form, leadAgencyId, reference, kept, onSave, isSaving, saveLabel, outcome } = props
  const t = useTranslations('activities.form')
  const reader = useReader()
  const { control } = form
  const [isChecking, setChecking] = useState(props.isChecking ?? false)
  const values = useWatch({ control })
  const { data: places } = useSuspenseQuery(trpc.places.list.queryOptions({ locale: reader }))
  const namesOf = (codes: string[]) => places.flatMap(({ code, name }) => (codes.includes(code) ? [name] : []))
  const read = isChecking ? activityForm.safeParse(values) : undefined
  const findings = read?.success
    ? reviewActivity(toDraft(read.data), today(), namesOf(read.data.places.map(({ code }) => code)))
    : []
  const count = (severity: 'error' | 'warning') => findings.filter((one) => one.severity === severity).length

  const { keep } = kept
  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values: typed }) => keep(typed),
      }),
    [form, keep],
  )

  return (
    <FindingsContext value={findings}>
      <div className="grid items-start gap-10 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <form
          onSubmit={form.handleSubmit((typed) => onSave(toDraft(typed)))}
          noValidate
          className="flex flex-col gap-10 sm:gap-12"
        >
          {kept.restored && (
            <Callout tone="warning" title={t('restoredTitle')} role="status">
              <p>{t('restored', { at: formatInstant(reader, kept.restored.at) })}</p>
              <Button look="quiet" size="small" onClick={kept.onForget}>
                {t('forget')}
              </Button>
            </Callout>
          )}
          <WordsSection control={control} />
          <WhoSection control={control} leadAgencyId={leadAgencyId} />
          <WhatSection control={control} />
          <PlacesSection control={control} />
          <WhenSection control={control} />
          <PeopleSection control={control} />
          <MoreSection control={control} />
          <div className="sticky bottom-0 z-10 -mx-4 grid gap-3 border-t border-line bg-paper px-4 py-4 sm:mx-0 sm:px-0">
            <FormError control={control} />
            {outcome}
            {isChecking && (
              <p role="status" className={count('error') > 0 ? 'font-medium text-danger' : 'font-medium'}>
                {findings.length === 0
                  ? t('checkClear')
                  : t('checkFound', { errors: count('error'), warnings: count('warning') })}
              </p>
            )}
            <div className="flex flex-wrap items-center gap-3">
              <Button type="submit" look="primary" isPending={isSaving}>
                {saveLabel}
              </Button>
              <Button aria-pressed={isChecking} onClick={() => setChecking(!isChecking)}>
                {t('check')}
              </Button>
              <span className="text-sm text-ink-soft">{t('keptNote')}</span>
            </div>
          </div>
        </form>
        <FormRadar control={control} reference={reference} />
      </div>
    </FindingsContext>
  )
}
