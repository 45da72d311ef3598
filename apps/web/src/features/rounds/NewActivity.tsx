import { activityStatuses, emptyDraft } from '@concert/domain/activity'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { newKey } from '../../books/new-key.ts'
import { useExplain } from '../../errors.ts'
import { useReader } from '../../locale.tsx'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'

const begin = { title: '', status: 'ongoing' as const, startOn: null, endOn: null }
type Typed = { title: string; status: (typeof activityStatuses)[number]; startOn: string | null; endOn: string | null }

/** What was missing from the list, in four fields. */
export function NewActivity({ roundId }: { roundId: string }) {
  const t = useTranslations('rounds')
  const words = useTranslations('activities.statuses')
  const language = useReader()
  const explain = useExplain()
  const [isOpen, setOpen] = useState(false)
  const [key, setKey] = useState(newKey)
  const [{ title, ...fields }, setTyped] = useState<Typed>(begin)
  const type = (change: Partial<Typed>) => {
    setTyped((before) => ({ ...before, ...change }))
    setKey(newKey())
  }
  const log = useMutation(
    trpc.rounds.log.mutationOptions({
      onSuccess: () => {
        setOpen(false)
        type(begin)
      },
    }),
  )
  const send = () => {
    const draft = { ...emptyDraft(), ...fields, title: [{ language, text: title }] }
    log.mutate({ roundId, idempotencyKey: key, draft })
  }
  const actions = (
    <>
      <Button onClick={() => setOpen(false)}>{t('cancel')}</Button>
      <Button look="primary" isPending={log.isPending} onClick={send}>
        {t('add')}
      </Button>
    </>
  )
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('add')}</Button>
      <Dialog isOpen={isOpen} isAlert onClose={() => setOpen(false)} title={t('add')} actions={actions}>
        <div className="flex flex-col gap-5">
          <p className="text-ink-soft">{t('addLead')}</p>
          <TextField
            label={t('activityTitle')}
            value={title}
            maxLength={400}
            isRequired
            error={log.error ? explain(log.error).sentence : undefined}
            onChange={(text) => type({ title: text })}
          />
          <Select
            label={t('status')}
            value={fields.status}
            options={activityStatuses.map((id) => ({ id, name: words(id) }))}
            onChange={(id) => type({ status: activityStatuses.find((one) => one === id) ?? 'ongoing' })}
          />
          <DateField label={t('start')} value={fields.startOn} onChange={(startOn) => type({ startOn })} />
          <DateField label={t('end')} value={fields.endOn} onChange={(endOn) => type({ endOn })} />
        </div>
      </Dialog>
    </>
  )
}
