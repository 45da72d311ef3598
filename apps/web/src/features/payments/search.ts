import { z } from 'zod'
import { searched, searchFlag, searchPage, searchText, searchYear } from '../../books/search-values.ts'

/** The filters of the list of payments, as they stand in its address. */
export const paymentSearch = z.object({
  text: searchText,
  donorId: searched(z.uuid()),
  bankAccountId: searched(z.uuid()),
  year: searchYear,
  unallocated: searchFlag,
  page: searchPage,
})
export type PaymentSearch = z.output<typeof paymentSearch>

/** A payment can be begun from a donor's page. */
export const newPaymentSearch = z.object({ donorId: searched(z.uuid()) })
