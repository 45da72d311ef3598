import { lazyRouteComponent } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { wantAllMessages } from './catalogue.ts'
import { shownLocale } from './locale.tsx'

type LoadPage = () => Promise<ComponentType>

/** A page in a chunk of its own: `lazyPage(() => import('./features/x/XPage.tsx').then((m) => m.XPage))`. */
export function lazyPage(load: LoadPage) {
  return lazyRouteComponent(async () => {
    const [page] = await Promise.all([load(), wantAllMessages(shownLocale())])
    return { default: page }
  })
}

/** As `lazyPage`, for the one page that is shown with the first words alone. */
export function lazyFirstPage(load: LoadPage) {
  return lazyRouteComponent(async () => ({ default: await load() }))
}
