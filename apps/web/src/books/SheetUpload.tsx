import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { useExplain } from '../errors.ts'
import { sendFiles, UploadRefusal } from '../send-files.ts'
import { Button } from '../ui/Button.tsx'
import { ErrorMessage } from '../ui/ErrorMessage.tsx'
import { FileDrop } from '../ui/FileDrop.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'

const maxMegabytes = 10
const accepted = [
  '.csv',
  '.tsv',
  '.txt',
  '.xlsx',
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
]

interface SheetUploadProps<Preview> {
  /** Where the server looks at the file; it writes nothing. */
  path: `/api/books/${string}` | `/api/commitments/${string}`
  /** The name of the file to start from, at `/api/examples/`. */
  example: string
  /** Which columns it has, in words. */
  columns: string
  /** What was typed about the file before it was chosen. */
  beside?: object
  onPreview: (preview: Preview, sent: SentSheet) => void
}

/** What was looked at, to be sent once more when it is confirmed. */
export interface SentSheet {
  file: File
  /** `?encoding=…`, where a person said so. */
  query: string
}

/** A table, dropped or picked, and what the server makes of it. What is not Unicode is asked about, never guessed. */
export function SheetUpload<Preview>({ path, example, columns, beside, onPreview }: SheetUploadProps<Preview>) {
  const t = useTranslations('sheets')
  const explain = useExplain()
  const [chosen, setChosen] = useState<File | null>(null)
  const read = useMutation({
    mutationFn: ({ file, query }: SentSheet) => sendFiles<Preview>(`${path}${query}`, [file], beside),
    onSuccess: (preview, sent) => onPreview(preview, sent),
  })
  const choose = ([file]: File[]) => {
    if (!file) return
    setChosen(file)
    read.mutate({ file, query: '' })
  }
  const explained = read.error && explain(read.error)
  const isOtherEncoding = read.error instanceof UploadRefusal && read.error.code === 'sheets.encoding'
  if (read.isPending) {
    return (
      <div role="status">
        <p className="mb-3">{t('reading')}</p>
        <Skeleton height={9} />
      </div>
    )
  }
  return (
    <div className="flex flex-col gap-4">
      {explained && (
        <ErrorMessage
          title={chosen?.name}
          reference={explained.reference}
          action={
            isOtherEncoding &&
            chosen && (
              <Button onClick={() => read.mutate({ file: chosen, query: '?encoding=windows-1252' })}>
                {t('asWindows')}
              </Button>
            )
          }
        >
          {explained.sentence}
        </ErrorMessage>
      )}
      <FileDrop label={t('drop')} description={t('hint', { limit: maxMegabytes })} accept={accepted} onFiles={choose} />
      <p className="text-sm text-ink-soft">
        {columns} ·{' '}
        <a href={`/api/examples/${example}`} download className="link">
          {t('example')}
        </a>
      </p>
    </div>
  )
}
