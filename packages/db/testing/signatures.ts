import { randomUUID } from 'node:crypto'
import type { SignedKind } from '@concert/domain/second-signature'
import type { Db } from '../src/client.ts'
import { decideSignature, insertSignature } from '../src/signatures.ts'

/** A request that a second officer has confirmed, for entries that are booked without a use case. */
export async function aConfirmedSignature(db: Db, kind: SignedKind, on = '2026-10-01'): Promise<string> {
  const id = await insertSignature(db, {
    kind,
    subject: { type: 'entry', id: randomUUID(), reference: 'Test' },
    on,
    amount: null,
    reason: 'Test',
    askedBy: { id: randomUUID(), name: 'An officer' },
    payload: {},
  })
  await decideSignature(db, id, { state: 'confirmed', by: { id: randomUUID(), name: 'Another officer' }, note: null })
  return id
}
