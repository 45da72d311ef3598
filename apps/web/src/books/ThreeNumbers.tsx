import type { ThreeNumbers as Numbers } from '@concert/domain/fund-views'
import { useTranslations } from 'use-intl/react'
import { useMoney } from './use-money.ts'

const kinds = ['announced', 'formalised', 'received'] as const
const marks = { announced: 'hatched border-2 border-mark', formalised: 'bg-mark-soft', received: 'bg-mark' }

/** Announced, formalised, received: side by side, never added. */
export function ThreeNumbers({ usd, label }: { usd: Numbers; label: string }) {
  const t = useTranslations('fund.three')
  const money = useMoney()
  const values = { announced: usd.announcedUsd, formalised: usd.formalisedUsd, received: usd.receivedUsd }
  return (
    <dl aria-label={label} className="grid gap-3 sm:grid-cols-3 sm:gap-4">
      {kinds.map((kind) => (
        <div key={kind} className="rounded border border-line p-4">
          <dt className="flex items-center gap-2 text-sm text-ink-soft">
            <span aria-hidden="true" className={`size-4 shrink-0 ${marks[kind]}`} />
            {t(kind)}
          </dt>
          <dd className="figures mt-1 text-2xl leading-tight font-semibold">{money.usd(values[kind])}</dd>
          <dd className="mt-1 text-sm text-ink-soft">{t(`${kind}Means`)}</dd>
        </div>
      ))}
    </dl>
  )
}
