import type { PreviewedRow } from '@concert/domain/bank-list'
import { formatDate } from '@concert/messages/format'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { useRefusalWords } from '../../errors.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { Badge } from '../../ui/Badge.tsx'
import { useWordsAt } from '../../words.ts'

const tones = { booked_already: 'neutral', looks_like: 'warning', matched: 'success', not_matched: 'accent' } as const

/** What a line most likely is, and everything that speaks for it, in words. */
export function RowExplanation({ row }: { row: PreviewedRow }) {
  const t = useTranslations('bankLists')
  const reader = useReader()
  const wordsAt = useWordsAt()
  const refusalWords = useRefusalWords()
  const { state, payment, looksLike, proposal, donorName, obstacle } = row
  const said = [
    ...proposal.reasons.map(({ kind, params }) => ({ at: `bankLists.reasons.${kind}`, params })),
    ...proposal.questions.map(({ kind, params }) => ({ at: `bankLists.questions.${kind}`, params })),
  ]
  const inWords = ({ dueOn, ...params }: Record<string, string | number>) =>
    typeof dueOn === 'string' ? { ...params, dueOn: formatDate(reader, dueOn, 'short') } : params
  return (
    <div className="flex max-w-md flex-col items-start gap-1">
      <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>
      {donorName && <bdi className="font-medium">{donorName}</bdi>}
      {payment && (
        <p className="text-sm">
          {t.rich('is.bookedAs', {
            reference: payment,
            payment: (reference) => (
              <Link to={paths.payment} params={{ reference: payment }} className="link figures">
                {reference}
              </Link>
            ),
          })}
        </p>
      )}
      <ul className="list-disc ps-5 text-sm">
        {looksLike.payments.length > 0 && <li>{t('is.likePayments', { payments: looksLike.payments.join(', ') })}</li>}
        {looksLike.lines.length > 0 && <li>{t('is.likeLines', { lines: looksLike.lines.join(', ') })}</li>}
        {said.map(({ at, params }) => (
          <li key={`${at} ${JSON.stringify(params)}`}>{wordsAt(at, inWords(params))}</li>
        ))}
      </ul>
      {obstacle && (
        <p className="text-sm text-danger">
          <span className="font-medium">{t('is.cannot')}:</span> {refusalWords(obstacle.code, obstacle.params)}
        </p>
      )}
    </div>
  )
}
