import { codeKey } from '@concert/domain/codelists'
import { formatInstant } from '@concert/messages/format'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { useReader } from '../../locale.tsx'
import { useHasRole } from '../../roles.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import type { Commitment } from './ParagraphCard.tsx'
import { StatusDialog } from './StatusDialog.tsx'

interface StatusLineProps {
  commitment: Commitment
  standing: Commitment['statuses'][number]
  /** Whether a coordinator may record the next step here. */
  mayChange?: boolean
}

const tones = { no_update_recorded: 'neutral', under_way: 'accent', done: 'success' } as const

/** How far one addressee of the United Nations is, and since when. */
export function StatusLine({ commitment, standing: { addressee, status, since }, mayChange = false }: StatusLineProps) {
  const t = useTranslations('commitments')
  const tCodes = useTranslations('codes')
  const reader = useReader()
  const isCoordinator = useHasRole('coordinator')
  const [isOpen, setOpen] = useState(false)
  const whom = tCodes(codeKey('addressees', addressee))
  const { instrument, number } = commitment
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span>{whom}</span>
      <Badge tone={tones[status]}>{tCodes(codeKey('commitmentStatuses', status))}</Badge>
      {since && (
        <span className="figures text-sm text-ink-soft">{t('since', { date: formatInstant(reader, since) })}</span>
      )}
      {mayChange && isCoordinator && (
        <Button size="small" onClick={() => setOpen(true)} aria-label={t('setStatus.openFor', { addressee: whom })}>
          {t('setStatus.open')}
        </Button>
      )}
      {isOpen && (
        <StatusDialog
          paragraph={{ instrument, number }}
          addressee={addressee}
          status={status}
          onClose={() => setOpen(false)}
        />
      )}
    </li>
  )
}
