import type { Statement } from '@concert/domain/statement'
import { formatDate, formatNumber } from '@concert/messages/format'
import { Link } from '@tanstack/react-router'
import { type ReactNode, use } from 'react'
import { useTranslations } from 'use-intl/react'
import { useMoney } from '../../books/use-money.ts'
import { DemonstrationNote } from '../../charts/demonstration.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import type { Answers } from '../../trpc.ts'
import { Callout } from '../../ui/Callout.tsx'
import { classes } from '../../ui/styles.ts'
import { EndsTable } from './EndsTable.tsx'
import { type JournalPart, journalOfCashLine, journalOfFundLine } from './journal-of-line.ts'
import { MovementTable } from './MovementTable.tsx'
import { ReconciledNote } from './ReconciledNote.tsx'

type Reported = Answers['statement']['show']

/** The statement as it is printed. Every amount opens the entries that it is made of. */
export function StatementSheet({ statement, children }: { statement: Reported; children: ReactNode }) {
  const t = useTranslations('statement')
  const money = useMoney()
  const { fund, cash, standing, memo, differenceUsd } = statement
  const stands = standing.reduce(
    (sum, one) => ({ openingUsd: sum.openingUsd + one.openingUsd, closingUsd: sum.closingUsd + one.closingUsd }),
    { openingUsd: 0, closingUsd: 0 },
  )
  return (
    <div className="flex flex-col gap-10">
      <Heading statement={statement} />
      <Part title={t('sections.fund')}>
        <MovementTable
          caption={t('sections.fund')}
          openingUsd={fund.openingUsd}
          lines={fund.movements.map(({ id, usdMinor }) => ({ id, usdMinor, label: t(`fund.${id}`) }))}
          closingUsd={fund.closingUsd}
          amount={linksTo(statement, journalOfFundLine, money.bareUsd, t('journal'))}
        />
      </Part>
      <Part title={t('sections.standing')}>
        <EndsTable
          caption={t('sections.standing')}
          rows={[
            ...standing.map((one) => ({ ...one, label: t(`standing.${one.id}`) })),
            { id: 'total', label: t('standing.total'), ...stands },
          ]}
        />
        {differenceUsd === 0 ? (
          <p className="mt-2 text-sm text-ink-soft">{t('foots')}</p>
        ) : (
          <Callout tone="danger">
            {t('difference')}: <span className="figures">{money.bareUsd(differenceUsd)}</span>
          </Callout>
        )}
      </Part>
      <Part title={t('sections.cash')}>
        <MovementTable
          caption={t('sections.cash')}
          openingUsd={cash.openingUsd}
          lines={cash.movements
            .filter(({ id, usdMinor }) => id !== 'other' || usdMinor !== 0)
            .map(({ id, usdMinor }) => ({ id, usdMinor, label: t(`cash.${id}`) }))}
          closingUsd={cash.closingUsd}
          amount={linksTo(statement, journalOfCashLine, money.bareUsd, t('journal'))}
        />
      </Part>
      <Part title={t('sections.memo')} lead={t('sections.memoLead')}>
        <EndsTable caption={t('sections.memo')} rows={memo.map((one) => ({ ...one, label: t(`memo.${one.id}`) }))} />
      </Part>
      {children}
    </div>
  )
}

/** What makes the sheet stand for itself: whose, for when, in what, as of which entry, and how far it was reconciled. */
function Heading({ statement }: { statement: Reported }) {
  const t = useTranslations('statement')
  const reader = useReader()
  const demonstration = use(DemonstrationNote)
  const { from, until, asOfEntry, isNewest, reconciliation } = statement
  return (
    <div className="border-b-2 border-ink pb-4">
      {demonstration && <p className="mb-2 hidden font-semibold print:block">{demonstration}</p>}
      <p className="text-ink-soft">{t('fundName')}</p>
      <p className="mt-1 text-2xl font-semibold">
        {t('title')}: {t('period', { from: formatDate(reader, from), until: formatDate(reader, until) })}
      </p>
      <p className="mt-2 text-sm text-ink-soft">
        {t('unit')}. {t('asOf', { number: formatNumber(reader, asOfEntry) })}. {!isNewest && t('bookedSince')}{' '}
        <ReconciledNote state={reconciliation} />
      </p>
    </div>
  )
}

interface PartProps {
  title: string
  lead?: string
  /** May be broken over pages. */
  isLong?: boolean
  children: ReactNode
}

export function Part({ title, lead, isLong = false, children }: PartProps) {
  return (
    <section className={classes('min-w-0', !isLong && 'break-inside-avoid')}>
      <h2 className="text-xl font-semibold break-after-avoid">{title}</h2>
      {lead && <p className="mt-1 text-sm text-ink-soft">{lead}</p>}
      <div className="mt-3">{children}</div>
    </section>
  )
}

function linksTo(
  { from, until }: Pick<Statement, 'from' | 'until'>,
  places: Readonly<Record<string, JournalPart>>,
  write: (usdMinor: number) => string,
  says: string,
) {
  return (id: string, usdMinor: number): ReactNode => {
    const place = places[id]
    if (!place || usdMinor === 0) return write(usdMinor)
    return (
      <Link
        to={paths.journal}
        search={{ ...place, from, until }}
        title={says}
        className="underline decoration-dotted underline-offset-4 hover:text-accent-text print:no-underline"
      >
        {write(usdMinor)}
      </Link>
    )
  }
}
