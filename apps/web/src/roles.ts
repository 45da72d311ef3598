import type { Role } from '@concert/domain/actor'
import { useQuery } from '@tanstack/react-query'
import { trpc } from './trpc.ts'

/** Whether the one who looks holds a role; false until it is known. The server decides anew on every request. */
export function useHasRole(role: Role): boolean {
  const { data: me } = useQuery(trpc.session.me.queryOptions())
  return me?.actor.kind === 'person' && me.actor.roles.includes(role)
}
