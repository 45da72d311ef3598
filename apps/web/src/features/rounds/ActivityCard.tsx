import { narrativeIn } from '@concert/domain/activity'
import type { AnsweredFields, ListedActivity } from '@concert/domain/round'
import { formatDate } from '@concert/messages/format'
import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import { useTranslations } from 'use-intl/react'
import { useRefusalWords } from '../../errors.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { AnswerFields } from './AnswerFields.tsx'
import { isComplete, type TypedAnswer } from './answer-queue.ts'
import type { Change } from './use-answers.ts'

interface ActivityCardProps {
  activity: ListedActivity
  typed: TypedAnswer | undefined
  isReadOnly: boolean
  onType: (activity: ListedActivity, change: Change) => void
  onDrop: (reference: string) => void
}

const kinds = ['unchanged', 'update', 'ended'] as const

/** One activity and what the agency says of it. */
export const ActivityCard = memo(function ActivityCard(props: ActivityCardProps) {
  const { activity, typed, isReadOnly, onType, onDrop } = props
  const t = useTranslations('rounds')
  const factsOf = useFacts()
  const reader = useReader()
  const title = narrativeIn(activity.title, reader)
  const kind = typed?.kind ?? activity.answer?.kind
  const choose = (next: (typeof kinds)[number]) => {
    const { status, startOn, endOn } = activity
    if (next === 'unchanged') onType(activity, { kind: next, status, startOn, endOn, note: '' })
    else if (next === 'ended') onType(activity, { kind: next, status: status === 'cancelled' ? status : 'completed' })
    else onType(activity, { kind: next, status, startOn, endOn })
  }
  return (
    <li className="flex flex-col gap-3 border-t border-line py-4" aria-label={activity.reference}>
      <div>
        <Link to={paths.activity} params={{ reference: activity.reference }} className="link font-medium">
          <span lang={title?.language ?? undefined} dir="auto">
            {title?.text ?? activity.reference}
          </span>
        </Link>
        <p className="mt-1 flex flex-wrap items-center gap-2 text-sm text-ink-soft">
          <bdi>{activity.reference}</bdi>
          <span>{factsOf(activity)}</span>
          <Badge>{t(`parts.${activity.part}`)}</Badge>
          {kind === 'new' && <Badge tone="accent">{t('kinds.new')}</Badge>}
        </p>
      </div>
      {kind !== 'new' && (
        <fieldset disabled={isReadOnly} className="flex flex-wrap gap-x-5 gap-y-1">
          <legend className="sr-only">
            {t('answer')} {activity.reference}
          </legend>
          {kinds.map((one) => (
            <label key={one} className="inline-flex min-h-8 items-center gap-2">
              <input
                type="radio"
                name={activity.reference}
                className="size-5 accent-accent-strong"
                checked={kind === one}
                onChange={() => choose(one)}
              />
              {t(`kinds.${one}`)}
            </label>
          ))}
        </fieldset>
      )}
      {(kind === 'update' || kind === 'ended') && !isReadOnly && (
        <AnswerFields activity={activity} kind={kind} typed={typed} onType={onType} />
      )}
      {typed && !isComplete(typed) && <p className="text-sm text-warning">{t('incomplete')}</p>}
      {activity.answer?.isProposal && !typed && (
        <p className="text-sm text-ink-soft">
          {t('proposal')} {factsOf(activity.answer)}
        </p>
      )}
      {typed?.trouble && <Trouble activity={activity} typed={typed} onType={onType} onDrop={onDrop} />}
    </li>
  )
})

function Trouble(props: Pick<ActivityCardProps, 'activity' | 'onType' | 'onDrop'> & { typed: TypedAnswer }) {
  const { activity, typed, onType, onDrop } = props
  const t = useTranslations('rounds')
  const refusal = useRefusalWords()
  const factsOf = useFacts()
  const { trouble } = typed
  if (trouble === null) return null
  if (trouble.outcome === 'refused')
    return (
      <Callout tone="danger" role="alert">
        {refusal(trouble.code, trouble.params)}
      </Callout>
    )
  if (trouble.outcome === 'stopped')
    return (
      <Callout tone="warning" role="alert">
        {t('stopped')}
      </Callout>
    )
  const theirs = factsOf(trouble.theirs)
  return (
    <Callout tone="warning" role="alert">
      <p>{t('conflict', { name: trouble.theirName, theirs })}</p>
      <p className="mt-3 flex flex-wrap gap-3">
        <Button size="small" onClick={() => onType(activity, { expectedVersion: trouble.theirVersion })}>
          {t('mine')}
        </Button>
        <Button size="small" onClick={() => onDrop(activity.reference)}>
          {t('theirs')}
        </Button>
      </p>
    </Callout>
  )
}

function useFacts(): (fields: AnsweredFields) => string {
  const t = useTranslations('rounds')
  const words = useTranslations('activities.statuses')
  const reader = useReader()
  return ({ status, startOn, endOn }) => {
    const end = endOn === null ? t('untilUnknown') : formatDate(reader, endOn, 'short')
    const start = startOn === null ? [] : [formatDate(reader, startOn, 'short')]
    return `${words(status)}, ${[...start, end].join(' – ')}`
  }
}
