import { z } from 'zod'
import { searched, searchPage, searchText, searchYear } from '../../books/search-values.ts'

/** What the list of rates is narrowed to, as it stands in its address. */
export const rateSearch = z.object({ currency: searched(z.string().length(3)), page: searchPage })

/** Whose reference rates are shown: a meeting by its short name. */
export const meetingRateSearch = z.object({ meeting: searchText })

/** Which pledges are set at three rates side by side. */
export const threeRatesSearch = z.object({
  meetingId: searched(z.uuid()),
  year: searchYear,
  donorId: searched(z.uuid()),
})
export type ThreeRatesSearch = z.output<typeof threeRatesSearch>
