import type { Fault } from '../fault.ts'
import { badInput } from './bad-input.ts'
import { modelRuns } from './model-runs.ts'
import { oneBankReference } from './one-bank-reference.ts'
import { oneKey } from './one-key.ts'
import { reversedTwice } from './reversed-twice.ts'
import { threePayments } from './three-payments.ts'
import { twoAwards } from './two-awards.ts'

export const journalFaults: readonly Fault[] = [
  oneKey,
  oneBankReference,
  threePayments,
  reversedTwice,
  twoAwards,
  badInput,
  modelRuns,
]
