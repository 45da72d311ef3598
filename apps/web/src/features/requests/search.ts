import { calendarDate } from '@concert/domain/calendar-date'
import { pillar } from '@concert/domain/codelists'
import { requestStage } from '@concert/domain/request'
import { z } from 'zod'
import { searched, searchFlag, searchPage } from '../../books/search-values.ts'

/** The filters of the requests, as they stand in the address. */
export const requestSearch = z.object({
  stage: searched(requestStage),
  pillar: searched(pillar),
  unanswered: searchFlag,
  page: searchPage,
  /** The period of the indicators; the list is of all times. */
  from: searched(calendarDate),
  until: searched(calendarDate),
})
