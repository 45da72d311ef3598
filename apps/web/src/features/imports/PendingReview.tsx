import { relevanceBands } from '@concert/domain/relevance'
import { formatNumber } from '@concert/messages/format'
import { useTranslations } from 'use-intl/react'
import { ButtonLink } from '../../layout/links.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import type { Answers } from '../../trpc.ts'
import { Section } from '../../ui/Section.tsx'

/** How much of what came in waits for a person. */
export function PendingReview({ pending }: { pending: Answers['imports']['list']['pending'] }) {
  const t = useTranslations('imports')
  const reader = useReader()
  const waiting = relevanceBands.some((band) => pending[band] > 0)
  return (
    <Section
      title={t('pending.title')}
      actions={
        <ButtonLink to={paths.reviewImports} look={waiting ? 'primary' : 'secondary'}>
          {t('pending.open')}
        </ButtonLink>
      }
    >
      {waiting ? (
        <dl className="grid grid-cols-1 gap-3 sm:grid-cols-3">
          {relevanceBands.map((band) => (
            <div key={band} className="rounded border border-line bg-surface px-4 py-3">
              <dt className="text-sm text-ink-soft">{t(`bands.${band}`)}</dt>
              <dd className="figures text-2xl font-semibold">{formatNumber(reader, pending[band])}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className="text-ink-soft">{t('pending.none')}</p>
      )}
    </Section>
  )
}
