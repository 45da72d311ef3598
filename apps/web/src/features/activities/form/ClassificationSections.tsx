import { activityStatuses, paragraphNumbers } from '@concert/domain/activity'
import {
  activityKinds,
  activityLevels,
  activityTags,
  audiences,
  type Codelist,
  exploitationForms,
  partnerKinds,
  pillars,
  sdgTargets,
} from '@concert/domain/codelists'
import { inLocale } from '@concert/domain/locales'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useFieldArray } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import { useCodeName } from '../../../coordination/use-activity-words.ts'
import { useReader } from '../../../locale.tsx'
import { trpc } from '../../../trpc.ts'
import { Button } from '../../../ui/Button.tsx'
import {
  FormCheckboxGroup,
  FormDateField,
  FormMultiSelect,
  FormSelect,
  FormTextField,
} from '../../../ui/form/fields.tsx'
import { Section } from '../../../ui/Section.tsx'
import type { SectionProps } from './ActivityForm.tsx'
import { FieldFindings } from './FieldFindings.tsx'
import { RemoveRow } from './RemoveRow.tsx'

function useOptions() {
  const codeName = useCodeName()
  return (list: Codelist, codes: readonly string[]) => codes.map((id) => ({ id, name: codeName(list, id) }))
}

export function WhoSection({ control, leadAgencyId }: SectionProps & { leadAgencyId: string | null }) {
  const t = useTranslations('activities')
  const reader = useReader()
  const options = useOptions()
  const { data: agencies } = useSuspenseQuery(trpc.agencies.options.queryOptions())
  const { fields, append, remove } = useFieldArray({ control, name: 'otherPartners' })
  const lead = agencies.find((agency) => agency.id === leadAgencyId)
  return (
    <Section title={t('form.who')} id="partnerAgencyIds">
      <div className="grid gap-5">
        {lead && (
          <p>
            <span className="text-sm text-ink-soft">{t('fields.lead')}</span>
            <br />
            {inLocale(lead.names, reader)} ({lead.acronym})
          </p>
        )}
        <FormMultiSelect
          control={control}
          name="partnerAgencyIds"
          label={t('fields.partnerAgencyIds')}
          options={agencies
            .filter(({ id }) => id !== leadAgencyId)
            .map(({ id, acronym, names }) => ({ id, name: acronym, description: inLocale(names, reader) }))}
        />
        <FieldFindings field="partnerAgencyIds" />
        <fieldset className="grid gap-3" id="otherPartners">
          <legend className="mb-2 font-medium">{t('fields.otherPartners')}</legend>
          {fields.map((field, index) => (
            <div key={field.id} className="grid items-end gap-3 sm:grid-cols-[1fr_2fr_auto]">
              <FormSelect
                control={control}
                name={`otherPartners.${index}.kind`}
                label={t('form.partnerKind')}
                options={options('partnerKinds', partnerKinds)}
              />
              <FormTextField
                control={control}
                name={`otherPartners.${index}.name`}
                label={t('form.partnerName')}
                maxLength={300}
              />
              <RemoveRow label={t('form.removePartner')} onRemove={() => remove(index)} />
            </div>
          ))}
          <div>
            <Button size="small" onClick={() => append({ kind: 'civil_society', name: '' })}>
              {t('form.addPartner')}
            </Button>
          </div>
          <FieldFindings field="otherPartners" />
        </fieldset>
      </div>
    </Section>
  )
}

export function WhatSection({ control }: SectionProps) {
  const t = useTranslations('activities')
  const options = useOptions()
  return (
    <Section title={t('form.what')} id="kind">
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div>
          <FormSelect
            control={control}
            name="kind"
            label={t('fields.kind')}
            emptyOption={t('form.choose')}
            options={options('activityKinds', activityKinds)}
          />
          <FieldFindings field="kind" />
        </div>
        <div>
          <FormSelect
            control={control}
            name="level"
            label={t('fields.level')}
            emptyOption={t('form.choose')}
            options={options('activityLevels', activityLevels)}
          />
          <FieldFindings field="level" />
        </div>
        <div className="lg:col-span-2">
          <FormCheckboxGroup
            control={control}
            name="pillars"
            label={t('fields.pillars')}
            options={options('pillars', pillars)}
          />
          <FieldFindings field="pillars" />
        </div>
        <div>
          <FormMultiSelect
            control={control}
            name="sdgTargets"
            label={t('fields.sdgTargets')}
            options={options('sdgTargets', sdgTargets)}
          />
          <FieldFindings field="sdgTargets" />
        </div>
        <div>
          <FormMultiSelect
            control={control}
            name="forms"
            label={t('fields.forms')}
            options={options('exploitationForms', exploitationForms)}
          />
          <FieldFindings field="forms" />
        </div>
        <FormMultiSelect
          control={control}
          name="audiences"
          label={t('fields.audiences')}
          options={options('audiences', audiences)}
        />
        <FormMultiSelect
          control={control}
          name="paragraphs"
          label={t('fields.paragraphs')}
          options={paragraphNumbers.map((id) => ({ id, name: t('form.paragraphOption', { number: id }) }))}
        />
        <div className="lg:col-span-2">
          <FormCheckboxGroup
            control={control}
            name="tags"
            label={t('fields.tags')}
            options={options('activityTags', activityTags)}
          />
        </div>
      </div>
    </Section>
  )
}

export function WhenSection({ control }: SectionProps) {
  const t = useTranslations('activities')
  return (
    <Section title={t('form.when')} id="startOn">
      <div className="grid items-start gap-5 sm:grid-cols-3">
        <div>
          <FormDateField control={control} name="startOn" label={t('fields.startOn')} />
          <FieldFindings field="startOn" />
        </div>
        <div>
          <FormDateField control={control} name="endOn" label={t('fields.endOn')} />
          <FieldFindings field="endOn" />
        </div>
        <div>
          <FormSelect
            control={control}
            name="status"
            label={t('fields.status')}
            options={activityStatuses.map((id) => ({ id, name: t(`statuses.${id}`) }))}
          />
          <FieldFindings field="status" />
        </div>
      </div>
    </Section>
  )
}
