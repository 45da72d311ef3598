import { extractKinds } from '@concert/domain/reconciliation'
import type { ExtractPreview, ImportedExtract } from '@concert/domain/reconciliation-views'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { RowRefusals } from '../../books/RowRefusals.tsx'
import { type SentSheet, SheetUpload } from '../../books/SheetUpload.tsx'
import { useExplain } from '../../errors.ts'
import { sendFiles } from '../../send-files.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { ErrorMessage } from '../../ui/ErrorMessage.tsx'
import { Section } from '../../ui/Section.tsx'
import { ChangedDocuments } from './ChangedDocuments.tsx'

type Read = { preview: ExtractPreview; sent: SentSheet }
type Imported = NonNullable<ImportedExtract['imported']>

/** An extract of the accounts of record: what it adds is shown first, and nothing is kept before it is confirmed. */
export function ExtractUpload() {
  const t = useTranslations('reconciliation')
  const [read, setRead] = useState<Read | null>(null)
  const [done, setDone] = useState<Imported | null>(null)
  const [from, setFrom] = useState<string | null>(null)
  const [until, setUntil] = useState<string | null>(null)
  const startAgain = () => {
    setRead(null)
    setDone(null)
  }
  const other = <Button onClick={startAgain}>{t('upload.other')}</Button>
  if (done) {
    return (
      <Section title={t('done.title')} actions={other}>
        <Callout tone="success" role="status">
          {t('done.lead', { new: done.new, changed: done.changed, same: done.same, matched: done.matched })}
        </Callout>
      </Section>
    )
  }
  if (read) {
    return (
      <Section title={read.preview.fileName} actions={other}>
        <Preview read={read} onDone={setDone} />
      </Section>
    )
  }
  return (
    <Section title={t('upload.title')} lead={t('upload.lead')}>
      <div className="flex flex-col gap-5">
        <div className="grid max-w-xl gap-5 sm:grid-cols-2">
          <DateField label={t('upload.from')} value={from} onChange={setFrom} isRequired />
          <DateField label={t('upload.until')} value={until} onChange={setUntil} isRequired />
        </div>
        {from === null || until === null ? (
          <p className="text-ink-soft">{t('upload.choosePeriod')}</p>
        ) : (
          <SheetUpload<ExtractPreview>
            key={`${from} ${until}`}
            path="/api/books/extracts/preview"
            example="extract.csv"
            columns={t('upload.columns')}
            beside={{ from, until }}
            onPreview={(preview, sent) => setRead({ preview, sent })}
          />
        )}
        <p className="text-sm text-ink-soft">
          {t('upload.kinds', { kinds: extractKinds.map((kind) => `${kind} (${t(`kinds.${kind}`)})`).join(', ') })}
        </p>
      </div>
    </Section>
  )
}

function Preview({ read: { preview, sent }, onDone }: { read: Read; onDone: (imported: Imported) => void }) {
  const t = useTranslations('reconciliation')
  const explain = useExplain()
  const keep = useMutation({
    mutationFn: () =>
      sendFiles<ImportedExtract>(`/api/books/extracts/import${sent.query}`, [sent.file], preview.period),
    onSuccess: (answer) => answer.imported && onDone(answer.imported),
  })
  if (preview.refusedCells > 0) return <RowRefusals refusals={preview.refusals} total={preview.refusedCells} />
  const explained = keep.error && explain(keep.error)
  const { rows, new: added, changed, same } = preview
  return (
    <div className="flex flex-col gap-6">
      {explained && <ErrorMessage reference={explained.reference}>{explained.sentence}</ErrorMessage>}
      <p className="figures">{t('preview.counts', { rows, new: added, changed, same })}</p>
      {preview.changes.length > 0 && <ChangedDocuments changes={preview.changes} />}
      {preview.isKnown ? (
        <Callout role="status">{t('preview.known')}</Callout>
      ) : (
        <div>
          <Button look="primary" isPending={keep.isPending} onClick={() => keep.mutate()}>
            {t('preview.import')}
          </Button>
        </div>
      )}
    </div>
  )
}
