import type { StoredSignature } from '@concert/db/signatures'
import { DomainError } from '@concert/domain/errors'

/** Each request is decided once. */
export function requireOpen(signature: StoredSignature): StoredSignature {
  if (signature.state === 'open') return signature
  throw new DomainError('signatures.decided_already', { name: signature.decidedBy?.name ?? '' })
}
