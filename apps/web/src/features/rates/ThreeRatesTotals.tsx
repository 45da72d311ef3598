import type { ThreeRatesTotal } from '@concert/domain/three-rates'
import { useTranslations } from 'use-intl/react'
import { useMoney } from '../../books/use-money.ts'

/** The totals line by line, so that anyone can add them up: each difference stands between its two amounts. */
export function ThreeRatesTotals({ total }: { total: ThreeRatesTotal }) {
  const t = useTranslations('rates.three')
  const money = useMoney()
  const lines = [
    { id: 'atAnnouncement', minor: total.announcedUsd, isSum: false },
    { id: 'toMeeting', minor: total.announcementToMeeting, isSum: false },
    { id: 'atMeeting', minor: total.meetingUsd, isSum: true },
    { id: 'receivedAtAnnouncement', minor: total.receivedAtAnnouncementUsd, isSum: false },
    { id: 'toReceipt', minor: total.announcementToReceipt, isSum: false },
    { id: 'atReceipt', minor: total.receivedUsd, isSum: true },
  ] as const
  return (
    <div className="mb-6 max-w-xl">
      <table className="w-full border-collapse">
        <caption className="pb-1 text-start font-semibold">
          {t('total', { count: total.pledges })}
          <span className="sr-only"> {t('totalsCaption')}</span>
        </caption>
        <tbody>
          {lines.map(
            ({ id, minor, isSum }) =>
              minor !== null && (
                <tr key={id} className={isSum ? 'border-t border-line-strong' : undefined}>
                  <th scope="row" className={`py-1 pe-4 text-start ${isSum ? 'font-medium' : 'font-normal'}`}>
                    {t(id)}
                  </th>
                  <td className={`figures py-1 text-end whitespace-nowrap ${isSum ? 'font-medium' : ''}`}>
                    {money.usd(minor)}
                  </td>
                </tr>
              ),
          )}
        </tbody>
      </table>
    </div>
  )
}
