import { reminderBucket } from '@concert/domain/instalment-reminders'
import { pledgeKind, pledgeLife, pledgeSorts } from '@concert/domain/pledge'
import { z } from 'zod'
import { searched, searchFlag, searchPage, searchText, searchYear } from '../../books/search-values.ts'

export type PledgeSort = (typeof pledgeSorts)[number]

/** How anyone may order pledges: by time. By amount would rank donors. */
export const publicSorts = ['newest', 'oldest'] as const

/** The filters of the public list of pledges, as they stand in its address. */
export const pledgeSearch = z.object({
  text: searchText,
  donorId: searched(z.uuid()),
  meetingId: searched(z.uuid()),
  kind: searched(pledgeKind),
  currency: searched(z.string().length(3)),
  year: searchYear,
  sort: searched(z.enum(publicSorts)),
  page: searchPage,
})

/** The same in the books, and what only fund managers ask for. */
export const bookedPledgeSearch = pledgeSearch.extend({
  sort: searched(z.enum(pledgeSorts)),
  life: searched(pledgeLife),
  overdue: searchFlag,
})
export type BookedPledgeSearch = z.output<typeof bookedPledgeSearch>

export const dueSearch = z.object({ bucket: searched(reminderBucket), page: searchPage })
