import type { RelevanceReason } from '@concert/domain/relevance'
import { useTranslations } from 'use-intl/react'
import { useWordsAt } from '../../words.ts'

/** What speaks for relevance, in plain words, with its points. */
export function Reasons({ reasons }: { reasons: readonly RelevanceReason[] }) {
  const t = useTranslations('imports')
  const wordsAt = useWordsAt()
  const inWords = (reason: RelevanceReason) => {
    const code = reason.found
    switch (reason.kind) {
      case 'words':
        return t('review.reasons.words', { found: `\u2068${reason.found}\u2069`, where: reason.where })
      case 'sector':
        return t('review.reasons.sector', { code, name: wordsAt(`codes.dacSectors.${code}`) ?? '' })
      case 'sdg_target': {
        const name = wordsAt(`codes.sdgTargets.${code.replace('.', '_')}`) ?? ''
        return t('review.reasons.target', { code, name })
      }
    }
  }
  return (
    <div>
      <h3 className="text-sm font-semibold text-ink-soft">{t('review.why')}</h3>
      {reasons.length === 0 ? (
        <p>{t('review.noReason')}</p>
      ) : (
        <ul>
          {reasons.map((reason) => (
            <li key={`${reason.kind} ${reason.found}`} className="flex justify-between gap-3">
              <span>{inWords(reason)}</span>
              <span className="figures shrink-0 text-ink-soft" dir="ltr">
                +{reason.points}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
