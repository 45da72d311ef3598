import { narrativeIn } from '@concert/domain/activity'
import { useTranslations } from 'use-intl/react'
import { useReader } from '../locale.tsx'

interface Titled {
  title: readonly { language: string | null; text: string }[]
}

/** The title in the reader's language or the nearest there is, marked with the language it is in. */
export function ActivityTitle({ activity }: { activity: Titled }) {
  const t = useTranslations('activities')
  const words = narrativeIn(activity.title, useReader())
  if (!words) return <span className="text-ink-soft italic">{t('untitled')}</span>
  return (
    <span lang={words.language ?? undefined} dir="auto">
      {words.text}
    </span>
  )
}
