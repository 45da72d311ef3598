import type { ObservationFilePreview } from '@concert/domain/indicator'
import { inLocale } from '@concert/domain/locales'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { RowRefusals } from '../../books/RowRefusals.tsx'
import { SheetUpload } from '../../books/SheetUpload.tsx'
import { ButtonLink } from '../../layout/links.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { ObservationFileForm } from './ObservationFileForm.tsx'

const route = getRouteApi(paths.importObservations)

/** A file of observations: what it would do is shown first, and nothing is written before it is confirmed. */
export function ImportObservationsPage() {
  const t = useTranslations('indicators.import')
  const tSheets = useTranslations('sheets')
  const reader = useReader()
  const { slug } = route.useParams()
  const { data } = useSuspenseQuery(trpc.indicators.get.queryOptions({ slug }))
  const [preview, setPreview] = useState<ObservationFilePreview | null>(null)
  const [done, setDone] = useState<{ new: number } | null>(null)
  const startAgain = () => {
    setPreview(null)
    setDone(null)
  }
  const above = (
    <Link to={paths.indicator} params={{ slug }} className="link">
      {inLocale(data.indicator.names, reader)}
    </Link>
  )
  return (
    <Page title={t('title')} lead={t('lead')} above={above}>
      {done ? (
        <div className="flex flex-col gap-4">
          <Callout tone="success" role="status" title={t('done')}>
            {t('doneText', done)}
          </Callout>
          <div className="flex flex-wrap gap-3">
            <ButtonLink look="primary" to={paths.indicator} params={{ slug }}>
              {t('toSeries')}
            </ButtonLink>
            <Button onClick={startAgain}>{t('again')}</Button>
          </div>
        </div>
      ) : preview ? (
        <Section
          title={preview.fileName}
          lead={t('previewLead')}
          actions={<Button onClick={startAgain}>{tSheets('other')}</Button>}
        >
          {preview.unused.length > 0 && (
            <p className="mb-4 text-sm text-ink-soft">{tSheets('unused', { columns: preview.unused.join(', ') })}</p>
          )}
          {preview.refusedCells > 0 ? (
            <RowRefusals refusals={preview.refusals} total={preview.refusedCells} />
          ) : (
            <ObservationFileForm indicator={data.indicator} preview={preview} onDone={setDone} />
          )}
        </Section>
      ) : (
        <SheetUpload<ObservationFilePreview>
          path="/api/commitments/observations/preview"
          example="observations.csv"
          columns={t('columns')}
          beside={{ indicator: slug }}
          onPreview={setPreview}
        />
      )}
    </Page>
  )
}
