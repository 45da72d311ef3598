import type { StandingCheck } from '../checks/standing-check.ts'
import { verifyAudit } from './seal-audit.ts'

export const auditChecks: readonly StandingCheck[] = [
  {
    id: 'audit.chain_verifies',
    async run(trx) {
      const { faults } = await verifyAudit(trx)
      const first = faults.slice(0, 5).map(({ position, fault }) => `${fault} at ${position}`)
      return { ok: faults.length === 0, found: faults.length, detail: first.join(', ') }
    },
  },
]
