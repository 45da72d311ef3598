import { locales } from '@concert/domain/locales'
import { useFieldArray } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import { useLanguageName } from '../../../coordination/use-activity-words.ts'
import { Button } from '../../../ui/Button.tsx'
import { FormTextArea, FormTextField } from '../../../ui/form/fields.tsx'
import { Section } from '../../../ui/Section.tsx'
import { Select } from '../../../ui/Select.tsx'
import type { SectionProps } from './ActivityForm.tsx'
import { FieldFindings } from './FieldFindings.tsx'

/** Title and description, side by side for each language. */
export function WordsSection({ control }: SectionProps) {
  const t = useTranslations('activities.form')
  const languageName = useLanguageName()
  const { fields, append, remove } = useFieldArray({ control, name: 'words' })
  const unused = locales.filter((locale) => !fields.some((field) => field.language === locale))
  return (
    <Section title={t('words')} lead={t('wordsLead')} id="title">
      <div className="grid gap-8">
        {fields.map((field, index) => {
          const language = languageName(field.language)
          return (
            <div key={field.id} className="grid gap-4" lang={field.language ?? undefined}>
              <FormTextField
                control={control}
                name={`words.${index}.title`}
                label={t('titleIn', { language })}
                maxLength={400}
              />
              <FormTextArea
                control={control}
                name={`words.${index}.description`}
                label={t('descriptionIn', { language })}
                rows={5}
              />
              {fields.length > 1 && (
                <div>
                  <Button look="quiet" size="small" onClick={() => remove(index)}>
                    {t('removeLanguage', { language })}
                  </Button>
                </div>
              )}
            </div>
          )
        })}
        <FieldFindings field="title" />
        <FieldFindings field="description" />
        {unused.length > 0 && (
          <div className="max-w-xs">
            <Select
              key={fields.length}
              label={t('addLanguage')}
              value={null}
              placeholder={t('choose')}
              onChange={(language) => language && append({ language, title: '', description: '' })}
              options={unused.map((id) => ({ id, name: languageName(id) }))}
            />
          </div>
        )}
      </div>
    </Section>
  )
}
