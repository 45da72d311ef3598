import type { Trx } from '@concert/db/client'
import { findOwedInstalments } from '@concert/db/instalments-due'
import type { DueInstalment } from '@concert/domain/instalment-reminders'
import type { Locale } from '@concert/domain/locales'
import { type DayEvent, writeCalendar } from '@concert/exchange/ical/write-calendar'
import type { Say } from '@concert/messages/words'

/** How a calendar is written: for whom, and with links to where; on which day. */
export interface FeedWriting {
  say: Say
  locale: Locale
  publicUrl: string | undefined
  day: string
}

/** As many instalments as a calendar is told; the earliest ones. */
const most = 2000

export async function writeInstalments(trx: Trx, { say, locale, publicUrl }: FeedWriting): Promise<string> {
  const instalments = await findOwedInstalments(trx, locale, most)
  return writeCalendar(
    say('feeds.event.name'),
    instalments.map((one) => eventOf(one, say, publicUrl)),
  )
}

/** No amount, and no name of a donor who is not named: a calendar is shared more easily than the books. */
function eventOf(one: DueInstalment & { changedAt: string }, say: Say, publicUrl: string | undefined): DayEvent {
  const { id, dueOn, changedAt, pledgeReference: reference, donorName, position } = one
  const donor = one.anonymous ? null : donorName
  return {
    uid: id,
    on: dueOn,
    changedAt,
    summary:
      donor === null ? say('feeds.event.unnamed', { reference }) : say('feeds.event.named', { reference, donor }),
    description: say('feeds.event.detail', { position }),
    ...(publicUrl === undefined ? {} : { url: new URL(`/fund/pledges/${reference}`, publicUrl).href }),
  }
}
