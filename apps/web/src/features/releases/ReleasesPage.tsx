import { formatInstant } from '@concert/messages/format'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { CoordinationNavigation } from '../../coordination/CoordinationNavigation.tsx'
import { AddressLink } from '../../layout/AddressLink.tsx'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { useHasRole } from '../../roles.ts'
import { trpc } from '../../trpc.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { NextRelease } from './NextRelease.tsx'
import { WithdrawDialog } from './WithdrawDialog.tsx'

/** Every release of people counts; for a coordinator also the next one, beside what anyone reads now. */
export function ReleasesPage() {
  const t = useTranslations('releases')
  const reader = useReader()
  const isCoordinator = useHasRole('coordinator')
  const { data: releases } = useSuspenseQuery(trpc.releases.list.queryOptions())
  const standing = releases.find(({ withdrawn }) => withdrawn === null)
  const [withdrawing, setWithdrawing] = useState<number | null>(null)
  return (
    <Page title={t('title')} lead={t('lead')} above={<CoordinationNavigation />}>
      {isCoordinator && <NextRelease />}
      <Section title={t('all')}>
        {releases.length === 0 ? (
          <EmptyState title={t('none')}>{t('noneLead')}</EmptyState>
        ) : (
          <>
            <DataTable
              caption={t('all')}
              rows={releases}
              rowKey={({ number }) => String(number)}
              columns={[
                { id: 'number', header: t('column.number'), align: 'end', cell: ({ number }) => number },
                { id: 'at', header: t('column.at'), cell: ({ releasedAt }) => formatInstant(reader, releasedAt) },
                {
                  id: 'state',
                  header: t('column.state'),
                  cell: ({ withdrawn, number }) => (
                    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
                      {withdrawn && <Badge tone="warning">{t('withdrawn')}</Badge>}
                      {number === standing?.number && <Badge>{t('stands')}</Badge>}
                      {withdrawn && <bdi>{withdrawn.reason}</bdi>}
                      {!withdrawn && isCoordinator && (
                        <Button
                          size="small"
                          aria-label={t('withdrawRow', { number })}
                          onClick={() => setWithdrawing(number)}
                        >
                          {t('withdraw')}
                        </Button>
                      )}
                    </span>
                  ),
                },
              ]}
            />
            <p className="mt-4">
              <AddressLink address={paths.peopleReached}>{t('current')}</AddressLink>
            </p>
          </>
        )}
      </Section>
      {withdrawing !== null && <WithdrawDialog number={withdrawing} onClose={() => setWithdrawing(null)} />}
    </Page>
  )
}
