import { searchPlaces } from '@concert/domain/place'
import { isPlaceSensitive } from '@concert/domain/place-coarsening'
import { formatNumber } from '@concert/messages/format'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useController, useFieldArray, useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import { useReader } from '../../../locale.tsx'
import { trpc } from '../../../trpc.ts'
import { ComboBox } from '../../../ui/ComboBox.tsx'
import { FormNumberField, FormTextField } from '../../../ui/form/fields.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { RadioGroup } from '../../../ui/RadioGroup.tsx'
import { Section } from '../../../ui/Section.tsx'
import { Switch } from '../../../ui/Switch.tsx'
import type { SectionProps } from './ActivityForm.tsx'
import { FieldFindings } from './FieldFindings.tsx'

/** Countries and regions, found in the reader's language; percentages only when the money is split. */
export function PlacesSection({ control }: SectionProps) {
  const t = useTranslations('activities.form')
  const reader = useReader()
  const { data: known } = useSuspenseQuery(trpc.places.list.queryOptions({ locale: reader }))
  const { fields, append, remove, replace } = useFieldArray({ control, name: 'places' })
  const places = useWatch({ control, name: 'places' })
  const facts = useWatch({ control, name: ['kind', 'tags'] })
  const [text, setText] = useState('')
  const [isSplit, setSplit] = useState(() => fields.some((field) => field.percentage !== null))
  const left = known.filter(({ code }) => !fields.some((field) => field.code === code))
  const nameOf = (code: string) => known.find((place) => place.code === code)?.name ?? code
  const sum = places.reduce((total, place) => total + (place.percentage ?? 0), 0)
  const split = (isOn: boolean) => {
    setSplit(isOn)
    if (!isOn) replace(places.map(({ code }) => ({ code, percentage: null })))
  }

  return (
    <Section title={t('where')} lead={t('whereLead')} id="places">
      <div className="grid gap-5">
        <div className="max-w-md">
          <ComboBox
            key={fields.length}
            label={t('addPlace')}
            placeholder={t('placePlaceholder')}
            value={null}
            onChange={(code) => {
              if (code === null) return
              append({ code, percentage: null })
              setText('')
            }}
            onSearch={setText}
            options={(text === '' ? left : searchPlaces(left, text)).map(({ code, name }) => ({ id: code, name }))}
          />
        </div>
        {fields.length > 0 && (
          <ul className="grid max-w-2xl divide-y divide-line border-y border-line">
            {fields.map((field, index) => (
              <li key={field.id} className="flex flex-wrap items-center justify-between gap-3 py-2">
                <span className="min-w-0">{nameOf(field.code)}</span>
                <span className="flex items-end gap-2">
                  {isSplit && (
                    <span className="w-56">
                      <FormNumberField
                        control={control}
                        name={`places.${index}.percentage`}
                        label={t('percentage', { place: nameOf(field.code) })}
                        minValue={0}
                        maxValue={100}
                        step={0.0001}
                      />
                    </span>
                  )}
                  <button
                    type="button"
                    aria-label={t('removePlace', { place: nameOf(field.code) })}
                    onClick={() => remove(index)}
                    className="grid size-11 place-items-center rounded text-ink-soft hover:bg-accent-wash"
                  >
                    <Icon name="close" />
                  </button>
                </span>
              </li>
            ))}
          </ul>
        )}
        {fields.length > 1 && <Switch label={t('split')} value={isSplit} onChange={split} />}
        {isSplit && fields.length > 1 && (
          <p role="status" className="figures text-sm text-ink-soft">
            {t('sum', { sum: formatNumber(reader, Math.round(sum * 10_000) / 10_000) })}
          </p>
        )}
        <FieldFindings field="places" />
        {isPlaceSensitive({ kind: facts[0], tags: facts[1] }) && <DoNoHarm control={control} />}
      </div>
    </Section>
  )
}

function DoNoHarm({ control }: SectionProps) {
  const t = useTranslations('activities.form')
  const { field } = useController({ control, name: 'doNoHarm' })
  const answer = field.value
  return (
    <div className="grid max-w-2xl gap-4 rounded border border-line bg-surface p-4">
      <RadioGroup
        label={t('doNoHarm')}
        description={t('doNoHarmLead')}
        value={answer?.preciseIsSafe ? 'exact' : 'subregion'}
        onChange={(id) => field.onChange(id === 'exact' ? { preciseIsSafe: true, why: answer?.why ?? '' } : null)}
        options={[
          { id: 'subregion', name: t('subregion') },
          { id: 'exact', name: t('exact') },
        ]}
      />
      {answer?.preciseIsSafe && (
        <FormTextField control={control} name="doNoHarm.why" label={t('why')} isRequired maxLength={1000} />
      )}
      <FieldFindings field="doNoHarm" />
    </div>
  )
}
