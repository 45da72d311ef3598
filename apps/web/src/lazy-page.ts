import { lazyRouteComponent } from '@tanstack/react-router'
import type { ComponentType } from 'react'

/** A page in a chunk of its own: `lazyPage(() => import('./features/x/XPage.tsx').then((m) => m.XPage))`. */
export function lazyPage(load: () => Promise<ComponentType>) {
  return lazyRouteComponent(async () => ({ default: await load() }))
}
