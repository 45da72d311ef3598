import type { PledgeStory, PublicPledgeStory } from '@concert/domain/fund-views'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { PendingSignatures } from '../../books/PendingSignatures.tsx'
import { PledgeState } from '../../books/PledgeState.tsx'
import { ThreeNumbers } from '../../books/ThreeNumbers.tsx'
import { useMoney } from '../../books/use-money.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { BookedPart } from './BookedPart.tsx'
import { BookedSteps } from './BookedSteps.tsx'
import { OutcomePart, type PledgeBesideMoney } from './OutcomePart.tsx'
import { PledgeFacts } from './PledgeFacts.tsx'
import { Steps } from './Steps.tsx'

/** One pledge as a story; fund managers find what they work with below the same story. */
export function PledgePage() {
  const { data: session } = useSuspenseQuery(trpc.session.me.queryOptions())
  const { actor } = session
  const isManager = actor.kind === 'person' && actor.roles.includes('fund_manager')
  return isManager ? <BookedPledge /> : <PublicPledge />
}

function PublicPledge() {
  const { reference } = useParams({ from: paths.pledge })
  const { data } = useSuspenseQuery(trpc.pledges.get.queryOptions({ reference, locale: useReader() }))
  return <Story pledge={data} />
}

function BookedPledge() {
  const { reference } = useParams({ from: paths.pledge })
  const { data } = useSuspenseQuery(trpc.pledges.story.queryOptions({ reference, locale: useReader() }))
  return <Story pledge={data} booked={data} />
}

function Story({ pledge, booked }: { pledge: PublicPledgeStory; booked?: PledgeStory }) {
  const t = useTranslations('pledges')
  const money = useMoney()
  const donor = pledge.donorName ?? t('anonymousDonor')
  const what = pledge.amount ? money.full(pledge.amount) : t(`kinds.${pledge.kind}`)
  return (
    <Page
      title={t('story.title', { what, donor })}
      above={
        <span className="flex flex-wrap items-center gap-2">
          <Link to={booked ? paths.bookedPledges : paths.pledges} className="link">
            {t('title')}
          </Link>
          <span aria-hidden="true">/</span>
          <span className="figures">{pledge.reference}</span>
        </span>
      }
      lead={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-2 text-base">
          {pledge.donorId ? (
            <Link
              to={booked ? paths.bookedDonor : paths.donor}
              params={{ id: pledge.donorId }}
              className="link"
              dir="auto"
            >
              {donor}
            </Link>
          ) : (
            <bdi>{donor}</bdi>
          )}
          {pledge.kind !== 'money' && <Badge>{t(`kinds.${pledge.kind}`)}</Badge>}
          {booked && <PledgeState pledge={booked} />}
        </span>
      }
    >
      {booked?.kind === 'money' && <PendingSignatures about={{ pledgeId: booked.id }} />}
      <Section title={t('story.steps')} lead={pledge.kind === 'money' ? t('story.stepsLead') : t('story.outsideLead')}>
        {booked?.kind === 'money' ? <BookedSteps pledge={booked} /> : <Steps pledge={pledge} />}
      </Section>
      {pledge.usd && (
        <Section title={t('story.usd')} lead={t('story.usdLead')}>
          <ThreeNumbers usd={pledge.usd} label={t('story.usd')} />
        </Section>
      )}
      <Section title={t('story.facts')}>
        <PledgeFacts pledge={pledge} booked={booked} />
      </Section>
      {booked && isBesideMoney(booked) && <OutcomePart pledge={booked} />}
      {booked?.kind === 'money' && <BookedPart pledge={booked} />}
    </Page>
  )
}

function isBesideMoney(pledge: PledgeStory): pledge is PledgeBesideMoney {
  return pledge.kind !== 'money'
}
