import { narrativeIn } from '@concert/domain/activity'
import { activityKinds, exploitationForms, pillars } from '@concert/domain/codelists'
import type { ConfirmedClassification } from '@concert/domain/import-plan'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { useReader } from '../../locale.tsx'
import { Button } from '../../ui/Button.tsx'
import { CheckboxGroup } from '../../ui/CheckboxGroup.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Select } from '../../ui/Select.tsx'
import { useWordsAt } from '../../words.ts'
import type { ReviewRow } from './ReviewList.tsx'

interface ClassifyDialogProps {
  row: ReviewRow
  isPending: boolean
  onClose: () => void
  onAccept: (classification: ConfirmedClassification) => void
}

/** Accepts one activity with a classification of one's own; it begins with what Concert proposes. */
export function ClassifyDialog({ row, isPending, onClose, onAccept }: ClassifyDialogProps) {
  const t = useTranslations('imports')
  const wordsAt = useWordsAt()
  const [value, setValue] = useState<ConfirmedClassification>({
    pillars: row.proposal.pillars,
    forms: row.proposal.forms,
    kind: row.proposal.kind,
  })
  const options = (list: string, codes: readonly string[]) =>
    codes.map((id) => ({ id, name: wordsAt(`codes.${list}.${id}`) ?? id }))
  const labels = useTranslations('activities.fields')
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('review.editTitle')}
      size="wide"
      actions={
        <Button look="primary" isPending={isPending} onClick={() => onAccept(value)}>
          {t('review.accept')}
        </Button>
      }
    >
      <div className="flex flex-col gap-6">
        <p className="text-lg font-medium" dir="auto">
          {narrativeIn(row.title, useReader())?.text ?? t('review.untitled')}
        </p>
        <CheckboxGroup
          label={labels('pillars')}
          value={value.pillars}
          options={options('pillars', pillars)}
          onChange={(ids) => setValue({ ...value, pillars: pillars.filter((code) => ids.includes(code)) })}
        />
        <Select
          label={labels('kind')}
          value={value.kind}
          emptyOption={t('review.noKind')}
          options={options('activityKinds', activityKinds)}
          onChange={(id) => setValue({ ...value, kind: activityKinds.find((code) => code === id) ?? null })}
        />
        <CheckboxGroup
          label={labels('forms')}
          value={value.forms}
          options={options('exploitationForms', exploitationForms)}
          onChange={(ids) => setValue({ ...value, forms: exploitationForms.filter((code) => ids.includes(code)) })}
        />
      </div>
    </Dialog>
  )
}
