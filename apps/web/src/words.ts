import { useTranslations } from 'use-intl/react'

type Params = Record<string, string | number>

/** Words at a key that is known only when it comes, as an error's code or a figure's id; undefined where there are none. */
export function useWordsAt(): (key: string, params?: Params) => string | undefined {
  const t = useTranslations()
  type Key = Parameters<typeof t>[0]
  return (key, params) => (t.has(key as Key) ? t(key as Key, params) : undefined)
}
