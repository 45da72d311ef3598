import { directionOf } from '@concert/domain/reconciliation'
import type { ReconciliationLine, ReconciliationStateName } from '@concert/domain/reconciliation-views'
import { formatDate } from '@concert/messages/format'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { useMoney } from '../../books/use-money.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { Pagination } from '../../ui/Pagination.tsx'
import { MatchDialog } from './MatchDialog.tsx'
import { UnmatchDialog } from './UnmatchDialog.tsx'

/** The rows and items in one state, both sides beside each other. */
export function LinesTable({ state, page }: { state: ReconciliationStateName; page: number }) {
  const t = useTranslations('reconciliation')
  const navigate = useNavigate({ from: paths.reconciliation })
  const { data } = useSuspenseQuery(trpc.reconciliation.lines.queryOptions({ state, page, locale: useReader() }))
  const [acting, setActing] = useState<ReconciliationLine | null>(null)
  const close = () => setActing(null)
  const document = acting?.row?.document ?? ''
  return (
    <div className="flex flex-col gap-4">
      <p className="text-ink-soft">{t(`tabs.lead.${state}`)}</p>
      <DataTable
        caption={t(`states.${state}`)}
        density="dense"
        rows={data.rows}
        rowKey={({ id }) => id}
        empty={<p>{t(`tabs.none.${state}`)}</p>}
        columns={useColumns(state, setActing)}
      />
      <Pagination
        page={data.page}
        pageSize={data.pageSize}
        total={data.total}
        onPage={(to) => navigate({ search: (now) => ({ ...now, page: to }) })}
      />
      {acting?.row && !acting.match && <MatchDialog row={acting.row} onClose={close} />}
      {acting?.match && acting.item && (
        <UnmatchDialog
          matchId={acting.match.id}
          document={document}
          number={String(acting.item.entryNumber)}
          onClose={close}
        />
      )}
    </div>
  )
}

function useColumns(
  state: ReconciliationStateName,
  onAct: (line: ReconciliationLine) => void,
): Column<ReconciliationLine>[] {
  const t = useTranslations('reconciliation')
  const money = useMoney()
  const kind: Column<ReconciliationLine> = {
    id: 'kind',
    header: t('column.kind'),
    cell: ({ row, item }) => t(`kinds.${row?.kind ?? item?.kind ?? 'CONTRIBUTION'}`),
  }
  const there: Column<ReconciliationLine> = {
    id: 'there',
    header: t('column.there'),
    cell: ({ row }) => row && <There row={row} />,
  }
  const here: Column<ReconciliationLine> = {
    id: 'here',
    header: t('column.here'),
    cell: ({ item }) => item && <Here item={item} />,
  }
  const difference: Column<ReconciliationLine> = {
    id: 'difference',
    header: t('column.difference'),
    align: 'end',
    cell: ({ row, item }) => {
      const direction = directionOf[row?.kind ?? item?.kind ?? 'CONTRIBUTION']
      return money.usd(direction * ((item?.usdMinor ?? 0) - (row?.usdMinor ?? 0)))
    },
  }
  const because: Column<ReconciliationLine> = {
    id: 'because',
    header: t('column.reason'),
    cell: ({ match }) =>
      match &&
      (match.basis === 'officer'
        ? t('basis.officer', { by: match.by, reason: match.reason ?? '' })
        : t(`basis.${match.basis}`)),
  }
  const action: Column<ReconciliationLine> = {
    id: 'action',
    header: t('column.action'),
    align: 'end',
    cell: (line) => {
      const document = line.row?.document ?? ''
      return line.match ? (
        <Button size="small" look="quiet" aria-label={t('unmatch.unmatchOf', { document })} onClick={() => onAct(line)}>
          {t('unmatch.unmatch')}
        </Button>
      ) : (
        <Button size="small" aria-label={t('match.matchOf', { document })} onClick={() => onAct(line)}>
          {t('match.match')}
        </Button>
      )
    },
  }
  switch (state) {
    case 'matched':
      return [there, kind, here, because, action]
    case 'different':
      return [there, kind, here, difference, because, action]
    case 'only_here':
      return [here, kind, difference]
    case 'only_there':
      return [there, kind, difference, action]
  }
}

function There({ row }: { row: NonNullable<ReconciliationLine['row']> }) {
  const t = useTranslations('reconciliation')
  const reader = useReader()
  return (
    <div className="flex flex-col gap-0.5 font-normal">
      <span className="flex flex-wrap items-baseline gap-x-2">
        <bdi className="figures font-medium wrap-anywhere">{row.document}</bdi>
        <span className="figures text-sm whitespace-nowrap">{formatDate(reader, row.postedOn, 'short')}</span>
      </span>
      <Amounts {...row} />
      {row.text !== '' && <bdi className="text-sm wrap-anywhere">{row.text}</bdi>}
      <span className="text-sm text-ink-soft wrap-anywhere">
        {t('where', { file: `\u2068${row.file}\u2069`, line: String(row.line) })}
        {row.version > 1 && ` · ${t('version', { version: String(row.version) })}`}
      </span>
    </div>
  )
}

function Here({ item }: { item: NonNullable<ReconciliationLine['item']> }) {
  const t = useTranslations('reconciliation')
  const reader = useReader()
  return (
    <div className="flex flex-col gap-0.5 font-normal">
      <span className="flex flex-wrap items-baseline gap-x-2">
        {item.payment ? (
          <Link to={paths.payment} params={{ reference: item.payment }} className="link figures whitespace-nowrap">
            {item.payment}
          </Link>
        ) : (
          <span className="figures font-medium">{t('entry', { number: String(item.entryNumber) })}</span>
        )}
        <span className="figures text-sm whitespace-nowrap">{formatDate(reader, item.on, 'short')}</span>
      </span>
      <Amounts {...item} />
      {item.donorName && <bdi className="text-sm">{item.donorName}</bdi>}
      {item.document && <bdi className="text-sm text-ink-soft wrap-anywhere">{item.document}</bdi>}
    </div>
  )
}

function Amounts({ amount, usdMinor }: { amount: { amountMinor: number; currency: string }; usdMinor: number }) {
  const money = useMoney()
  return (
    <span className="figures">
      {money.full(amount)}
      {amount.currency !== 'USD' && <span className="text-sm text-ink-soft"> · {money.usd(usdMinor)}</span>}
    </span>
  )
}
