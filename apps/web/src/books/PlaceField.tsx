import { searchPlaces } from '@concert/domain/place'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Control, FieldPath, FieldValues } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import { useReader } from '../locale.tsx'
import { trpc } from '../trpc.ts'
import { FormComboBox } from '../ui/form/fields.tsx'

interface PlaceFieldProps<Values extends FieldValues, Context, Output> {
  control: Control<Values, Context, Output>
  name: FieldPath<Values>
  /** Otherwise it is a donor's. */
  label?: string
  description?: string
  isRequired?: boolean
}

/** A country or region, found in the reader's language. */
export function PlaceField<Values extends FieldValues, Context, Output>({
  control,
  name,
  label,
  description,
  isRequired = false,
}: PlaceFieldProps<Values, Context, Output>) {
  const t = useTranslations('donors')
  const reader = useReader()
  const { data: places = [] } = useQuery(trpc.places.list.queryOptions({ locale: reader }))
  const [text, setText] = useState('')
  const isChosen = places.some((place) => place.name === text)
  const found = text === '' || isChosen ? places : searchPlaces(places, text)
  return (
    <FormComboBox
      control={control}
      name={name}
      label={label ?? t('place')}
      description={description ?? t('placeLead')}
      isRequired={isRequired}
      options={found.map((place) => ({ id: place.code, name: place.name }))}
      onSearch={setText}
    />
  )
}
