import { inLocale } from '@concert/domain/locales'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useReader } from '../locale.tsx'
import { trpc } from '../trpc.ts'
import type { Option } from '../ui/option.ts'

/** Every agency that may be named, members first. */
export function useAgencyOptions(): Option[] {
  const reader = useReader()
  const { data } = useSuspenseQuery(trpc.agencies.options.queryOptions())
  return data.map(({ id, acronym, names }) => ({ id, name: acronym, description: inLocale(names, reader) }))
}
