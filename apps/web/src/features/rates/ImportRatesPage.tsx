import type { RateFilePreview } from '@concert/domain/rate-import'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { RowRefusals } from '../../books/RowRefusals.tsx'
import { SheetUpload } from '../../books/SheetUpload.tsx'
import { ButtonLink } from '../../layout/links.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { RateFileForm } from './RateFileForm.tsx'
import { RatesNavigation } from './RatesNavigation.tsx'

/** A file of operational rates: what it would do is shown first, and nothing is written before it is confirmed. */
export function ImportRatesPage() {
  const t = useTranslations('rates.import')
  const tSheets = useTranslations('sheets')
  const [preview, setPreview] = useState<RateFilePreview | null>(null)
  const [done, setDone] = useState<{ new: number; changed: number } | null>(null)
  const startAgain = () => {
    setPreview(null)
    setDone(null)
  }
  const otherFile = <Button onClick={startAgain}>{tSheets('other')}</Button>
  return (
    <Page title={t('title')} lead={t('lead')} above={<RatesNavigation />}>
      {done ? (
        <div className="flex flex-col gap-4">
          <Callout tone="success" role="status" title={t('done')}>
            {t('doneText', done)}
          </Callout>
          <div className="flex flex-wrap gap-3">
            <ButtonLink look="primary" to={paths.rates}>
              {t('toList')}
            </ButtonLink>
            <Button onClick={startAgain}>{t('again')}</Button>
          </div>
        </div>
      ) : preview ? (
        <Section title={preview.fileName} lead={t('previewLead')} actions={otherFile}>
          {preview.unused.length > 0 && (
            <p className="mb-4 text-sm text-ink-soft">{tSheets('unused', { columns: preview.unused.join(', ') })}</p>
          )}
          {preview.refusedCells > 0 ? (
            <RowRefusals refusals={preview.refusals} total={preview.refusedCells} />
          ) : (
            <RateFileForm preview={preview} onDone={setDone} />
          )}
        </Section>
      ) : (
        <SheetUpload<RateFilePreview>
          path="/api/books/rates/preview"
          example="rates.csv"
          columns={t('columns')}
          onPreview={setPreview}
        />
      )}
    </Page>
  )
}
