import type { ActivityDraft } from '@concert/domain/activity'
import { type DraftField, mergeDrafts } from '@concert/domain/activity-merge'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { useFieldText } from '../../coordination/use-activity-words.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { RadioGroup } from '../../ui/RadioGroup.tsx'

interface ConflictDialogProps {
  conflict: {
    base: ActivityDraft
    mine: ActivityDraft
    theirs: ActivityDraft
    theirVersion: number
    theirName: string
  }
  onClose: () => void
  onMerged: (draft: ActivityDraft, theirVersion: number) => void
}

/** Two edits that met: both are shown, and a person chooses for each field that both changed. */
export function ConflictDialog({ conflict, onClose, onMerged }: ConflictDialogProps) {
  const { base, mine, theirs, theirVersion, theirName: name } = conflict
  const t = useTranslations('activities')
  const textOf = useFieldText()
  const { merged, conflicts, taken } = mergeDrafts(base, mine, theirs)
  const [fromTheirs, setFromTheirs] = useState<ReadonlySet<DraftField>>(new Set())
  const choose = (field: DraftField, side: string) => {
    const next = new Set(fromTheirs)
    if (side === 'theirs') next.add(field)
    else next.delete(field)
    setFromTheirs(next)
  }
  const result = () => {
    const chosen = Object.fromEntries([...fromTheirs].map((field) => [field, theirs[field]]))
    onMerged({ ...merged, ...chosen }, theirVersion)
  }
  return (
    <Dialog
      isOpen
      isAlert
      size="wide"
      onClose={onClose}
      title={t('conflict.title')}
      actions={
        <>
          <Button onClick={onClose}>{t('actions.cancel')}</Button>
          <Button look="primary" onClick={result}>
            {t('conflict.use')}
          </Button>
        </>
      }
    >
      <p className="mb-4">{t('conflict.lead', { name, version: theirVersion })}</p>
      <div className="grid gap-5">
        {conflicts.map((field) => (
          <RadioGroup
            key={field}
            label={t(`fields.${field}`)}
            value={fromTheirs.has(field) ? 'theirs' : 'mine'}
            onChange={(side) => choose(field, side)}
            options={[
              { id: 'mine', name: t('conflict.mine'), description: textOf(field, mine) || t('conflict.empty') },
              {
                id: 'theirs',
                name: t('conflict.theirs', { name }),
                description: textOf(field, theirs) || t('conflict.empty'),
              },
            ]}
          />
        ))}
        {taken.length > 0 && (
          <p>{t('conflict.taken', { fields: taken.map((field) => t(`fields.${field}`)).join(', ') })}</p>
        )}
      </div>
    </Dialog>
  )
}
