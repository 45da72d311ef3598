import { formatDate, formatInstant, formatNumber } from '@concert/messages/format'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { useReader } from '../locale.tsx'
import { type Answers, trpc } from '../trpc.ts'
import { DataTable } from '../ui/DataTable.tsx'
import { useWordsAt } from '../words.ts'
import { AddressLink } from './AddressLink.tsx'
import { useFigureFormat } from './use-figure-format.ts'

/** What a figure is made of: its rule, the rows that went in, and those left out with the reason. */
export function FigureProof({ id }: { id: string }) {
  const t = useTranslations('figures')
  const wordsAt = useWordsAt()
  const reader = useReader()
  const { data: figure } = useSuspenseQuery(trpc.figures.show.queryOptions({ id }))
  const { rowsIn, sample, leftOut, rates } = figure.proof
  const write = useFigureFormat(figure.unit, 'full')
  const reasons = leftOut.filter(({ rows }) => rows > 0)
  return (
    <div className="space-y-5">
      <p className="figures text-3xl font-semibold">{write(figure.value)}</p>
      <p>{wordsAt(`figures.${figure.words}.rule`, figure.params)}</p>
      <p className="text-sm text-ink-soft">
        {t('rowsIn', { count: rowsIn })} {t('asOf', { instant: formatInstant(reader, figure.asOf) })}
      </p>
      <section>
        <h3 className="mb-2 font-semibold">{t('leftOutTitle')}</h3>
        {reasons.length === 0 ? (
          <p className="text-ink-soft">{t('nothingLeftOut')}</p>
        ) : (
          <DataTable
            caption={t('leftOutTitle')}
            density="dense"
            rows={reasons}
            rowKey={({ reason }) => reason}
            columns={[
              {
                id: 'reason',
                header: t('column.reason'),
                cell: ({ reason }) => wordsAt(`figures.left_out.${reason}`) ?? reason,
              },
              { id: 'rows', header: t('column.rows'), align: 'end', cell: ({ rows }) => formatNumber(reader, rows) },
            ]}
          />
        )}
      </section>
      {sample.length > 0 && (
        <section>
          <h3 className="mb-2 font-semibold">{t('firstRows', { count: formatNumber(reader, sample.length) })}</h3>
          <DataTable
            caption={t('column.record')}
            density="dense"
            rows={sample}
            rowKey={({ link, label }) => `${link} ${label}`}
            columns={[
              {
                id: 'record',
                header: t('column.record'),
                cell: ({ label, link }) => <AddressLink address={link}>{label}</AddressLink>,
              },
              { id: 'value', header: t('column.value'), align: 'end', cell: ({ value }) => write(value) },
            ]}
          />
        </section>
      )}
      {figure.proof.steps && <Steps steps={figure.proof.steps} />}
      {rates && rates.total > 0 && <RatesUsed {...rates} />}
    </div>
  )
}

/** From a number that counts money more than once to the official one. */
function Steps({ steps }: { steps: NonNullable<Answers['figures']['show']['proof']['steps']> }) {
  const t = useTranslations('figures')
  const wordsAt = useWordsAt()
  const reader = useReader()
  const write = useFigureFormat('usd_minor', 'full')
  return (
    <section>
      <h3 className="mb-2 font-semibold">{t('steps.title')}</h3>
      <DataTable
        caption={t('steps.title')}
        density="dense"
        rows={steps}
        rowKey={({ id }) => id}
        columns={[
          { id: 'step', header: t('steps.step'), cell: ({ id }) => wordsAt(`figures.steps.${id}`) ?? id },
          { id: 'value', header: t('column.value'), align: 'end', cell: ({ usdMinor }) => write(usdMinor) },
          { id: 'rows', header: t('column.rows'), align: 'end', cell: ({ rows }) => formatNumber(reader, rows) },
        ]}
      />
    </section>
  )
}

/** The rates of exchange behind its US dollars, as they were frozen when each line was booked. */
function RatesUsed({ total, newest }: NonNullable<Answers['figures']['show']['proof']['rates']>) {
  const t = useTranslations('figures')
  const reader = useReader()
  return (
    <section>
      <h3 className="mb-2 font-semibold">{t('rates.title')}</h3>
      <p className="mb-2 text-sm text-ink-soft">
        {t('rates.lead', { count: total })}
        {total > newest.length && ` ${t('rates.newest', { count: formatNumber(reader, newest.length) })}`}
      </p>
      <DataTable
        caption={t('rates.title')}
        density="dense"
        rows={newest}
        rowKey={({ currency, on, unitsPerUsd }) => `${currency} ${on} ${unitsPerUsd}`}
        columns={[
          { id: 'currency', header: t('rates.currency'), cell: ({ currency }) => currency },
          { id: 'on', header: t('rates.on'), cell: ({ on }) => formatDate(reader, on, 'short') },
          { id: 'units', header: t('rates.units'), align: 'end', cell: ({ unitsPerUsd }) => unitsPerUsd },
          { id: 'lines', header: t('rates.lines'), align: 'end', cell: ({ lines }) => formatNumber(reader, lines) },
        ]}
      />
    </section>
  )
}
