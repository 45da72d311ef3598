import { documentMatching, type ReconciledRow } from '@concert/domain/reconciliation-views'
import { formatDate } from '@concert/messages/format'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import { z } from 'zod'
import { newKey } from '../../books/new-key.ts'
import { typedText } from '../../books/typed-values.ts'
import { useMoney } from '../../books/use-money.ts'
import { showInForm, useExplain, useIssueWords } from '../../errors.ts'
import { useReader } from '../../locale.tsx'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FormError } from '../../ui/form/FormError.tsx'
import { FormComboBox, FormTextArea } from '../../ui/form/fields.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useToast } from '../../ui/Toast.tsx'

const formId = 'match-document'
const form = documentMatching.extend({
  entryNumber: z
    .string()
    .nullable()
    .transform((id) => (id === null ? undefined : Number(id)))
    .pipe(z.int({ error: undefined })),
  reason: typedText(500),
})

/** An officer says which entry a document is. Those that fit best stand first. */
export function MatchDialog({ row, onClose }: { row: ReconciledRow; onClose: () => void }) {
  const t = useTranslations('reconciliation')
  const reader = useReader()
  const money = useMoney()
  const toast = useToast()
  const explain = useExplain()
  const { document } = row
  const { data: candidates } = useQuery(trpc.reconciliation.candidates.queryOptions({ document, locale: reader }))
  const { mutateAsync: match } = useMutation(trpc.reconciliation.match.mutationOptions())
  const { control, handleSubmit, setError, formState } = useForm<z.input<typeof form>, unknown, z.output<typeof form>>({
    resolver: zodResolver(form, { error: useIssueWords() }),
    defaultValues: { document, entryNumber: null, reason: '', idempotencyKey: newKey() },
  })
  const submit = handleSubmit(async (matching) => {
    try {
      await match(matching)
      toast({ tone: 'success', text: t('match.done', { document }) })
      onClose()
    } catch (error) {
      showInForm(explain(error), setError)
    }
  })
  const hasNone = candidates?.length === 0
  const actions = (
    <>
      <Button onClick={onClose}>{t('match.cancel')}</Button>
      {!hasNone && (
        <Button type="submit" form={formId} look="primary" isPending={formState.isSubmitting}>
          {t('match.match')}
        </Button>
      )}
    </>
  )
  const said = {
    ...{ document, date: formatDate(reader, row.postedOn, 'short') },
    ...{ amount: money.full(row.amount), usd: money.usd(row.usdMinor) },
  }
  return (
    <Dialog isOpen isAlert size="wide" onClose={onClose} title={t('match.title')} actions={actions}>
      <div className="flex flex-col gap-5">
        <p className="figures">{t('match.lead', said)}</p>
        {!candidates && <Skeleton lines={3} />}
        {hasNone && <p>{t('match.none')}</p>}
        {candidates && !hasNone && (
          <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-5">
            <FormError control={control} />
            <FormComboBox
              control={control}
              name="entryNumber"
              label={t('match.entry')}
              options={candidates.map((item) => ({
                id: String(item.entryNumber),
                name: [
                  item.payment ?? t('entry', { number: String(item.entryNumber) }),
                  money.full(item.amount),
                  formatDate(reader, item.on, 'short'),
                ].join(' · '),
                description: item.donorName ?? item.document ?? item.bankAccount ?? undefined,
              }))}
              isRequired
            />
            <FormTextArea
              control={control}
              name="reason"
              label={t('match.reason')}
              rows={2}
              maxLength={500}
              isRequired
            />
          </form>
        )}
      </div>
    </Dialog>
  )
}
