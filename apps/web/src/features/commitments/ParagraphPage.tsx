import { codeKey } from '@concert/domain/codelists'
import { inLocale } from '@concert/domain/locales'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { ActivitiesLink } from '../../layout/ActivitiesLink.tsx'
import { DocumentLink } from '../../layout/DocumentLink.tsx'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { useHasRole } from '../../roles.ts'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { DefinitionList } from '../../ui/DefinitionList.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { AssistanceReceived } from './AssistanceReceived.tsx'
import { EvidenceDialog } from './EvidenceDialog.tsx'
import { EvidenceList } from './EvidenceList.tsx'
import { IndicatorLinks } from './IndicatorLinks.tsx'
import { StatusHistory } from './StatusHistory.tsx'
import { StatusLine } from './StatusLine.tsx'

const route = getRouteApi(paths.commitment)

/** One paragraph: what it asks of whom, and everything that answers it. */
export function ParagraphPage() {
  const t = useTranslations('commitments')
  const tIndicators = useTranslations('indicators')
  const tCodes = useTranslations('codes')
  const reader = useReader()
  const key = route.useParams()
  const isCoordinator = useHasRole('coordinator')
  const [isAdding, setAdding] = useState(false)
  const { data: me } = useSuspenseQuery(trpc.session.me.queryOptions())
  const { data: page } = useSuspenseQuery(trpc.commitments.get.queryOptions(key))
  const { commitment, instrument } = page
  const { number, gist, indicator, addressees, actKinds, pillars, sdgTargets, statuses, activities } = commitment
  const isMember = me.actor.kind === 'person'
  const above = (
    <Link to={paths.commitments} search={{ instrument: instrument.slug }} className="link">
      {t('page.all')}
    </Link>
  )
  return (
    <Page title={t('paragraph', { number })} lead={inLocale(gist, reader)} above={above}>
      <Section title={t('page.facts')}>
        <DefinitionList
          items={[
            { term: t('instrument'), value: inLocale(instrument.title, reader) },
            {
              term: t('page.source'),
              value: (
                <DocumentLink symbol={instrument.symbol}>{t('readText', { symbol: instrument.symbol })}</DocumentLink>
              ),
            },
            { term: t('addressee'), value: addressees.map((code) => tCodes(codeKey('addressees', code))).join(' · ') },
            { term: t('actKind'), value: actKinds.map((code) => tCodes(codeKey('actKinds', code))).join(' · ') },
            { term: t('pillar'), value: pillars.map((code) => tCodes(codeKey('pillars', code))).join(' · ') },
            { term: t('sdg'), value: sdgTargets.join(' · ') },
            { term: t('indicator'), value: indicator ? inLocale(indicator, reader) : t('noIndicator') },
            {
              term: t('page.activities'),
              value:
                activities > 0 ? (
                  <ActivitiesLink filter={{ paragraph: [number] }}>
                    {t('answers', { count: activities })}
                  </ActivitiesLink>
                ) : (
                  t('answers', { count: 0 })
                ),
            },
          ]}
        />
      </Section>
      {statuses.length > 0 && (
        <Section title={t('status')} lead={t('statesNote')}>
          <ul className="space-y-3">
            {statuses.map((standing) => (
              <StatusLine key={standing.addressee} commitment={commitment} standing={standing} mayChange />
            ))}
          </ul>
        </Section>
      )}
      <Section title={tIndicators('title')} lead={tIndicators('lead')}>
        <IndicatorLinks instrument={instrument.slug} number={number} />
      </Section>
      <AssistanceReceived instrument={instrument.slug} number={number} />
      <Section
        title={t('evidence.title')}
        lead={t('evidence.lead')}
        actions={isCoordinator && <Button onClick={() => setAdding(true)}>{t('evidence.add')}</Button>}
      >
        <EvidenceList page={page} />
      </Section>
      {isMember && statuses.length > 0 && (
        <Section title={t('history.title')} lead={t('history.lead')}>
          <StatusHistory steps={page.steps} />
        </Section>
      )}
      <Neighbours instrument={instrument.slug} before={page.before} after={page.after} />
      {isAdding && <EvidenceDialog paragraph={key} onClose={() => setAdding(false)} />}
    </Page>
  )
}

interface NeighboursProps {
  instrument: string
  before: string | null
  after: string | null
}

function Neighbours({ instrument, before, after }: NeighboursProps) {
  const t = useTranslations('commitments.page')
  return (
    <nav aria-label={t('neighbours')} className="mt-10 flex justify-between gap-6">
      <span>
        {before !== null && (
          <Link to={paths.commitment} params={{ instrument, number: before }} rel="prev" className="link">
            {t('before', { number: before })}
          </Link>
        )}
      </span>
      <span>
        {after !== null && (
          <Link to={paths.commitment} params={{ instrument, number: after }} rel="next" className="link">
            {t('after', { number: after })}
          </Link>
        )}
      </span>
    </nav>
  )
}
