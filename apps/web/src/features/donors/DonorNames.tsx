import { donorRenaming } from '@concert/domain/donor'
import type { DonorRecord } from '@concert/domain/fund-views'
import { formatDate } from '@concert/messages/format'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import type { z } from 'zod'
import { NameFields } from '../../books/NameFields.tsx'
import { newKey } from '../../books/new-key.ts'
import { showInForm, useExplain, useIssueWords } from '../../errors.ts'
import { ownNames, useReader } from '../../locale.tsx'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FormError } from '../../ui/form/FormError.tsx'
import { useToast } from '../../ui/Toast.tsx'

/** Every name of a donor: nothing is renamed away, an earlier name stays beside the new one. */
export function DonorNames({ donor }: { donor: DonorRecord }) {
  const t = useTranslations('donors')
  const reader = useReader()
  const [isAdding, setAdding] = useState(false)
  const rows = donor.names.map((name, index) => ({ ...name, key: String(index) }))
  return (
    <>
      <DataTable
        caption={t('names')}
        density="dense"
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          {
            id: 'name',
            header: t('name'),
            cell: ({ name, language }) => (
              <bdi lang={language} dir="auto">
                {name}
              </bdi>
            ),
          },
          { id: 'language', header: t('language'), cell: ({ language }) => ownNames[language] },
          { id: 'role', header: t('role'), cell: ({ role }) => t(`roles.${role}`) },
          {
            id: 'since',
            header: t('since'),
            cell: ({ since }) => (since ? formatDate(reader, since, 'short') : t('sinceUnknown')),
          },
        ]}
      />
      <div className="mt-4">
        <Button onClick={() => setAdding(true)}>{t('addName')}</Button>
      </div>
      {isAdding && <NewNameDialog donor={donor} onClose={() => setAdding(false)} />}
    </>
  )
}

const formId = 'new-name'

function NewNameDialog({ donor, onClose }: { donor: DonorRecord; onClose: () => void }) {
  const t = useTranslations('donors')
  const toast = useToast()
  const explain = useExplain()
  const reader = useReader()
  const { mutateAsync: addName } = useMutation(trpc.donors.addName.mutationOptions())
  const { control, handleSubmit, setError, formState } = useForm<
    z.input<typeof donorRenaming>,
    unknown,
    z.output<typeof donorRenaming>
  >({
    resolver: zodResolver(donorRenaming, { error: useIssueWords() }),
    defaultValues: {
      donorId: donor.id,
      name: { name: '', language: reader, role: 'main', since: null },
      idempotencyKey: newKey(),
    },
  })
  const submit = handleSubmit(async (renaming) => {
    try {
      await addName(renaming)
      toast({ tone: 'success', text: t('nameAdded', { name: renaming.name.name }) })
      onClose()
    } catch (error) {
      showInForm(explain(error), setError)
    }
  })
  const actions = (
    <>
      <Button onClick={onClose}>{t('cancel')}</Button>
      <Button type="submit" form={formId} look="primary" isPending={formState.isSubmitting}>
        {t('addName')}
      </Button>
    </>
  )
  return (
    <Dialog isOpen isAlert onClose={onClose} title={t('addName')} actions={actions}>
      <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-5">
        <FormError control={control} />
        <NameFields control={control} at="name" />
      </form>
    </Dialog>
  )
}
