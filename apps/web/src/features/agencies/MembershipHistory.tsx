import { formatInstant } from '@concert/messages/format'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { useReader } from '../../locale.tsx'
import { trpc } from '../../trpc.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { usePeriod } from './period.ts'

/** What was written of an agency's roles, newest first; for the group. */
export function MembershipHistory({ slug }: { slug: string }) {
  const t = useTranslations('agencies')
  const reader = useReader()
  const period = usePeriod()
  const { data: me } = useQuery(trpc.session.me.queryOptions())
  const isMember = me?.actor.kind === 'person'
  const { data: changes = [] } = useQuery(trpc.agencies.history.queryOptions({ slug }, { enabled: isMember }))
  if (changes.length === 0) return null
  return (
    <div className="mt-6">
      <Disclosure title={t('history.title')}>
        <ol className="space-y-3">
          {changes.map(({ id, kind, at, byName, before, after, reason }) => (
            <li key={id}>
              <p>
                {t('history.line', {
                  change: t(`change.${kind}`),
                  at: formatInstant(reader, at),
                  who: byName,
                })}
                : {period(after)}
              </p>
              {kind === 'corrected' && before && (
                <p className="text-ink-soft">{t('history.before', { period: period(before) })}</p>
              )}
              {reason && (
                <p className="text-ink-soft" dir="auto">
                  {t('history.reason', { reason })}
                </p>
              )}
            </li>
          ))}
        </ol>
      </Disclosure>
    </div>
  )
}
