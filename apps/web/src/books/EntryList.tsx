import type { EntryRow, LineRow } from '@concert/domain/fund-views'
import { formatDate, formatInstant } from '@concert/messages/format'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { AddressLink } from '../layout/AddressLink.tsx'
import { useReader } from '../locale.tsx'
import { paths } from '../paths.ts'
import { Badge } from '../ui/Badge.tsx'
import { DataTable } from '../ui/DataTable.tsx'
import { EntryActions } from './EntryActions.tsx'
import { EntryLink } from './EntryLink.tsx'
import { useMoney } from './use-money.ts'

interface EntryListProps {
  entries: readonly EntryRow[]
  /** Where entries are only read, nothing is offered to do with them. */
  isReadOnly?: boolean
}

/** Entries of the journal with their lines: the only place where accounts and signs are shown. */
export function EntryList({ entries, isReadOnly = false }: EntryListProps) {
  return (
    <ol className="grid gap-6">
      {entries.map((entry) => (
        <li key={entry.number} id={`entry-${entry.number}`} className="rounded border border-line p-4">
          <Entry entry={entry} isReadOnly={isReadOnly} />
        </li>
      ))}
    </ol>
  )
}

function Entry({ entry, isReadOnly }: { entry: EntryRow; isReadOnly: boolean }) {
  const t = useTranslations('journal')
  const reader = useReader()
  return (
    <article>
      <header className="mb-2 flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h3 className="font-semibold">
          <span className="figures">{t('number', { number: String(entry.number) })}</span> · {t(`kinds.${entry.kind}`)}
        </h3>
        <span className="figures text-sm">{formatDate(reader, entry.valueDate, 'short')}</span>
        {entry.reverses !== null && (
          <Badge>
            {t('reverses')} <EntryLink number={entry.reverses} />
          </Badge>
        )}
        {entry.reversedBy !== null && (
          <Badge tone="warning">
            {t('reversedBy')} <EntryLink number={entry.reversedBy} />
          </Badge>
        )}
      </header>
      <Lines entry={entry} />
      <footer className="mt-3 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <p className="text-sm text-ink-soft">
          {entry.askedBy === null
            ? t('bookedBy', { actor: entry.actor, at: formatInstant(reader, entry.bookedAt) })
            : t('signedBy', { asked: entry.askedBy, actor: entry.actor, at: formatInstant(reader, entry.bookedAt) })}
        </p>
        {!isReadOnly && <EntryActions entry={entry} />}
      </footer>
      {entry.reason && (
        <p className="mt-1 text-sm" dir="auto">
          {t('reason', { reason: entry.reason })}
        </p>
      )}
    </article>
  )
}

function Lines({ entry }: { entry: EntryRow }) {
  const t = useTranslations('journal')
  const money = useMoney()
  const numbered = entry.lines.map((line, index) => ({ ...line, key: `${entry.number}.${index}` }))
  const oneSide = (line: LineRow, sign: 1 | -1) =>
    Math.sign(line.amount.amountMinor) === sign
      ? money.full({ ...line.amount, amountMinor: Math.abs(line.amount.amountMinor) })
      : ''
  return (
    <DataTable
      caption={t('linesOf', { number: String(entry.number) })}
      density="dense"
      rows={numbered}
      rowKey={(line) => line.key}
      columns={[
        { id: 'account', header: t('column.account'), cell: (line) => t(`accounts.${line.account}`) },
        { id: 'about', header: t('column.about'), cell: (line) => <About line={line} /> },
        { id: 'debit', header: t('column.debit'), align: 'end', cell: (line) => oneSide(line, 1) },
        { id: 'credit', header: t('column.credit'), align: 'end', cell: (line) => oneSide(line, -1) },
        { id: 'usd', header: t('column.usd'), align: 'end', cell: (line) => money.usd(line.usdMinor) },
        { id: 'rate', header: t('column.rate'), cell: (line) => <Rate line={line} /> },
      ]}
    />
  )
}

const aboutClass = 'link figures inline-flex min-h-6 min-w-0 items-center'

/** What a line is about, as the way to it. */
function About({ line: { about } }: { line: LineRow }) {
  const { pledge, payment, grant, bankAccount, bankAccountId } = about
  return (
    <span className="flex flex-wrap gap-x-3 gap-y-1 text-sm">
      {pledge !== null && (
        <Link to={paths.pledge} params={{ reference: pledge }} className={`${aboutClass} whitespace-nowrap`}>
          {pledge}
        </Link>
      )}
      {payment !== null && (
        <Link to={paths.payment} params={{ reference: payment }} className={`${aboutClass} whitespace-nowrap`}>
          {payment}
        </Link>
      )}
      {grant !== null && (
        <span className="inline-flex min-h-6 items-center">
          <AddressLink address={`/books/grants/${grant}`}>{grant}</AddressLink>
        </span>
      )}
      {bankAccount !== null && bankAccountId !== null && (
        <Link to={paths.journal} search={{ bankAccountId }} className={aboutClass} dir="auto">
          <span className="min-w-0 wrap-anywhere">{bankAccount}</span>
        </Link>
      )}
    </span>
  )
}

function Rate({ line }: { line: LineRow }) {
  const t = useTranslations('journal')
  const reader = useReader()
  if (!line.rate || line.amount.currency === 'USD') return null
  const { unitsPerUsd, on, source } = line.rate
  return (
    <span className="text-sm text-ink-soft">
      <span className="figures">{t('rate', { units: unitsPerUsd, currency: line.amount.currency })}</span>
      {', '}
      {formatDate(reader, on, 'short')}, <bdi>{source}</bdi>
    </span>
  )
}
