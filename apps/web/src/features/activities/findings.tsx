import type { PublishReason } from '@concert/domain/activity'
import type { Finding } from '@concert/domain/activity-quality'
import { useTranslations } from 'use-intl/react'
import { TextField } from '../../ui/TextField.tsx'
import { useWordsAt } from '../../words.ts'

export const keyOf = (finding: Pick<Finding, 'code' | 'field'>) => `${finding.code} ${finding.field}`

/** A finding in the reader's words. */
export function useFindingWords(): (finding: Finding) => string {
  const wordsAt = useWordsAt()
  return ({ code, params }) => wordsAt(`activities.quality.${code}`, params) ?? code
}

/** The reasons that were typed for these warnings, as the server takes them. */
export function reasonsOf(warnings: readonly Finding[], typed: Readonly<Record<string, string>>): PublishReason[] {
  return warnings.flatMap((warning) => {
    const reason = (typed[keyOf(warning)] ?? '').trim()
    return reason.length < 3 ? [] : [{ code: warning.code, field: warning.field, reason }]
  })
}

interface ReasonFieldsProps {
  warnings: readonly Finding[]
  reasons: Readonly<Record<string, string>>
  onChange: (reasons: Readonly<Record<string, string>>) => void
}

export function ReasonFields({ warnings, reasons, onChange }: ReasonFieldsProps) {
  const t = useTranslations('activities')
  const words = useFindingWords()
  return warnings.map((warning) => (
    <TextField
      key={keyOf(warning)}
      label={t('publish.reason', { finding: `${t(`fields.${warning.field}`)} – ${words(warning)}` })}
      isRequired
      value={reasons[keyOf(warning)] ?? ''}
      onChange={(reason) => onChange({ ...reasons, [keyOf(warning)]: reason })}
      maxLength={1000}
    />
  ))
}
