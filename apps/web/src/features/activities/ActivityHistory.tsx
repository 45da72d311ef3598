import { formatInstant } from '@concert/messages/format'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { useFieldText } from '../../coordination/use-activity-words.ts'
import { useReader } from '../../locale.tsx'
import { type Answers, trpc } from '../../trpc.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { RestoreButton } from './RestoreButton.tsx'

type Version = Answers['activities']['history'][number]

interface ActivityHistoryProps {
  activity: { reference: string; version: number; mayWrite: boolean }
}

/** Every version, newest first: who, when, and what each changed field said before and then. */
export function ActivityHistory({ activity }: ActivityHistoryProps) {
  const t = useTranslations('activities')
  const reader = useReader()
  const { reference } = activity
  const { data: versions } = useSuspenseQuery(trpc.activities.history.queryOptions({ reference }))
  return (
    <ol>
      {versions.map((one, index) => {
        const { version, at, byName, change, fields } = one
        const line = t('detail.versionLine', { version, at: formatInstant(reader, at), name: byName })
        const heading = (
          <span>
            {t(`changes.${change}`)} <span className="figures ms-2 text-sm font-normal text-ink-soft">{line}</span>
          </span>
        )
        const restore = activity.mayWrite && index > 0 && <RestoreButton activity={activity} version={version} />
        return (
          <li key={version}>
            {fields.length === 0 ? (
              <div className="flex flex-wrap items-center justify-between gap-3 border-b border-line py-2.5">
                <p className="font-medium">{heading}</p>
                {restore}
              </div>
            ) : (
              <Disclosure title={heading}>
                <Changes one={one} before={versions[index + 1]} />
                {restore && <div className="mt-4">{restore}</div>}
              </Disclosure>
            )}
          </li>
        )
      })}
    </ol>
  )
}

function Changes({ one, before }: { one: Version; before: Version | undefined }) {
  const t = useTranslations('activities')
  const textOf = useFieldText()
  return (
    <dl className="grid gap-3">
      {one.fields.map((field) => (
        <div key={field}>
          <dt className="text-sm text-ink-soft">{t(`fields.${field}`)}</dt>
          {before && (
            <dd className="text-sm whitespace-pre-line text-ink-soft">
              {t('restore.before')} <del dir="auto">{textOf(field, before.draft) || t('conflict.empty')}</del>
            </dd>
          )}
          <dd className="whitespace-pre-line" dir="auto">
            {textOf(field, one.draft) || t('conflict.empty')}
          </dd>
        </div>
      ))}
    </dl>
  )
}
