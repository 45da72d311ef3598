import { searchPlaces } from '@concert/domain/place'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useReader } from '../locale.tsx'
import { trpc } from '../trpc.ts'
import { ComboBox } from '../ui/ComboBox.tsx'

interface PlaceFilterProps {
  label: string
  value: string | null
  onChange: (code: string | undefined) => void
  error?: string | undefined
}

/** A country or region of a list, found by its name. A country stands in the address by its three letters. */
export function PlaceFilter({ label, value, onChange, error }: PlaceFilterProps) {
  const reader = useReader()
  const { data: places } = useSuspenseQuery(trpc.places.list.queryOptions({ locale: reader }))
  const [text, setText] = useState('')
  const idOf = (place: (typeof places)[number]) => place.iso3 ?? place.code
  const toOption = (place: (typeof places)[number]) => ({ id: idOf(place), name: place.name })
  const chosen = places.find((place) => idOf(place) === value || place.code === value)
  const options = text === '' || text === chosen?.name ? places : searchPlaces(places, text)
  return (
    <ComboBox
      label={label}
      value={chosen ? idOf(chosen) : null}
      selected={chosen ? toOption(chosen) : null}
      onChange={(id) => onChange(id ?? undefined)}
      onSearch={setText}
      options={options.map(toOption)}
      error={error}
    />
  )
}
