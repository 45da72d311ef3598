import { z } from 'zod'

// Values of an address. What cannot be read is left out, so that an old link still opens; a reader of links may take
// digits for a number.

const asText = z.union([z.string(), z.number()]).transform(String)

export const searchText = asText.pipe(z.string().max(100)).optional().catch(undefined)
export const searchPage = z.int().min(1).max(10_000).optional().catch(undefined)
export const searchYear = z.int().min(2000).max(2200).optional().catch(undefined)
export const searchFlag = z.boolean().optional().catch(undefined)
export const searched = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined)

/** What of an address is a list's own: the language belongs to every page. */
export function filtersOf<Search extends { lang?: unknown }>({ lang: _, ...filters }: Search): Omit<Search, 'lang'> {
  return filters
}

/** How many filters of a list are set: all but its page and its order. */
export function countFilters({ page: _, sort: __, ...filters }: Record<string, unknown>): number {
  return Object.values(filters).filter((value) => value !== undefined).length
}
