import type { OverlapFact } from '@concert/domain/overlap'
import type { OverlapVerdict, PartyMailbox } from '@concert/domain/overlap-verdict'
import { formatInstant } from '@concert/messages/format'
import { useTranslations } from 'use-intl/react'
import { useReader } from '../locale.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'

/** What was decided on a pair, the newest first, and what changed since. */
export function OverlapVerdicts({
  verdicts,
  changed = [],
}: {
  verdicts: readonly OverlapVerdict[]
  changed?: readonly OverlapFact[]
}) {
  const t = useTranslations('overlaps')
  const reader = useReader()
  const [newest, ...earlier] = verdicts
  const mailboxes = useMailboxWords()
  const written = ({ kind, note, at, byName, byAgency }: OverlapVerdict) =>
    t('verdict', { kind: t(`kinds.${kind}`), agency: byAgency ?? byName, at: formatInstant(reader, at), note })
  return (
    <div className="grid gap-2 text-sm">
      {changed.length > 0 && (
        <p className="font-medium text-warning">
          {t('changed', { facts: changed.map((fact) => t(`facts.${fact}`)).join(', ') })}
        </p>
      )}
      {newest && <p dir="auto">{written(newest)}</p>}
      {newest && newest.mailboxes.length > 0 && <p>{t('writeTo', { list: mailboxes(newest.mailboxes) })}</p>}
      {earlier.length > 0 && (
        <Disclosure title={t('earlier')}>
          <ul className="grid gap-2">
            {earlier.map((verdict) => (
              <li key={verdict.at} dir="auto">
                {written(verdict)}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  )
}

/** Agencies with their mailboxes, in one line; of those without one it says so. */
export function useMailboxWords(): (mailboxes: readonly PartyMailbox[]) => string {
  const t = useTranslations('overlaps')
  return (mailboxes) =>
    mailboxes
      .map(({ acronym, address }) =>
        address === null ? t('mailboxNone', { agency: acronym }) : t('mailbox', { agency: acronym, address }),
      )
      .join('; ')
}
