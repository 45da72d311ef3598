import type { ImportReport } from '@concert/domain/import-plan'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { useExplain } from '../../errors.ts'
import { sendFiles } from '../../send-files.ts'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { ErrorMessage } from '../../ui/ErrorMessage.tsx'
import { FileDrop } from '../../ui/FileDrop.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { PastImports } from './PastImports.tsx'
import { PendingReview } from './PendingReview.tsx'
import { ReportView } from './ReportView.tsx'

/** Files come in here: what an import would do is shown first, and nothing is written before it is confirmed. */
export function ImportsPage() {
  const t = useTranslations('imports')
  const { data } = useSuspenseQuery(trpc.imports.list.queryOptions())
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Upload />
      <PendingReview pending={data.pending} />
      <PastImports imports={data.imports} />
    </Page>
  )
}

function Upload() {
  const t = useTranslations('imports')
  const [files, setFiles] = useState<File[]>([])
  const preview = useMutation({ mutationFn: (chosen: File[]) => send('preview', chosen) })
  const run = useMutation({ mutationFn: (chosen: File[]) => send('run', chosen) })
  const choose = (chosen: File[]) => {
    if (chosen.length === 0) return
    setFiles(chosen)
    run.reset()
    preview.mutate(chosen)
  }
  const startAgain = () => {
    setFiles([])
    preview.reset()
    run.reset()
  }
  const error = run.error ?? preview.error

  if (run.data) {
    return (
      <Section title={t('result.title')} actions={<Button onClick={startAgain}>{t('result.again')}</Button>}>
        <div className="flex flex-col gap-6">
          <Callout tone="success" role="status">
            {t('result.text')}
          </Callout>
          <ReportView report={run.data} />
        </div>
      </Section>
    )
  }
  if (preview.data) {
    const count = preview.data.new + preview.data.changed
    return (
      <Section title={t('preview.title')} lead={t('preview.lead')}>
        <div className="flex flex-col gap-6">
          {error && <UploadError error={error} />}
          <ReportView report={preview.data} />
          {count === 0 && <Callout role="status">{t('preview.nothing')}</Callout>}
          <div className="flex flex-wrap gap-3">
            {count > 0 && (
              <Button look="primary" isPending={run.isPending} onClick={() => run.mutate(files)}>
                {run.isPending ? t('upload.importing') : t('preview.import', { count })}
              </Button>
            )}
            <Button onClick={startAgain} disabled={run.isPending}>
              {t('preview.other')}
            </Button>
          </div>
        </div>
      </Section>
    )
  }
  return (
    <Section title={t('upload.title')}>
      <div className="flex flex-col gap-4">
        {error && <UploadError error={error} />}
        {preview.isPending ? (
          <div role="status">
            <p className="mb-3">{t('upload.reading')}</p>
            <Skeleton height={9} />
          </div>
        ) : (
          <FileDrop
            label={t('upload.drop')}
            description={t('upload.hint')}
            accept={['.xml', 'application/xml', 'text/xml']}
            allowsMultiple
            onFiles={choose}
          />
        )}
      </div>
    </Section>
  )
}

function UploadError({ error }: { error: Error }) {
  const { sentence, reference } = useExplain()(error)
  return <ErrorMessage reference={reference}>{sentence}</ErrorMessage>
}

function send(step: 'preview' | 'run', files: readonly File[]): Promise<ImportReport> {
  return sendFiles(`/api/imports/iati/${step}`, files)
}
