import type { ConfirmedClassification } from '@concert/domain/import-plan'
import { useTranslations } from 'use-intl/react'
import { useWordsAt } from '../../words.ts'

/** Pillars, kind and forms in words. */
export function Classification({ title, value }: { title: string; value: ConfirmedClassification }) {
  const t = useTranslations('imports')
  const wordsAt = useWordsAt()
  const name = (list: string, code: string) => wordsAt(`codes.${list}.${code}`) ?? code
  const names = [
    ...value.pillars.map((code) => name('pillars', code)),
    ...(value.kind ? [name('activityKinds', value.kind)] : []),
    ...value.forms.map((code) => name('exploitationForms', code)),
  ]
  return (
    <div>
      <h3 className="text-sm font-semibold text-ink-soft">{title}</h3>
      {names.length === 0 ? (
        <p className="text-ink-soft">{t('review.noKind')}</p>
      ) : (
        <ul>
          {names.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
