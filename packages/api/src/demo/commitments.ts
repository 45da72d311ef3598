import type { Trx } from '@concert/db/client'
import { insertStatusStep, upsertCommitmentStatus } from '@concert/db/commitments'
import { insertEvidence } from '@concert/db/evidence'
import { insertDefinition, insertObservations } from '@concert/db/indicators'
import type { EvidenceSubject } from '@concert/domain/evidence'

const instrument = 'declaration-2017'
const trained = 'officials-trained'

const evidence: readonly [number: string, subject: EvidenceSubject][] = [
  ['2', { kind: 'figure', figureId: 'activities.public' }],
  ['13', { kind: 'figure', figureId: 'agencies.members' }],
  [
    '12',
    {
      kind: 'report',
      symbol: 'A/76/120',
      title: 'Improving the coordination of efforts against trafficking in persons',
      datedOn: '2021-06-28',
      url: 'https://docs.un.org/en/A/76/120',
    },
  ],
]

/** Some evidence, one status of the group's own, and an invented series whose definition changes. */
export async function seedDemoCommitments(trx: Trx): Promise<void> {
  for (const [number, subject] of evidence) {
    await insertEvidence(trx, { instrument, number, subject, activityId: null, note: {}, by: null })
  }
  const note = { en: 'Example: the work plan of the group is adopted.' }
  const change = { instrument, number: '13', addressee: 'icat', status: 'under_way', note } as const
  await upsertCommitmentStatus(trx, change, null)
  await insertStatusStep(trx, change, { id: null, name: 'Example Coordinator' })

  const text = { en: 'Example: officials who passed the test at the end of a training, each counted once.' }
  const definition = await insertDefinition(trx, { indicator: trained, text, source: 'Example', by: null })
  const observed = (year: number, value: number, version: number) => ({
    observedOn: `${year}-12-31`,
    value,
    place: null,
    definition: version,
    source: 'Example',
    url: null,
  })
  const before = [observed(2019, 820, 1), observed(2020, 410, 1), observed(2021, 760, 1), observed(2022, 1_120, 1)]
  const since = [observed(2022, 690, definition), observed(2023, 840, definition), observed(2024, 975, definition)]
  await insertObservations(trx, trained, [...before, ...since], null)
}
