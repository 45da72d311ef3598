import { newRound, type Round } from '@concert/domain/round'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import type { z } from 'zod'
import { showInForm, useExplain, useIssueWords } from '../../errors.ts'
import { useReader } from '../../locale.tsx'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FormError } from '../../ui/form/FormError.tsx'
import { FormDateField, FormTextArea } from '../../ui/form/fields.tsx'

const formId = 'open-round'

/** The coordinator asks the agencies for a period; the half-year is proposed. */
export function OpenRound({ proposed }: { proposed: Pick<Round, 'fromOn' | 'untilOn' | 'deadline'> }) {
  const t = useTranslations('rounds')
  const reader = useReader()
  const explain = useExplain()
  const [isOpen, setOpen] = useState(false)
  const form = useForm<z.input<typeof newRound>, unknown, z.output<typeof newRound>>({
    resolver: zodResolver(newRound, { error: useIssueWords() }),
    defaultValues: { ...proposed, note: { [reader]: '' } },
  })
  const open = useMutation(
    trpc.rounds.open.mutationOptions({
      onSuccess: () => setOpen(false),
      onError: (error) => showInForm(explain(error), form.setError),
    }),
  )
  const actions = (
    <>
      <Button onClick={() => setOpen(false)}>{t('cancel')}</Button>
      <Button type="submit" form={formId} look="primary" isPending={open.isPending}>
        {t('open')}
      </Button>
    </>
  )
  return (
    <>
      <Button look="primary" onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      <Dialog isOpen={isOpen} isAlert onClose={() => setOpen(false)} title={t('open')} actions={actions}>
        <form
          id={formId}
          noValidate
          className="flex flex-col gap-5"
          onSubmit={form.handleSubmit((values) => open.mutate(values))}
        >
          <p className="text-ink-soft">{t('openLead')}</p>
          <FormError control={form.control} />
          <FormDateField control={form.control} name="fromOn" label={t('from')} isRequired />
          <FormDateField control={form.control} name="untilOn" label={t('until')} isRequired />
          <FormDateField control={form.control} name="deadline" label={t('deadlineField')} isRequired />
          <FormTextArea control={form.control} name={`note.${reader}`} label={t('note')} rows={3} maxLength={2000} />
        </form>
      </Dialog>
    </>
  )
}
