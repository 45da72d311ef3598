import { useNavigate } from '@tanstack/react-router'
import { useCallback, useDeferredValue } from 'react'
import { countFilters, filtersOf } from './search-values.ts'

interface ListFilters<Filters> {
  /** What the fields show: at once. */
  filters: Filters
  /** What the rows are asked with: they follow when they are here; until then the last ones stay, and so does the field in use. */
  shown: Filters
  isFiltered: boolean
  /** Filters of this list; what its address does not know, it leaves out. */
  change: (changed: object) => void
  clear: () => void
  toPage: (page: number) => void
}

/** The filters of a list, kept in its address: `useListFilters(useSearch({ from: paths.payments }))`. */
export function useListFilters<Address extends { lang?: unknown; page?: number }>(
  address: Address,
): ListFilters<Omit<Address, 'lang'>> {
  const navigate = useNavigate()
  const filters = filtersOf(address)
  const shown = filtersOf(useDeferredValue(address))
  const change = useCallback(
    (changed: object) =>
      void navigate({
        to: '.',
        search: (now: object) => ({ ...now, page: undefined, ...changed }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  )
  return {
    filters,
    shown,
    isFiltered: countFilters(filters) > 0,
    change,
    clear: () => void navigate({ to: '.', search: {} }),
    toPage: (page) => void navigate({ to: '.', search: (now: object) => ({ ...now, page }) }),
  }
}
