import { donorKind } from '@concert/domain/codelists'
import { z } from 'zod'
import { searched, searchPage, searchText } from '../../books/search-values.ts'

/** The filters of a list of donors, as they stand in its address. */
export const donorSearch = z.object({ text: searchText, kind: searched(donorKind), page: searchPage })
export type DonorSearch = z.output<typeof donorSearch>
