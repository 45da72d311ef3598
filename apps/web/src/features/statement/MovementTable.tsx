import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import { useMoney } from '../../books/use-money.ts'
import { classes } from '../../ui/styles.ts'

interface MovementTableProps {
  caption: string
  openingUsd: number
  lines: readonly { id: string; label: string; usdMinor: number }[]
  closingUsd: number
  /** Writes an amount of a line; with what opens its entries or its proof, where there is one. */
  amount?: (id: string, usdMinor: number) => ReactNode
}

/** What was there, what moved, what is there: in US dollars, to the cent. */
export function MovementTable({ caption, openingUsd, lines, closingUsd, amount }: MovementTableProps) {
  const t = useTranslations('statement')
  const money = useMoney()
  const write = amount ?? ((_: string, usdMinor: number) => money.bareUsd(usdMinor))
  return (
    <table className="w-full border-collapse text-start">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-b-2 border-line-strong text-sm text-ink-soft">
          <th scope="col" className="py-1.5 text-start font-semibold">
            {t('column.line')}
          </th>
          <th scope="col" className="py-1.5 ps-4 text-end font-semibold">
            {t('column.amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        <Row label={t('opening')} look="total">
          {write('opening', openingUsd)}
        </Row>
        {lines.map(({ id, label, usdMinor }) => (
          <Row key={id} label={label}>
            {write(id, usdMinor)}
          </Row>
        ))}
      </tbody>
      <tfoot>
        <Row label={t('closing')} look="closing">
          {write('closing', closingUsd)}
        </Row>
      </tfoot>
    </table>
  )
}

const looks = {
  line: 'border-b border-line',
  total: 'border-b border-line font-semibold',
  closing: 'border-t border-b-4 border-double border-line-strong font-semibold',
}

function Row({ label, look = 'line', children }: { label: string; look?: keyof typeof looks; children: ReactNode }) {
  return (
    <tr className={classes(looks[look], 'break-inside-avoid')}>
      <th scope="row" className={classes('py-1.5 text-start', look === 'line' ? 'font-normal' : 'font-semibold')}>
        {label}
      </th>
      <td className="figures py-1.5 ps-4 text-end whitespace-nowrap">{children}</td>
    </tr>
  )
}
