import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { ActivityTitle } from '../../coordination/ActivityTitle.tsx'
import { paths } from '../../paths.ts'
import type { DayEvent } from './day-events.ts'

/** As many as a day has before the reader asks for all. */
const shown = 3

/** What is on one day. */
export function DayEvents({ events }: { events: readonly DayEvent[] }) {
  const t = useTranslations('calendar')
  const [isOpen, setOpen] = useState(false)
  const hidden = events.length - shown
  const visible = isOpen || hidden <= 1 ? events : events.slice(0, shown)
  return (
    <>
      <ul className="mt-1 flex flex-col gap-1 text-sm leading-snug">
        {visible.map((event) => (
          <li key={event.id} className={`border-s-3 ps-1.5 ${looks[event.what]}`}>
            <Words event={event} />
          </li>
        ))}
      </ul>
      {hidden > 1 && !isOpen && (
        <button type="button" className="link mt-1 min-h-6 text-sm" onClick={() => setOpen(true)}>
          {t('moreThatDay', { count: hidden })}
        </button>
      )}
    </>
  )
}

const looks = { starts: 'border-accent', ends: 'border-line-strong', group: 'border-warning' }

function Words({ event }: { event: DayEvent }) {
  const t = useTranslations('calendar')
  if (event.what === 'group') {
    const { kind, title, id } = event.date
    const label = t(`dates.${kind}`)
    return kind === 'round_deadline' ? (
      <Link to={paths.round} search={{ round: id }} className="link">
        {label}
      </Link>
    ) : (
      <Link to={paths.agenda} search={{ meeting: id }} className="link">
        {label}
        {title && (
          <>
            {': '}
            <bdi>{title}</bdi>
          </>
        )}
      </Link>
    )
  }
  const { activity, what, agencies } = event
  return (
    <>
      <span className="block text-ink-soft">
        {t(what)} · <bdi>{agencies.join(', ')}</bdi>
      </span>
      <Link to={paths.activity} params={{ reference: activity.reference }} className="link line-clamp-3 wrap-anywhere">
        <ActivityTitle activity={activity} />
      </Link>
    </>
  )
}
