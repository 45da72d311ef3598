import { codeKey } from '@concert/domain/codelists'
import { inLocale } from '@concert/domain/locales'
import { useId } from 'react'
import { useTranslations } from 'use-intl/react'
import { ActivitiesLink } from '../../layout/ActivitiesLink.tsx'
import { useReader } from '../../locale.tsx'
import type { Answers } from '../../trpc.ts'
import { Badge } from '../../ui/Badge.tsx'
import { DefinitionList } from '../../ui/DefinitionList.tsx'
import { StatusLine } from './StatusLine.tsx'

export type Commitment = Answers['commitments']['list']['commitments'][number]

/** One paragraph: what it asks, of whom, how it is followed and what answers it. */
export function ParagraphCard({ commitment }: { commitment: Commitment }) {
  const t = useTranslations('commitments')
  const tCodes = useTranslations('codes')
  const reader = useReader()
  const headingId = useId()
  const { number, gist, indicator, addressees, actKinds, pillars, sdgTargets, statuses, activities } = commitment
  return (
    <li
      aria-labelledby={headingId}
      id={`paragraph-${number}`}
      className="grid gap-x-8 gap-y-3 py-6 lg:grid-cols-[3fr_2fr]"
    >
      <div className="min-w-0">
        <h3 id={headingId} className="text-sm font-semibold text-ink-soft">
          {t('paragraph', { number })}
        </h3>
        <p className="mt-1 text-lg leading-snug">{inLocale(gist, reader)}</p>
        <ul className="mt-3 flex flex-wrap gap-2">
          {pillars.map((code) => (
            <li key={code}>
              <Badge>{tCodes(codeKey('pillars', code))}</Badge>
            </li>
          ))}
        </ul>
        <p className="figures mt-3 font-medium">
          {activities > 0 ? (
            <ActivitiesLink filter={{ paragraph: [number] }}>{t('answers', { count: activities })}</ActivitiesLink>
          ) : (
            <span className="text-ink-soft">{t('answers', { count: 0 })}</span>
          )}
        </p>
      </div>
      <div className="min-w-0 text-sm">
        <DefinitionList
          items={[
            {
              term: t('addressee'),
              value: addressees.map((code) => tCodes(codeKey('addressees', code))).join(' · '),
            },
            { term: t('status'), value: statuses.length > 0 && <Statuses commitment={commitment} /> },
            { term: t('indicator'), value: indicator ? inLocale(indicator, reader) : t('noIndicator') },
            { term: t('sdg'), value: sdgTargets.join(' · ') },
          ]}
        />
        <p className="mt-2 text-ink-soft">{actKinds.map((code) => tCodes(codeKey('actKinds', code))).join(' · ')}</p>
      </div>
    </li>
  )
}

function Statuses({ commitment }: { commitment: Commitment }) {
  return (
    <ul className="space-y-2">
      {commitment.statuses.map(({ addressee, status }) => (
        <StatusLine key={addressee} commitment={commitment} addressee={addressee} status={status} />
      ))}
    </ul>
  )
}
