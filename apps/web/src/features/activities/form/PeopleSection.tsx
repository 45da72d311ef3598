import { peopleKinds } from '@concert/domain/activity'
import { ageGroups, audiences, type Codelist, exploitationForms, sexes } from '@concert/domain/codelists'
import { useFieldArray, useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import { useCodeName } from '../../../coordination/use-activity-words.ts'
import { Button } from '../../../ui/Button.tsx'
import { FormNumberField, FormSelect } from '../../../ui/form/fields.tsx'
import { Section } from '../../../ui/Section.tsx'
import type { SectionProps } from './ActivityForm.tsx'
import { FieldFindings } from './FieldFindings.tsx'
import { RemoveRow } from './RemoveRow.tsx'

/** Counts of people by kind; which splits there are depends on the kind. */
export function PeopleSection({ control }: SectionProps) {
  const t = useTranslations('activities')
  const codeName = useCodeName()
  const { fields, append, remove } = useFieldArray({ control, name: 'people' })
  const rows = useWatch({ control, name: 'people' })
  const empty = { sex: null, ageGroup: null, form: null, audience: null }
  const options = (list: Codelist, codes: readonly string[]) => codes.map((id) => ({ id, name: codeName(list, id) }))

  return (
    <Section title={t('form.people')} lead={t('form.peopleLead')} id="people">
      <div className="grid gap-4">
        {fields.map((field, index) => {
          const kind = rows[index]?.kind ?? field.kind
          const split = (
            name: 'sex' | 'ageGroup' | 'form' | 'audience',
            label: string,
            list: Codelist,
            codes: readonly string[],
          ) => (
            <FormSelect
              control={control}
              name={`people.${index}.${name}`}
              label={label}
              emptyOption={t('form.all')}
              options={options(list, codes)}
            />
          )
          return (
            <div
              key={field.id}
              className="grid items-end gap-3 border-b border-line pb-4 sm:grid-cols-3 lg:grid-cols-6"
            >
              <FormSelect
                control={control}
                name={`people.${index}.kind`}
                label={t('form.peopleKind')}
                options={peopleKinds.map((id) => ({ id, name: t(`peopleKinds.${id}`) }))}
              />
              {kind !== 'campaign_audience' && split('sex', t('form.sex'), 'sexes', sexes)}
              {kind === 'assisted' && split('ageGroup', t('form.ageGroup'), 'ageGroups', ageGroups)}
              {kind === 'assisted' &&
                split('form', t('form.formOfExploitation'), 'exploitationForms', exploitationForms)}
              {kind === 'trained' && split('audience', t('form.audience'), 'audiences', audiences)}
              <FormNumberField control={control} name={`people.${index}.count`} label={t('form.count')} minValue={0} />
              <div className="flex items-end gap-1">
                <RemoveRow label={t('form.removePeople')} onRemove={() => remove(index)} />
              </div>
            </div>
          )
        })}
        <div>
          <Button size="small" onClick={() => append({ kind: 'assisted', ...empty, count: 0 })}>
            {t('form.addPeople')}
          </Button>
        </div>
        <FieldFindings field="people" />
      </div>
    </Section>
  )
}
