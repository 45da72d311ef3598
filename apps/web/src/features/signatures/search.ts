import { z } from 'zod'
import { searchPage } from '../../books/search-values.ts'

/** What of the list of second signatures stands in its address. */
export const signatureSearch = z.object({ page: searchPage })
