import { DomainError } from '@concert/domain/errors'
import type { Context } from '../context.ts'

/** The person who asks or decides. The system has no hand to sign with. */
export function officerOf({ actor }: Context): { id: string; name: string } {
  if (actor.kind !== 'person') throw new DomainError('signatures.person_needed')
  return { id: actor.userId, name: actor.name }
}
