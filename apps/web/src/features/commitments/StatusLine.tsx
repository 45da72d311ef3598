import { type CommitmentStatus, codeKey, commitmentStatus, commitmentStatuses } from '@concert/domain/codelists'
import type { StatusAddressee } from '@concert/domain/commitment'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { useExplain } from '../../errors.ts'
import { useHasRole } from '../../roles.ts'
import { trpc } from '../../trpc.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Select } from '../../ui/Select.tsx'
import { useToast } from '../../ui/Toast.tsx'
import type { Commitment } from './ParagraphCard.tsx'

interface StatusLineProps {
  commitment: Commitment
  addressee: StatusAddressee
  status: CommitmentStatus
}

const tones = { no_update_recorded: 'neutral', under_way: 'accent', done: 'success' } as const

/** How far one addressee is; a coordinator sets it here. */
export function StatusLine({ commitment, addressee, status }: StatusLineProps) {
  const t = useTranslations('commitments')
  const tCodes = useTranslations('codes')
  const toast = useToast()
  const explain = useExplain()
  const isCoordinator = useHasRole('coordinator')
  const save = useMutation(
    trpc.commitments.setStatus.mutationOptions({
      onSuccess: () => toast({ tone: 'success', text: t('statusSaved') }),
      onError: (error) => toast({ tone: 'danger', text: explain(error).sentence }),
    }),
  )
  const whom = tCodes(codeKey('addressees', addressee))
  if (!isCoordinator) {
    return (
      <li className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span>{whom}</span>
        <Badge tone={tones[status]}>{tCodes(codeKey('commitmentStatuses', status))}</Badge>
      </li>
    )
  }
  const { instrument, number } = commitment
  return (
    <li>
      <Select
        label={whom}
        value={status}
        isDisabled={save.isPending}
        onChange={(id) => save.mutate({ instrument, number, addressee, status: commitmentStatus.parse(id) })}
        options={commitmentStatuses.map((code) => ({ id: code, name: tCodes(codeKey('commitmentStatuses', code)) }))}
      />
    </li>
  )
}
