import { useTranslations } from 'use-intl/react'

/** The place of what is still coming. `lines` of text, or a block of `height` in rem. */
export function Skeleton({ lines = 3, height }: { lines?: number; height?: number }) {
  const t = useTranslations('ui')
  return (
    <div role="status" aria-label={t('loading')} className="animate-pulse">
      {height ? (
        <div className="rounded bg-line" style={{ height: `${height}rem` }} />
      ) : (
        Array.from({ length: lines }, (_, line) => line).map((line) => (
          <div key={line} className="mb-3 h-4 rounded bg-line last:w-2/3" />
        ))
      )}
    </div>
  )
}
