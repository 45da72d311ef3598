import { mostAttempts, type OutboxState, outboxDays } from '@concert/domain/outbox'
import { formatInstant, formatNumber } from '@concert/messages/format'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { ButtonLink } from '../../layout/links.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { Callout } from '../../ui/Callout.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { DefinitionList } from '../../ui/DefinitionList.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'

/** What Concert writes to people by itself, for administrators: how much, and why something was not taken. */
export function OutboxPage() {
  const t = useTranslations('outbox')
  const reader = useReader()
  const { data: state } = useSuspenseQuery(trpc.outbox.state.queryOptions())
  const at = (instant: string | null) => (instant === null ? t('never') : formatInstant(reader, instant))
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      width="text"
      actions={<ButtonLink to={paths.admin}>{t('toPeople')}</ButtonLink>}
    >
      <div className="flex flex-col gap-8">
        {!state.isSetUp && (
          <Callout tone="warning" title={t('notSetUpTitle')}>
            {t('notSetUp')}
          </Callout>
        )}
        <div className="flex flex-col gap-3">
          <DefinitionList
            items={[
              ...(['waiting', 'sent', 'needless', 'givenUp'] as const).map((kind) => ({
                term: t(kind),
                value: formatNumber(reader, state[kind]),
              })),
              { term: t('lastSent'), value: at(state.lastSentAt) },
              { term: t('nextAttempt'), value: at(state.nextAttemptAt) },
            ]}
          />
          <p className="text-sm text-ink-soft">{t('span', { days: outboxDays })}</p>
        </div>
        <Section title={t('reasonsTitle')} lead={t('retry', { attempts: mostAttempts })}>
          <Reasons reasons={state.reasons} />
        </Section>
      </div>
    </Page>
  )
}

function Reasons({ reasons }: Pick<OutboxState, 'reasons'>) {
  const t = useTranslations('outbox')
  const reader = useReader()
  const columns: Column<OutboxState['reasons'][number]>[] = [
    { id: 'reason', header: t('reason'), cell: ({ error }) => t(`reasons.${error}`) },
    { id: 'waiting', header: t('waiting'), align: 'end', cell: ({ waiting }) => formatNumber(reader, waiting) },
    { id: 'givenUp', header: t('givenUp'), align: 'end', cell: ({ givenUp }) => formatNumber(reader, givenUp) },
  ]
  return (
    <DataTable
      caption={t('reasonsTitle')}
      columns={columns}
      rows={reasons}
      rowKey={({ error }) => error}
      empty={<EmptyState title={t('noReasons')}>{t('noReasonsLead')}</EmptyState>}
    />
  )
}
