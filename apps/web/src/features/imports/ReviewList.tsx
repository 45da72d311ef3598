import type { ConfirmedClassification } from '@concert/domain/import-plan'
import { useLayoutEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { Answers } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { ClassifyDialog } from './ClassifyDialog.tsx'
import { ReviewItem } from './ReviewItem.tsx'
import { useDecision } from './use-decision.ts'
import { useListKeys } from './use-list-keys.ts'

export type ReviewRow = Answers['imports']['review']['rows'][number]
export type Decision = 'relevant' | 'not_relevant' | 'pending'

/** The activities of one page, to decide on one by one or together, with the mouse or with single keys. */
export function ReviewList({ rows, state }: { rows: readonly ReviewRow[]; state: Decision }) {
  const t = useTranslations('imports')
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [withProposal, setWithProposal] = useState(true)
  const [classified, setClassified] = useState<ReviewRow | null>(null)
  const list = useRef<HTMLUListElement>(null)
  const refocusAt = useRef<number | null>(null)
  const { mutate, isPending } = useDecision(() => {
    setSelected(new Set())
    setClassified(null)
  })
  const chosen = rows.filter((row) => selected.has(row.reference)).map((row) => row.reference)

  const indexInFocus = () =>
    boxesIn(list.current).findIndex((box) => box.closest('li')?.contains(document.activeElement))
  const decide = (decision: Decision, references: string[], classification?: ConfirmedClassification) => {
    if (isPending || references.length === 0 || decision === state) return
    refocusAt.current = Math.max(0, indexInFocus())
    const proposed = decision === 'relevant' && withProposal ? 'proposed' : null
    mutate({ references, decision, classification: classification ?? proposed })
  }
  const decideByKey = (decision: Decision) => {
    const inFocus = rows[indexInFocus()]?.reference
    decide(decision, chosen.length > 0 ? chosen : inFocus === undefined ? [] : [inFocus])
  }
  const toggle = (reference: string) => {
    const next = new Set(selected)
    if (!next.delete(reference)) next.add(reference)
    setSelected(next)
  }
  useListKeys(list, {
    move: (step) => boxesIn(list.current)[indexInFocus() + step]?.focus(),
    select: () => {
      const row = rows[indexInFocus()]
      if (row) toggle(row.reference)
    },
    accept: () => decideByKey('relevant'),
    reject: () => decideByKey('not_relevant'),
  })
  // What was decided leaves the list; the focus stays where it was instead of falling to the top of the page.
  useLayoutEffect(() => {
    if (refocusAt.current === null || rows.length === 0) return
    boxesIn(list.current)[Math.min(refocusAt.current, rows.length - 1)]?.focus()
    refocusAt.current = null
  }, [rows])

  return (
    <>
      <div className="sticky top-0 z-10 mb-2 flex flex-wrap items-center gap-x-5 gap-y-2 border-b border-line bg-paper py-3">
        <Checkbox
          label={t('review.selectAll')}
          value={chosen.length === rows.length}
          onChange={(all) => setSelected(new Set(all ? rows.map((row) => row.reference) : []))}
        />
        <p role="status" className="figures text-ink-soft">
          {t('review.selected', { count: chosen.length })}
        </p>
        <div className="flex flex-wrap gap-2">
          {state !== 'relevant' && (
            <Button
              look="primary"
              size="small"
              isPending={isPending}
              disabled={chosen.length === 0}
              onClick={() => decide('relevant', chosen)}
            >
              {t('review.accept')}
            </Button>
          )}
          {state !== 'not_relevant' && (
            <Button
              size="small"
              isPending={isPending}
              disabled={chosen.length === 0}
              onClick={() => decide('not_relevant', chosen)}
            >
              {t('review.reject')}
            </Button>
          )}
          {state !== 'pending' && (
            <Button
              size="small"
              isPending={isPending}
              disabled={chosen.length === 0}
              onClick={() => decide('pending', chosen)}
            >
              {t('review.reopen')}
            </Button>
          )}
        </div>
        {state !== 'relevant' && (
          <Checkbox label={t('review.withProposal')} value={withProposal} onChange={setWithProposal} />
        )}
      </div>
      <p className="mb-4 text-sm text-ink-soft max-sm:hidden">{t('review.keys')}</p>
      <ul ref={list} aria-label={t('review.list')} className="flex flex-col gap-3">
        {rows.map((row) => (
          <ReviewItem
            key={row.reference}
            row={row}
            state={state}
            isSelected={selected.has(row.reference)}
            isPending={isPending}
            onToggle={() => toggle(row.reference)}
            onDecide={(decision) => decide(decision, [row.reference])}
            onClassify={() => setClassified(row)}
          />
        ))}
      </ul>
      {classified && (
        <ClassifyDialog
          row={classified}
          isPending={isPending}
          onClose={() => setClassified(null)}
          onAccept={(classification) => decide('relevant', [classified.reference], classification)}
        />
      )}
    </>
  )
}

function boxesIn(list: HTMLUListElement | null): HTMLInputElement[] {
  return [...(list?.querySelectorAll<HTMLInputElement>('input[type=checkbox]') ?? [])]
}
