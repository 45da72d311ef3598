import type { OverlapReason } from '@concert/domain/overlap'
import type { SettlementKind } from '@concert/domain/overlap-verdict'
import { settlementKinds } from '@concert/domain/overlap-verdict'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { useExplain } from '../errors.ts'
import { trpc } from '../trpc.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { useToast } from '../ui/Toast.tsx'
import { OverlapReasons } from './OverlapReasons.tsx'
import { useMailboxWords } from './OverlapVerdicts.tsx'

interface SettleOverlapProps {
  references: [string, string]
  reasons: readonly OverlapReason[]
}

/** The verdicts that a pair may get, each behind a button that asks why. */
export function SettleOverlap({ references, reasons }: SettleOverlapProps) {
  const t = useTranslations('overlaps.settle')
  const [kind, setKind] = useState<SettlementKind | null>(null)
  return (
    <div className="flex flex-wrap gap-2">
      {settlementKinds.map((one) => (
        <Button key={one} size="small" onClick={() => setKind(one)}>
          {t(one)}
        </Button>
      ))}
      {kind && <Settling kind={kind} references={references} reasons={reasons} onClose={() => setKind(null)} />}
    </div>
  )
}

function Settling({
  kind,
  references,
  reasons,
  onClose,
}: SettleOverlapProps & { kind: SettlementKind; onClose: () => void }) {
  const t = useTranslations('overlaps')
  const toast = useToast()
  const explain = useExplain()
  const [note, setNote] = useState('')
  const [error, setError] = useState<string>()
  // The same verdict sent again, over a line that broke, stays one.
  const attempt = useRef({ note: '', idempotencyKey: '' })
  const settle = useMutation(
    trpc.overlaps.settle.mutationOptions({
      onSuccess: () => {
        onClose()
        toast({ tone: 'success', text: t('settle.done') })
      },
      onError: (thrown) => setError(explain(thrown).sentence),
    }),
  )
  const save = () => {
    if (note.trim().length < 3) return setError(t('errors.note_missing'))
    if (attempt.current.note !== note) attempt.current = { note, idempotencyKey: crypto.randomUUID() }
    settle.mutate({ references, kind, note, idempotencyKey: attempt.current.idempotencyKey })
  }
  const [one, other] = references
  return (
    <Dialog
      isOpen
      isAlert
      onClose={onClose}
      title={t(`settle.${kind}Title`, { one, other })}
      actions={
        <>
          <Button onClick={onClose}>{t('settle.cancel')}</Button>
          <Button look="primary" isPending={settle.isPending} onClick={save}>
            {t('settle.save')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <TextArea
          label={t(`settle.${kind}Note`)}
          description={t('settle.hint')}
          value={note}
          onChange={(text) => {
            setNote(text)
            setError(undefined)
          }}
          maxLength={1000}
          error={error}
          isRequired
        />
        {kind === 'coordinate' && <Mailboxes references={references} />}
        <p className="text-sm text-ink-soft">{t('settle.rests')}</p>
        <OverlapReasons reasons={reasons} />
      </div>
    </Dialog>
  )
}

/** Where the two agencies write to each other, as the verdict will name it. */
function Mailboxes({ references }: { references: [string, string] }) {
  const t = useTranslations('overlaps.settle')
  const mailboxes = useMailboxWords()
  const { data: page } = useQuery(trpc.overlaps.pair.queryOptions({ references }))
  if (!page) return null
  return <p className="text-sm">{t('mailboxes', { list: mailboxes(page.sides.map(({ mailbox }) => mailbox)) })}</p>
}
