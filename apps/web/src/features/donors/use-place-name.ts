import { useQuery } from '@tanstack/react-query'
import { useReader } from '../../locale.tsx'
import { trpc } from '../../trpc.ts'

/** The name of a place by its code, in the reader's language. */
export function usePlaceName(): (code: string | null) => string | null {
  const { data: places = [] } = useQuery(trpc.places.list.queryOptions({ locale: useReader() }))
  return (code) => places.find((place) => place.code === code)?.name ?? null
}
