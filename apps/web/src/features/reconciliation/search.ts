import { reconciliationStates } from '@concert/domain/reconciliation-views'
import { z } from 'zod'
import { searched, searchPage } from '../../books/search-values.ts'

/** Which state of the comparison is open, and which of its pages. */
export const reconciliationSearch = z.object({ state: searched(z.enum(reconciliationStates)), page: searchPage })
