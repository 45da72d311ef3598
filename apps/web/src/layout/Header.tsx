import { useQuery } from '@tanstack/react-query'
import { Link, useRouter } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { paths } from '../paths.ts'
import { trpc } from '../trpc.ts'
import { Account } from './Account.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { Navigation } from './Navigation.tsx'
import { existing, publicPages, workspacePages } from './navigation.ts'
import { ThemeSwitch } from './ThemeSwitch.tsx'

export function Header() {
  const t = useTranslations('shell')
  const { routesByPath } = useRouter()
  const { data: me } = useQuery(trpc.session.me.queryOptions())
  const roles = me?.actor.kind === 'person' ? me.actor.roles : null
  const workspace = roles
    ? existing(workspacePages, routesByPath).filter(
        (page) => !page.roles || page.roles.some((role) => roles.includes(role)),
      )
    : []
  return (
    <header className="border-b border-line bg-paper">
      {me?.demonstration && (
        <p className="bg-warning-wash px-4 py-1.5 text-center text-sm font-medium text-warning">{t('demonstration')}</p>
      )}
      <div className="border-b border-line">
        <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-x-4 px-4 sm:px-6">
          <div className="flex items-center gap-1">
            <ThemeSwitch />
            <Account actor={me?.actor} />
          </div>
          <LanguageSwitch />
        </div>
      </div>
      <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-10 gap-y-2 px-4 py-4 sm:px-6">
        <Link to={paths.overview} className="flex items-center gap-3 rounded no-underline" activeProps={{}}>
          <Mark />
          <span>
            <span className="block text-xl leading-tight font-semibold text-ink">{t('product')}</span>
            <span className="block text-sm leading-snug text-ink-soft">{t('tagline')}</span>
          </span>
        </Link>
      </div>
      <Navigation label={t('navigation')} pages={existing(publicPages, routesByPath)} />
      {workspace.length > 0 && <Navigation label={t('workspace')} pages={workspace} isWorkspace />}
    </header>
  )
}

function Mark() {
  return (
    <svg aria-hidden="true" viewBox="0 0 32 32" className="size-10 shrink-0 fill-accent">
      <rect x="2" y="14" width="6" height="16" />
      <rect x="13" y="2" width="6" height="28" />
      <rect x="24" y="9" width="6" height="21" />
    </svg>
  )
}
