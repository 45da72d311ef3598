import type { GrantStory } from '@concert/domain/grant-views'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { BooksNavigation } from '../../books/BooksNavigation.tsx'
import { EntryList } from '../../books/EntryList.tsx'
import { PendingSignatures } from '../../books/PendingSignatures.tsx'
import { useMoney } from '../../books/use-money.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { GrantActions } from './actions/GrantActions.tsx'
import { GrantFacts } from './GrantFacts.tsx'
import { GrantInstalments } from './GrantInstalments.tsx'
import { GrantReports } from './GrantReports.tsx'
import { GrantState } from './GrantState.tsx'
import { GrantSteps } from './GrantSteps.tsx'

/** One grant as a story: proposed, advised, decided, awarded, paid and reported, and its journal. */
export function GrantPage() {
  const t = useTranslations('grants')
  const { reference } = useParams({ from: paths.bookedGrant })
  const { data: grant } = useSuspenseQuery(trpc.grants.story.queryOptions({ reference, locale: useReader() }))
  return (
    <Page
      title={grant.title}
      above={<BooksNavigation />}
      lead={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-2 text-base">
          <Link to={paths.bookedGrants} className="link figures">
            {grant.reference}
          </Link>
          <bdi>{grant.grantee.name}</bdi>
          <GrantState life={grant.life} visibility={grant.visibility} />
        </span>
      }
    >
      <PendingSignatures about={{ grantId: grant.id }} />
      <GrantActions grant={grant} />
      <Section title={t('story.steps')} lead={t('story.stepsLead')}>
        <GrantSteps grant={grant} />
      </Section>
      {grant.standing.awarded.amountMinor > 0 && <Standing grant={grant} />}
      <Section title={t('story.facts')}>
        <GrantFacts grant={grant} />
      </Section>
      {grant.instalments.length > 0 && (
        <Section title={t('instalments.title')} lead={t('instalments.lead')}>
          <GrantInstalments instalments={grant.instalments} />
        </Section>
      )}
      {grant.standing.awarded.amountMinor > 0 && <GrantReports grant={grant} />}
      <Section title={t('story.journal')} lead={t('story.journalLead')}>
        {grant.entries.length === 0 ? (
          <p className="text-ink-soft">{t('story.noEntries')}</p>
        ) : (
          <Disclosure title={t('story.openJournal', { count: grant.entries.length })}>
            <EntryList entries={grant.entries} />
          </Disclosure>
        )}
      </Section>
    </Page>
  )
}

function Standing({ grant }: { grant: GrantStory }) {
  const t = useTranslations('grants.standing')
  const money = useMoney()
  const parts = ['awarded', 'cut', 'disbursed', 'payable', 'refunded'] as const
  return (
    <Section title={t('title')} lead={t('lead')}>
      <dl className="grid gap-x-8 gap-y-4 sm:grid-cols-3 lg:grid-cols-5">
        {parts.map((part) => (
          <div key={part} className="border-s-2 border-line ps-3">
            <dt className="text-sm text-ink-soft">{t(part)}</dt>
            <dd className="figures text-lg font-semibold">{money.full(grant.standing[part])}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
