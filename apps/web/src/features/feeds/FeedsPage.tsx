import type { CalendarFeed } from '@concert/domain/calendar-feed'
import { formatDate, formatInstant } from '@concert/messages/format'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { useExplain } from '../../errors.ts'
import { useReader } from '../../locale.tsx'
import { useHasRole } from '../../roles.ts'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { DefinitionList } from '../../ui/DefinitionList.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { ActivityFeeds } from './ActivityFeeds.tsx'
import { AddressDialog } from './AddressDialog.tsx'
import { FeedConfirmation } from './FeedConfirmation.tsx'

/** Feeds for one's own calendar program: made, renewed and revoked here. */
export function FeedsPage() {
  const t = useTranslations('feeds')
  const { data: feeds } = useSuspenseQuery(trpc.feeds.list.queryOptions())
  const isFundManager = useHasRole('fund_manager')
  const due = feeds.find(({ kind }) => kind === 'instalments')
  const [path, setPath] = useState<string | null>(null)
  return (
    <Page title={t('title')} lead={t('lead')} width="text">
      {(isFundManager || due) && (
        <Section title={t('event.name')} lead={t('whatLead')}>
          {due ? <OwnFeed feed={due} onAddress={setPath} /> : <NoFeed onAddress={setPath} />}
        </Section>
      )}
      <Section title={t('activities.title')} lead={t('activities.lead')}>
        <ActivityFeeds feeds={feeds.filter(({ kind }) => kind !== 'instalments')} onAddress={setPath} />
      </Section>
      {path !== null && <AddressDialog path={path} onClose={() => setPath(null)} />}
    </Page>
  )
}

function NoFeed({ onAddress }: { onAddress: (path: string) => void }) {
  const t = useTranslations('feeds')
  const toast = useToast()
  const explain = useExplain()
  const { mutate: create, isPending } = useMutation(
    trpc.feeds.create.mutationOptions({
      onSuccess: ({ path }) => onAddress(path),
      onError: (error) => toast({ tone: 'danger', text: explain(error).sentence }),
    }),
  )
  const action = (
    <Button look="primary" onClick={() => create({ kind: 'instalments' })} isPending={isPending}>
      {t('create')}
    </Button>
  )
  return (
    <EmptyState title={t('none')} action={action}>
      {t('noneLead')}
    </EmptyState>
  )
}

function OwnFeed({ feed, onAddress }: { feed: CalendarFeed; onAddress: (path: string) => void }) {
  const t = useTranslations('feeds')
  const reader = useReader()
  const [asking, setAsking] = useState<'renew' | 'revoke' | null>(null)
  return (
    <div className="flex flex-col gap-6">
      <DefinitionList
        items={[
          { term: t('createdAt'), value: formatInstant(reader, feed.createdAt) },
          {
            term: t('lastFetched'),
            value: feed.lastFetchedOn ? formatDate(reader, feed.lastFetchedOn, 'long') : t('never'),
          },
        ]}
      />
      <div className="flex flex-wrap gap-3">
        <Button onClick={() => setAsking('renew')}>{t('renew')}</Button>
        <Button look="danger" onClick={() => setAsking('revoke')}>
          {t('revoke')}
        </Button>
      </div>
      {asking && <FeedConfirmation what={asking} feed={feed} onAddress={onAddress} onClose={() => setAsking(null)} />}
    </div>
  )
}
