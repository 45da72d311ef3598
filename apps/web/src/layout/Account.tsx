import type { Actor } from '@concert/domain/actor'
import { Link, useRouter } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'

const signInPath = '/sign-in'
const accountPath = '/account'
/** What was typed in a reporting round stays with the person who typed it. */
const roundPrefix = 'concert.round.'
const linkClass = 'rounded px-2 py-1.5 text-sm text-accent-text hover:underline'

/** Who is signed in, and the way in or out. */
export function Account({ actor }: { actor: Actor | undefined }) {
  const t = useTranslations('shell')
  const { routesByPath } = useRouter()
  if (actor?.kind !== 'person') {
    return signInPath in routesByPath ? (
      <Link to={signInPath as string} className={linkClass}>
        {t('signIn')}
      </Link>
    ) : null
  }
  return (
    <>
      {accountPath in routesByPath ? (
        <Link to={accountPath as string} className={linkClass} dir="auto">
          {actor.name}
        </Link>
      ) : (
        <span className="px-2 text-sm text-ink-soft" dir="auto">
          {actor.name}
        </span>
      )}
      <button type="button" className={linkClass} onClick={signOut}>
        {t('signOut')}
      </button>
    </>
  )
}

// A full load afterwards, so that nothing that was seen signed in stays in memory.
async function signOut(): Promise<void> {
  for (const key of Object.keys(localStorage)) if (key.startsWith(roundPrefix)) localStorage.removeItem(key)
  await fetch('/auth/sign-out', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })
  location.assign('/')
}
