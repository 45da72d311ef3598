import { setImmediate as nextTurn } from 'node:timers/promises'
import { findKnownNames, findMatchGround } from '@concert/db/bank-list-ground'
import type { Trx } from '@concert/db/client'
import type { BankListRow } from '@concert/domain/bank-list'
import { evidenceIn, nameIndexOf, type RowEvidence } from '@concert/domain/bank-list-evidence'
import { groundAfter, type MatchablePledge, type MatchProposal, proposeMatch } from '@concert/domain/bank-list-matching'

const rowsPerTurn = 200

/** A proposal for each row, in their order: what an earlier one would pay is no longer open for a later one. */
export async function proposeRows(trx: Trx, rows: readonly BankListRow[]): Promise<MatchProposal[]> {
  const names = nameIndexOf(await findKnownNames(trx))
  const evidence = await inTurns(rows, (row) => evidenceIn(row, names))
  const donorIds = new Set(evidence.flatMap((each) => each.names.flatMap((name) => name.donorIds)))
  const references = new Set(evidence.flatMap((each) => each.references))
  const ground = new Ground(await findMatchGround(trx, [...donorIds], [...references]))
  return inTurns(rows, (row, index) => {
    const said = evidence[index] ?? { names: [], references: [] }
    const pledges = ground.about(said)
    const proposal = proposeMatch(row, said, pledges)
    ground.change(groundAfter(pledges, proposal))
    return proposal
  })
}

/** Pledges by donor, so that each row looks at those of its own donors only. */
class Ground {
  readonly #byDonor = new Map<string, Map<string, MatchablePledge>>()
  readonly #donorOf = new Map<string, string>()

  constructor(pledges: readonly MatchablePledge[]) {
    for (const { reference, donorId } of pledges) this.#donorOf.set(reference, donorId)
    this.change(pledges)
  }

  about({ names, references }: RowEvidence): MatchablePledge[] {
    const named = references.flatMap((reference) => this.#donorOf.get(reference) ?? [])
    const donorIds = new Set([...names.flatMap((name) => name.donorIds), ...named])
    return [...donorIds].flatMap((donorId) => [...(this.#byDonor.get(donorId)?.values() ?? [])])
  }

  change(pledges: readonly MatchablePledge[]): void {
    for (const pledge of pledges) {
      const own = this.#byDonor.get(pledge.donorId) ?? new Map<string, MatchablePledge>()
      this.#byDonor.set(pledge.donorId, own.set(pledge.id, pledge))
    }
  }
}

/** Gives other requests their turn between the rows of a long list. */
async function inTurns<Row, Answer>(
  rows: readonly Row[],
  work: (row: Row, index: number) => Answer,
): Promise<Answer[]> {
  const answers: Answer[] = []
  for (const [index, row] of rows.entries()) {
    if (index % rowsPerTurn === rowsPerTurn - 1) await nextTurn()
    answers.push(work(row, index))
  }
  return answers
}
