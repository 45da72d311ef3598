import { aidKind, grantVisibility } from '@concert/domain/codelists'
import { grantLife } from '@concert/domain/grant'
import { z } from 'zod'
import { searched, searchPage, searchText } from '../../books/search-values.ts'

/** The filters of the grants in the books, as they stand in the address. */
export const grantSearch = z.object({
  text: searchText,
  callId: searched(z.uuid()),
  aidKind: searched(aidKind),
  life: searched(grantLife),
  visibility: searched(grantVisibility),
  page: searchPage,
})
export type GrantSearch = z.output<typeof grantSearch>

export const newGrantSearch = z.object({ callId: searched(z.uuid()) })
