import type { SecondSignature } from '@concert/domain/second-signature'
import { useTranslations } from 'use-intl/react'
import { useMoney } from './use-money.ts'

/** Says what a second officer is asked to confirm: "Write off EUR 100.00 of PLG-2026-00012". */
export function useSignatureWords(): (asked: SecondSignature) => string {
  const t = useTranslations('signatures')
  const tKinds = useTranslations('journal.kinds')
  const money = useMoney()
  return ({ kind, subject: { reference }, amount, mirrors }) => {
    if (kind === 'reversal') return t('what.reversal', { number: reference, kind: mirrors ? tKinds(mirrors) : '' })
    return t(`what.${kind}`, { amount: amount ? money.full(amount) : '', reference })
  }
}
