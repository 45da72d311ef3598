import { useTranslations } from 'use-intl/react'

/** What the asterisk behind a name stands for, where one of these places carries it. */
export function Footnotes({ places }: { places: readonly { footnote: 'scr_1244' | null }[] }) {
  const t = useTranslations('places.footnote')
  const footnotes = [...new Set(places.flatMap(({ footnote }) => footnote ?? []))]
  return footnotes.map((footnote) => (
    <p key={footnote} className="max-w-3xl text-sm text-ink-soft">
      * {t(footnote)}
    </p>
  ))
}
