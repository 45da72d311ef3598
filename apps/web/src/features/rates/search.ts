import { z } from 'zod'
import { searched, searchPage } from '../../books/search-values.ts'

/** What the list of rates is narrowed to, as it stands in its address. */
export const rateSearch = z.object({ currency: searched(z.string().length(3)), page: searchPage })
