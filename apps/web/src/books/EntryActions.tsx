import type { EntryRow } from '@concert/domain/fund-views'
import type { EntryKind } from '@concert/domain/journal/accounts'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { paths } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { ReversalDialog } from './ReversalDialog.tsx'

const neverReversed: readonly EntryKind[] = ['entry_reversed', 'allocation_undone', 'period_closed']

/** How an entry is taken back, where it can be: by two officers, or for an allocation at its payment. */
export function EntryActions({ entry }: { entry: EntryRow }) {
  const t = useTranslations('journal')
  const [isAsking, setAsking] = useState(false)
  if (entry.reversedBy !== null || neverReversed.includes(entry.kind)) return null
  if (entry.kind === 'payment_allocated') {
    const payment = entry.lines.find(({ about }) => about.payment !== null)?.about.payment
    return (
      payment && (
        <Link to={paths.payment} params={{ reference: payment }} className="link text-sm">
          {t('undoAt', { payment })}
        </Link>
      )
    )
  }
  return (
    <>
      <Button
        size="small"
        look="quiet"
        aria-label={t('askToReverseOf', { number: String(entry.number) })}
        onClick={() => setAsking(true)}
      >
        {t('askToReverse')}
      </Button>
      {isAsking && <ReversalDialog number={entry.number} onClose={() => setAsking(false)} />}
    </>
  )
}
