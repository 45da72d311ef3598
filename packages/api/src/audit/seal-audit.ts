import { createHash } from 'node:crypto'
import {
  claimSealing,
  findLastSeal,
  findSealedRows,
  findUnsealedRows,
  insertSeals,
  type Seal,
  type SealableRow,
} from '@concert/db/audit'
import type { Db } from '@concert/db/client'
import { digestOf } from './record-audit.ts'

const start = '0'.repeat(64)
const batch = 500

/** Chains the rows committed since the last time. Answers how many; 0 also when another replica is at it. */
export async function sealAudit(db: Db): Promise<number> {
  return db.transaction().execute(async (trx) => {
    if (!(await claimSealing(trx))) return 0
    let last = await findLastSeal(trx)
    const seals: Seal[] = []
    for (const row of await findUnsealedRows(trx, batch)) {
      last = sealOf(row, (last?.position ?? 0) + 1, last?.hash ?? start)
      seals.push(last)
    }
    if (seals.length > 0) await insertSeals(trx, seals)
    return seals.length
  })
}

export interface ChainFault {
  position: number
  fault: 'missing' | 'reordered' | 'edited' | 'values_edited'
}

/** Follows the chain from its beginning. Erased values are no fault: the chain covers their digest. */
export async function verifyAudit(db: Db): Promise<{ sealed: number; faults: ChainFault[] }> {
  const faults: ChainFault[] = []
  let previous = { position: 0, hash: start }
  for (;;) {
    const page = await findSealedRows(db, previous.position, batch)
    for (const { seal, row, salt, values } of page) {
      if (seal.position !== previous.position + 1) faults.push({ position: previous.position + 1, fault: 'missing' })
      if (seal.previousHash !== previous.hash) faults.push({ position: seal.position, fault: 'reordered' })
      if (sealOf(row, seal.position, seal.previousHash).hash !== seal.hash) {
        faults.push({ position: seal.position, fault: 'edited' })
      }
      if (values !== null && digestOf(salt ?? '', values) !== row.valuesDigest) {
        faults.push({ position: seal.position, fault: 'values_edited' })
      }
      previous = seal
    }
    if (page.length < batch) return { sealed: previous.position, faults }
  }
}

function sealOf(row: SealableRow, position: number, previousHash: string): Seal {
  const content = [
    position,
    previousHash,
    row.id,
    row.at,
    row.actorId,
    row.actorName,
    row.action,
    row.subjectType,
    row.subjectId,
    row.requestId,
    row.valuesDigest,
  ]
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex')
  return { position, auditId: row.id, previousHash, hash }
}
