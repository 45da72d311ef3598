import { changeOf, type PlannedRate, type RateFilePreview, type RateFlag } from '@concert/domain/rate-import'
import { formatDate } from '@concert/messages/format'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { newKey } from '../../books/new-key.ts'
import { useExplain } from '../../errors.ts'
import { useReader } from '../../locale.tsx'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { ErrorMessage } from '../../ui/ErrorMessage.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { PlannedRates } from './PlannedRates.tsx'

interface RateFileFormProps {
  preview: RateFilePreview
  onDone: (counts: { new: number; changed: number }) => void
}

interface Flagged {
  rate: PlannedRate
  flag: RateFlag
  key: string
}

/** What a file would do, what of it has to be ticked, and the one button that does it. */
export function RateFileForm({ preview, onDone }: RateFileFormProps) {
  const t = useTranslations('rates.import')
  const explain = useExplain()
  const [idempotencyKey] = useState(newKey)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [reason, setReason] = useState('')
  const take = useMutation(trpc.rates.import.mutationOptions({ onSuccess: onDone }))
  const { rates, fileName } = preview
  const flagged = rates.flatMap((rate) => rate.flags.map((flag) => ({ rate, flag, key: `${rate.line} ${flag}` })))
  const count = (standing: PlannedRate['standing']) => rates.filter((rate) => rate.standing === standing).length
  const counts = { new: count('new'), changed: count('changed'), same: count('same') }
  const changing = counts.new + counts.changed
  const explained = take.error && explain(take.error)
  const confirm = () =>
    take.mutate({
      fileName,
      rates: rates.map(({ line, currency, on, unitsPerUsd, source }) => ({ line, currency, on, unitsPerUsd, source })),
      confirmed: flagged.filter(({ key }) => ticked.has(key)).map(({ rate, flag }) => ({ line: rate.line, flag })),
      reason: reason.trim() === '' ? null : reason.trim(),
      idempotencyKey,
    })
  return (
    <div className="flex flex-col gap-6">
      <p className="figures font-medium" role="status">
        {t('counts', counts)}
      </p>
      {flagged.length > 0 && (
        <Flags flagged={flagged} ticked={ticked} onTick={setTicked}>
          <TextField
            label={t('reason')}
            description={t('reasonLead')}
            value={reason}
            onChange={setReason}
            error={explained?.field === 'reason' ? explained.sentence : undefined}
            maxLength={500}
            isRequired
          />
        </Flags>
      )}
      {explained && explained.field !== 'reason' && (
        <ErrorMessage reference={explained.reference}>{explained.sentence}</ErrorMessage>
      )}
      {changing > 0 ? (
        <div>
          <Button look="primary" isPending={take.isPending} onClick={confirm}>
            {t('confirm', { count: changing })}
          </Button>
        </div>
      ) : (
        <Callout role="status">{t('nothing')}</Callout>
      )}
      <PlannedRates rates={rates} />
    </div>
  )
}

interface FlagsProps {
  flagged: readonly Flagged[]
  ticked: ReadonlySet<string>
  onTick: (ticked: ReadonlySet<string>) => void
  children: React.ReactNode
}

function Flags({ flagged, ticked, onTick, children }: FlagsProps) {
  const t = useTranslations('rates.import')
  const reader = useReader()
  const sentenceOf = ({ rate, flag }: Flagged) => {
    const { currency, on, unitsPerUsd, before } = rate
    const date = formatDate(reader, on, 'short')
    if (flag === 'one' || !before) return t('one', { currency, date })
    const { percent } = changeOf(before.unitsPerUsd, unitsPerUsd)
    const beforeDate = formatDate(reader, before.on, 'short')
    return t('jump', { currency, date, units: unitsPerUsd, percent, before: before.unitsPerUsd, beforeDate })
  }
  return (
    <div className="flex flex-col gap-4">
      <Callout tone="warning" title={t('flagsTitle', { count: flagged.length })}>
        {t('flagsLead')}
      </Callout>
      <div className="max-h-96 overflow-y-auto">
        {flagged.map((each) => (
          <Checkbox
            key={each.key}
            label={sentenceOf(each)}
            value={ticked.has(each.key)}
            onChange={(isTicked) =>
              onTick(isTicked ? new Set([...ticked, each.key]) : new Set([...ticked].filter((key) => key !== each.key)))
            }
          />
        ))}
      </div>
      {children}
    </div>
  )
}
