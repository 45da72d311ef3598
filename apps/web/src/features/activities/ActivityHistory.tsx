import { formatInstant } from '@concert/messages/format'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { useReader } from '../../locale.tsx'
import { trpc } from '../../trpc.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { useFieldText } from './use-activity-words.ts'

/** Every version, newest first: who, when, and what each changed field then said. */
export function ActivityHistory({ reference }: { reference: string }) {
  const t = useTranslations('activities')
  const reader = useReader()
  const textOf = useFieldText()
  const { data: versions } = useSuspenseQuery(trpc.activities.history.queryOptions({ reference }))
  return (
    <ol>
      {versions.map(({ version, at, byName, change, fields, draft }) => {
        const line = t('detail.versionLine', { version, at: formatInstant(reader, at), name: byName })
        const heading = (
          <span>
            {t(`changes.${change}`)} <span className="figures ms-2 text-sm font-normal text-ink-soft">{line}</span>
          </span>
        )
        return (
          <li key={version}>
            {fields.length === 0 ? (
              <p className="border-b border-line py-2.5 font-medium">{heading}</p>
            ) : (
              <Disclosure title={heading}>
                <dl className="grid gap-3">
                  {fields.map((field) => (
                    <div key={field}>
                      <dt className="text-sm text-ink-soft">{t(`fields.${field}`)}</dt>
                      <dd className="whitespace-pre-line" dir="auto">
                        {textOf(field, draft) || t('conflict.empty')}
                      </dd>
                    </div>
                  ))}
                </dl>
              </Disclosure>
            )}
          </li>
        )
      })}
    </ol>
  )
}
