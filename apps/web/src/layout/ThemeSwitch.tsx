import { useTranslations } from 'use-intl/react'
import { useTheme } from '../theme/theme.ts'
import { Icon } from '../ui/Icon.tsx'

export function ThemeSwitch() {
  const t = useTranslations('shell')
  const [theme, choose] = useTheme()
  const other = theme === 'dark' ? 'light' : 'dark'
  return (
    <button
      type="button"
      aria-label={t('switchTheme', { theme: other })}
      title={t('switchTheme', { theme: other })}
      onClick={() => choose(other)}
      className="-ms-2 grid size-9 place-items-center rounded text-ink-soft hover:bg-accent-wash"
    >
      <Icon name={theme === 'dark' ? 'sun' : 'moon'} />
    </button>
  )
}
