import { narrativeIn } from '@concert/domain/activity'
import { inLocale } from '@concert/domain/locales'
import { formatInstant } from '@concert/messages/format'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { OverlapsOfActivity } from '../../coordination/OverlapsOfActivity.tsx'
import { ButtonLink } from '../../layout/links.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { type Answers, trpc } from '../../trpc.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { ActivityActions } from './ActivityActions.tsx'
import { ActivityFacts } from './ActivityFacts.tsx'
import { ActivityHistory } from './ActivityHistory.tsx'
import { JoinedHere } from './JoinedHere.tsx'
import { MembersPart } from './MembersPart.tsx'
import { Narratives } from './Narratives.tsx'
import { StatusBadge, VisibilityBadges } from './StatusBadges.tsx'

export type ShownActivity = Answers['activities']['get']

/** One activity: facts first, then what it is, then what only the group knows. */
export function ActivityPage() {
  const t = useTranslations('activities')
  const reader = useReader()
  const { reference: asked } = useParams({ from: paths.activity })
  const { data: activity } = useSuspenseQuery(trpc.activities.get.queryOptions({ reference: asked }))
  const { reference } = activity
  const title = narrativeIn(activity.title, reader)?.text ?? t('untitled')
  const isJoint = activity.partners.length > 0

  return (
    <Page
      title={title}
      above={
        <span className="flex flex-wrap items-center gap-2">
          <Link to={paths.activities} className="link">
            {t('detail.above')}
          </Link>
          <span aria-hidden="true">/</span>
          <span className="figures">{activity.reference}</span>
        </span>
      }
      lead={
        <span className="flex flex-wrap items-center gap-2 text-base">
          <StatusBadge status={activity.status} />
          <VisibilityBadges activity={activity} />
          {isJoint && <Badge>{t('detail.joint')}</Badge>}
          <span>
            {activity.lead && inLocale(activity.lead.names, reader)}
            {activity.partners.map(({ id, acronym }) => (
              <span key={id}>
                {' · '}
                <bdi>{acronym}</bdi>
              </span>
            ))}
          </span>
        </span>
      }
      actions={
        activity.mayWrite && (
          <>
            <ButtonLink look="primary" to={paths.editActivity} params={{ reference }}>
              {t('detail.edit')}
            </ButtonLink>
            <ActivityActions activity={activity} />
          </>
        )
      }
    >
      {reference !== asked && <Callout>{t('detail.leadsHere', { reference: asked })}</Callout>}
      <Section title={t('detail.facts')}>
        <ActivityFacts activity={activity} />
      </Section>
      {activity.description.length > 0 && (
        <Section title={t('detail.about')}>
          <Narratives title={activity.title} description={activity.description} />
        </Section>
      )}
      {activity.members && <OverlapsOfActivity reference={reference} />}
      {activity.members && <MembersPart members={activity.members} seesAssisted={activity.seesAssisted} />}
      {activity.members && (
        <Section title={t('detail.history')} lead={t('detail.historyLead')}>
          <ActivityHistory activity={activity} />
        </Section>
      )}
      <JoinedHere records={activity.joinedHere} />
      <p className="text-sm text-ink-soft">
        {activity.publishedAt && `${t('detail.published', { at: formatInstant(reader, activity.publishedAt) })} · `}
        {t('detail.updated', { at: formatInstant(reader, activity.updatedAt) })}
        {activity.source === 'import' && ` · ${t('detail.imported')}`}
      </p>
    </Page>
  )
}
