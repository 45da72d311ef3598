import { codeKey } from '@concert/domain/codelists'
import { inLocale } from '@concert/domain/locales'
import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import { useTranslations } from 'use-intl/react'
import { ActivitiesLink } from '../../layout/ActivitiesLink.tsx'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import type { Answers } from '../../trpc.ts'
import { Badge } from '../../ui/Badge.tsx'
import { StatusLine } from './StatusLine.tsx'

export type Commitment = Answers['commitments']['list']['commitments'][number]

/** One paragraph: what it asks, of whom, how it is followed and what answers it. */
export function ParagraphCard({ commitment }: { commitment: Commitment }) {
  const t = useTranslations('commitments')
  const tCodes = useTranslations('codes')
  const reader = useReader()
  const headingId = useId()
  const { number, gist, indicator, addressees, actKinds, pillars, sdgTargets, statuses, activities, evidence } =
    commitment
  const facts = [
    { term: t('addressee'), value: addressees.map((code) => tCodes(codeKey('addressees', code))).join(' · ') },
    { term: t('status'), value: statuses.length > 0 && <Statuses commitment={commitment} /> },
    { term: t('indicator'), value: indicator ? inLocale(indicator, reader) : t('noIndicator') },
  ]
  return (
    <li
      aria-labelledby={headingId}
      id={`paragraph-${number}`}
      className="grid gap-x-10 gap-y-4 py-5 lg:grid-cols-[minmax(0,5fr)_minmax(0,4fr)]"
    >
      <div>
        <h3 id={headingId} className="text-sm font-semibold text-ink-soft">
          <Link to={paths.commitment} params={{ instrument: commitment.instrument, number }} className="link">
            {t('paragraph', { number })}
          </Link>
          <span className="font-normal">
            {' '}
            · {actKinds.map((code) => tCodes(codeKey('actKinds', code))).join(' · ')}
          </span>
        </h3>
        <p className="mt-1 text-lg leading-snug">{inLocale(gist, reader)}</p>
        <ul className="mt-3 flex flex-wrap gap-2">
          {pillars.map((code) => (
            <li key={code}>
              <Badge>{tCodes(codeKey('pillars', code))}</Badge>
            </li>
          ))}
          {sdgTargets.length > 0 && (
            <li className="figures py-0.5 text-sm text-ink-soft">
              {t('sdg')} {sdgTargets.join(' · ')}
            </li>
          )}
        </ul>
        <p className="figures mt-3 font-medium">
          {activities > 0 ? (
            <ActivitiesLink filter={{ paragraph: [number] }}>{t('answers', { count: activities })}</ActivitiesLink>
          ) : (
            <span className="text-ink-soft">{t('answers', { count: 0 })}</span>
          )}
        </p>
        {evidence > 0 && (
          <p className="figures mt-1">
            <Link to={paths.commitment} params={{ instrument: commitment.instrument, number }} className="link">
              {t('evidenceCount', { count: evidence })}
            </Link>
          </p>
        )}
      </div>
      <dl className="space-y-2.5">
        {facts.map(
          ({ term, value }) =>
            value && (
              <div key={term}>
                <dt className="text-sm text-ink-soft">{term}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </li>
  )
}

function Statuses({ commitment }: { commitment: Commitment }) {
  return (
    <ul className="space-y-2">
      {commitment.statuses.map((standing) => (
        <StatusLine key={standing.addressee} commitment={commitment} standing={standing} />
      ))}
    </ul>
  )
}
