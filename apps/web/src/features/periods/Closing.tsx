import type { ClosingPreview } from '@concert/domain/closing'
import { formatDate } from '@concert/messages/format'
import { messageKey } from '@concert/messages/message-key'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { useMoney } from '../../books/use-money.ts'
import { useExplain } from '../../errors.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Section } from '../../ui/Section.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useWordsAt } from '../../words.ts'
import { ClosingDialog } from './ClosingDialog.tsx'
import { RevaluationTable } from './RevaluationTable.tsx'
import { lastMonthsEnd } from './search.ts'

/** A closing is looked at before it is booked: it cannot be taken back. */
export function Closing() {
  const t = useTranslations('periods')
  const explain = useExplain()
  const { until = lastMonthsEnd() } = useSearch({ from: paths.periods })
  const navigate = useNavigate({ from: paths.periods })
  const preview = useQuery(trpc.periods.preview.queryOptions({ until }))
  return (
    <Section title={t('close')} lead={t('closeLead')}>
      <div className="mb-6 max-w-xs">
        <DateField
          label={t('lastDay')}
          value={until}
          onChange={(day) => day && navigate({ search: (now) => ({ ...now, until: day }), replace: true })}
        />
      </div>
      {preview.isPending && <Skeleton lines={6} />}
      {preview.error && <Callout tone="danger">{explain(preview.error).sentence}</Callout>}
      {preview.data && <Preview preview={preview.data} />}
    </Section>
  )
}

function Preview({ preview }: { preview: ClosingPreview }) {
  const t = useTranslations('periods')
  const reader = useReader()
  const money = useMoney()
  const wordsAt = useWordsAt()
  const [isAsking, setAsking] = useState(false)
  const { until, rows, differenceUsd, takenBackUsd, refusals, left } = preview
  return (
    <div className="flex flex-col gap-6">
      {refusals.length > 0 && (
        <Callout tone="warning" title={t('inTheWay')}>
          <ul className="list-disc ps-5">
            {refusals.map(({ code, params }) => (
              <li key={code}>{wordsAt(messageKey(code), params)}</li>
            ))}
          </ul>
        </Callout>
      )}
      <div>
        <h3 className="mb-3 text-lg font-semibold">{t('preview')}</h3>
        {rows.length === 0 ? <p className="text-ink-soft">{t('nothing')}</p> : <RevaluationTable rows={rows} />}
        {differenceUsd !== 0 && (
          <p className="mt-3">
            {t('difference', { amount: money.usd(differenceUsd) })}{' '}
            {takenBackUsd !== 0 && t('takenBack', { amount: money.usd(-takenBackUsd) })}
          </p>
        )}
      </div>
      <div>
        <h3 className="mb-2 text-lg font-semibold">{t('leftOpen')}</h3>
        <ul className="list-disc ps-5 text-ink-soft">
          <li>{t('leftUnallocated', { count: left.unallocatedPayments })}</li>
          <li>{t('leftOverdue', { count: left.overdueAfter })}</li>
        </ul>
      </div>
      {refusals.length === 0 && (
        <div>
          <Button look="primary" onClick={() => setAsking(true)}>
            {t('closeNow', { date: formatDate(reader, until) })}
          </Button>
        </div>
      )}
      {isAsking && <ClosingDialog until={until} onClose={() => setAsking(false)} />}
    </div>
  )
}
