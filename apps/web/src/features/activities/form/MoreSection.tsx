import { today } from '@concert/domain/calendar-date'
import { currenciesOn } from '@concert/domain/currencies'
import { useFieldArray } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import { useReader } from '../../../locale.tsx'
import { Button } from '../../../ui/Button.tsx'
import { FormAmountField, FormTextArea, FormTextField } from '../../../ui/form/fields.tsx'
import { Section } from '../../../ui/Section.tsx'
import type { SectionProps } from './ActivityForm.tsx'
import { FieldFindings } from './FieldFindings.tsx'
import { RemoveRow } from './RemoveRow.tsx'

export function MoreSection({ control }: SectionProps) {
  const t = useTranslations('activities')
  const names = new Intl.DisplayNames([useReader()], { type: 'currency' })
  const { fields, append, remove } = useFieldArray({ control, name: 'links' })
  return (
    <Section title={t('form.more')} lead={t('form.moreLead')} id="toolsUsed">
      <div className="grid gap-5">
        <fieldset className="max-w-md">
          <legend className="mb-2 font-medium">{t('fields.budget')}</legend>
          <FormAmountField
            control={control}
            name="budget"
            label={t('form.amount')}
            currencyLabel={t('form.currency')}
            currencies={currenciesOn(today()).map(({ code }) => ({
              id: code,
              name: code,
              description: names.of(code),
            }))}
          />
        </fieldset>
        <div className="grid items-start gap-5 lg:grid-cols-2">
          <div>
            <FormTextArea control={control} name="toolsUsed" label={t('fields.toolsUsed')} rows={4} />
            <FieldFindings field="toolsUsed" />
          </div>
          <div>
            <FormTextArea control={control} name="lessons" label={t('fields.lessons')} rows={4} />
            <FieldFindings field="lessons" />
          </div>
        </div>
        <fieldset className="grid gap-3">
          <legend className="mb-2 font-medium">{t('fields.links')}</legend>
          {fields.map((field, index) => (
            <div key={field.id} className="grid items-end gap-3 sm:grid-cols-[1fr_1fr_auto]">
              <FormTextField control={control} name={`links.${index}.url`} label={t('form.linkUrl')} dir="ltr" />
              <FormTextField
                control={control}
                name={`links.${index}.label`}
                label={t('form.linkLabel')}
                maxLength={300}
              />
              <RemoveRow label={t('form.removeLink')} onRemove={() => remove(index)} />
            </div>
          ))}
          <div>
            <Button size="small" onClick={() => append({ url: '', label: '' })}>
              {t('form.addLink')}
            </Button>
          </div>
          <FieldFindings field="links" />
        </fieldset>
      </div>
    </Section>
  )
}
