import { Link, useRouter } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { existing } from './navigation.ts'

export function Footer() {
  const t = useTranslations('shell')
  const { routesByPath } = useRouter()
  const pages = existing([{ path: '/how-we-count', label: 'howWeCount' }], routesByPath)
  return (
    <footer className="border-t border-line bg-surface text-sm text-ink-soft">
      <div className="mx-auto flex max-w-6xl flex-wrap justify-between gap-x-10 gap-y-3 px-4 py-8 sm:px-6">
        <div className="max-w-3xl space-y-2">
          <p>{t('disclaimer')}</p>
          <p>{t('noPersons')}</p>
        </div>
        <ul className="flex gap-6">
          {pages.map(({ path, label }) => (
            <li key={path}>
              <Link to={path} className="link">
                {t(`pages.${label}`)}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </footer>
  )
}
