import { narrativeIn } from '@concert/domain/activity'
import { formatDate, formatInstant } from '@concert/messages/format'
import { Link } from '@tanstack/react-router'
import { Checkbox } from 'react-aria-components/Checkbox'
import { useTranslations } from 'use-intl/react'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { CheckMark } from '../../ui/CheckboxGroup.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Classification } from './Classification.tsx'
import { Reasons } from './Reasons.tsx'
import type { Decision, ReviewRow } from './ReviewList.tsx'

/** Keeps the order of a name's own letters inside a sentence of the other direction. */
const isolated = (name: string) => `\u2068${name}\u2069`

const tones = { likely: 'success', possible: 'warning', unlikely: 'neutral' } as const

interface ReviewItemProps {
  row: ReviewRow
  state: Decision
  isSelected: boolean
  isPending: boolean
  onToggle: () => void
  onDecide: (decision: Decision) => void
  onClassify: () => void
}

/** One imported activity: what it says, what Concert proposes and why, and the decision. */
export function ReviewItem({ row, state, isSelected, isPending, onToggle, onDecide, onClassify }: ReviewItemProps) {
  const t = useTranslations('imports')
  const reader = useReader()
  const title = narrativeIn(row.title, reader)
  const description = narrativeIn(row.description, reader)
  const name = title?.text ?? t('review.untitled')
  const dates = [row.startOn, row.endOn].map((day) => (day === null ? '…' : formatDate(reader, day, 'short')))
  return (
    <li className={`rounded border p-4 ${isSelected ? 'border-accent bg-accent-wash' : 'border-line bg-paper'}`}>
      <div className="flex gap-3">
        <Checkbox
          className="group flex min-h-8 items-start pt-1"
          aria-label={t('review.select', { title: name })}
          isSelected={isSelected}
          onChange={onToggle}
        >
          <CheckMark />
        </Checkbox>
        <div className="min-w-0 grow">
          <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
            <h2 className="max-w-3xl text-lg font-semibold" lang={title?.language ?? undefined} dir="auto">
              <Link to={paths.activity} params={{ reference: row.reference }} className="link">
                {name}
              </Link>
            </h2>
            <p className="flex items-center gap-2">
              <Badge tone={tones[row.proposal.band]}>{t(`bands.${row.proposal.band}`)}</Badge>
              <span className="figures text-sm text-ink-soft">{t('review.score', { score: row.proposal.score })}</span>
            </p>
          </div>
          <p className="mt-1 flex flex-wrap gap-x-4 text-sm text-ink-soft">
            <bdi>{row.agency.acronym}</bdi>
            <span className="figures">{dates.join(' – ')}</span>
            <bdi className="wrap-anywhere">{row.externalId}</bdi>
            <span>{t('review.source', { file: isolated(row.file), line: row.line })}</span>
          </p>
          <div className="mt-3 grid gap-x-8 gap-y-3 sm:grid-cols-2">
            <Reasons reasons={row.proposal.reasons} />
            <Classification
              title={state === 'relevant' ? t('review.classified') : t('review.proposed')}
              value={state === 'relevant' ? row.classification : row.proposal}
            />
          </div>
          {description && (
            <div className="mt-2">
              <Disclosure title={t('review.more')}>
                <p className="max-w-prose whitespace-pre-line" lang={description.language ?? undefined} dir="auto">
                  {description.text}
                </p>
              </Disclosure>
            </div>
          )}
          <div className="mt-3 flex flex-wrap items-center gap-2">
            {state !== 'relevant' && (
              <>
                <Button size="small" isPending={isPending} onClick={() => onDecide('relevant')}>
                  {t('review.accept')}
                </Button>
                <Button size="small" look="quiet" disabled={isPending} onClick={onClassify}>
                  {t('review.edit')}
                </Button>
              </>
            )}
            {state !== 'not_relevant' && (
              <Button size="small" isPending={isPending} onClick={() => onDecide('not_relevant')}>
                {t('review.reject')}
              </Button>
            )}
            {state !== 'pending' && (
              <Button size="small" look="quiet" isPending={isPending} onClick={() => onDecide('pending')}>
                {t('review.reopen')}
              </Button>
            )}
            {row.decidedAt && (
              <p className="text-sm text-ink-soft">
                {t('review.decided', {
                  name: isolated(row.decidedBy ?? ''),
                  date: formatInstant(reader, row.decidedAt),
                })}
              </p>
            )}
          </div>
        </div>
      </div>
    </li>
  )
}
