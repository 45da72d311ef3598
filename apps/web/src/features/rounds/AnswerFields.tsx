import { activityStatuses } from '@concert/domain/activity'
import type { ListedActivity } from '@concert/domain/round'
import { useTranslations } from 'use-intl/react'
import { ButtonLink } from '../../layout/links.ts'
import { paths } from '../../paths.ts'
import { DateField } from '../../ui/DateField.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { TypedAnswer } from './answer-queue.ts'
import type { Change } from './use-answers.ts'

interface AnswerFieldsProps {
  activity: ListedActivity
  kind: 'update' | 'ended'
  typed: TypedAnswer | undefined
  onType: (activity: ListedActivity, change: Change) => void
}

/** The fields that change most often, and the way to all the others. */
export function AnswerFields({ activity, kind, typed, onType }: AnswerFieldsProps) {
  const t = useTranslations('rounds')
  const words = useTranslations('activities.statuses')
  const shown = typed ?? { ...(activity.answer ?? activity), note: activity.answer?.note ?? '' }
  const statuses = activityStatuses.filter((one) => kind === 'update' || one === 'completed' || one === 'cancelled')
  const status = (id: string | null) => {
    const chosen = statuses.find((one) => one === id)
    if (chosen) onType(activity, { kind, status: chosen })
  }
  return (
    <div className="grid gap-4 sm:grid-cols-3">
      <Select
        label={t('status')}
        value={shown.status}
        onChange={status}
        options={statuses.map((id) => ({ id, name: words(id) }))}
      />
      {kind === 'update' && (
        <DateField
          label={t('start')}
          value={shown.startOn}
          onChange={(startOn) => onType(activity, { kind, startOn })}
        />
      )}
      <DateField label={t('end')} value={shown.endOn} onChange={(endOn) => onType(activity, { kind, endOn })} />
      <div className="sm:col-span-3">
        <TextField
          label={t('changed')}
          value={shown.note}
          maxLength={1000}
          onChange={(note) => onType(activity, { kind, note })}
        />
      </div>
      <p>
        <ButtonLink size="small" to={paths.editActivity} params={{ reference: activity.reference }}>
          {t('fullForm')}
        </ButtonLink>
      </p>
    </div>
  )
}
