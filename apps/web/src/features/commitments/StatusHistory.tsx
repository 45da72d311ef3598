import { codeKey } from '@concert/domain/codelists'
import { formatInstant } from '@concert/messages/format'
import { useTranslations } from 'use-intl/react'
import { useReader } from '../../locale.tsx'
import type { Answers } from '../../trpc.ts'
import { NoteText } from './NoteText.tsx'

/** How the statuses of a paragraph came to be, the newest step first. */
export function StatusHistory({ steps }: { steps: Answers['commitments']['get']['steps'] }) {
  const t = useTranslations('commitments.history')
  const tCodes = useTranslations('codes')
  const reader = useReader()
  if (steps.length === 0) return <p className="text-ink-soft">{t('empty')}</p>
  return (
    <ol className="divide-y divide-line border-y border-line">
      {steps.map(({ addressee, status, note, at, byName }) => (
        <li key={`${addressee} ${at}`} className="space-y-0.5 py-3">
          <p>
            {t('step', {
              addressee: tCodes(codeKey('addressees', addressee)),
              status: tCodes(codeKey('commitmentStatuses', status)),
            })}
          </p>
          <p className="figures text-sm text-ink-soft">
            {byName === ''
              ? t('at', { date: formatInstant(reader, at) })
              : t('by', { date: formatInstant(reader, at), name: byName })}
          </p>
          <NoteText note={note} />
        </li>
      ))}
    </ol>
  )
}
