import { type Narrative, narrativeIn } from '@concert/domain/activity'
import { useTranslations } from 'use-intl/react'
import { useLanguageName } from '../../coordination/use-activity-words.ts'
import { useReader } from '../../locale.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'

/** The description in the reader's language or the nearest; the others below, each under its name. */
export function Narratives({ title, description }: { title: readonly Narrative[]; description: readonly Narrative[] }) {
  const t = useTranslations('activities')
  const languageName = useLanguageName()
  const shown = narrativeIn(description, useReader())
  const others = description.filter((one) => one !== shown)
  return (
    <div className="max-w-3xl">
      {shown && <Text narrative={shown} />}
      {others.length > 0 && (
        <div className="mt-4">
          <Disclosure title={t('detail.otherLanguages')}>
            {others.map((one) => (
              <div key={one.language} className="mb-4">
                <h3 className="text-sm text-ink-soft">{languageName(one.language)}</h3>
                {title.map(
                  (named) =>
                    named.language === one.language && (
                      <p key={named.text} className="font-medium" lang={named.language ?? undefined} dir="auto">
                        {named.text}
                      </p>
                    ),
                )}
                <Text narrative={one} />
              </div>
            ))}
          </Disclosure>
        </div>
      )}
    </div>
  )
}

function Text({ narrative }: { narrative: Narrative }) {
  return (
    <p className="whitespace-pre-line" lang={narrative.language ?? undefined} dir="auto">
      {narrative.text}
    </p>
  )
}
