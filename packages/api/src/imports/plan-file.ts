import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Trx } from '@concert/db/client'
import { type ExternalKey, findAgenciesByOrganisationRef, type ImportedRecord, keyOf } from '@concert/db/imports'
import { findPlaceCodesByIso2, findPlaceTree } from '@concert/db/places'
import { type FileReport, fateOf, type ImportFate, type KnownImport } from '@concert/domain/import-plan'
import type { FindingCode, ImportFinding } from '@concert/domain/imported-activity'
import { draftOfImported, type ImportLookups } from '@concert/domain/imported-draft'
import { type PlaceNode, publicPlaceOf } from '@concert/domain/place-coarsening'
import { proposeRelevance } from '@concert/domain/relevance'
import type { ReadActivity } from '@concert/exchange/iati/read-iati-file'
import type { ReadFile } from './read-files.ts'

const activitiesPerTurn = 50

export interface Lookups extends ImportLookups {
  placeTree: ReadonlyMap<string, PlaceNode>
}

export interface FilePlan {
  report: FileReport
  toInsert: ImportedRecord[]
  toUpdate: ImportedRecord[]
}

export async function findLookups(trx: Trx): Promise<Lookups> {
  const placeTree = await findPlaceTree(trx)
  return {
    placeTree,
    isPlace: (code) => placeTree.has(code),
    placeByIso2: await findPlaceCodesByIso2(trx),
    agencyByRef: await findAgenciesByOrganisationRef(trx),
  }
}

/** What an import of `file` would write over what is `known`, and what there is to say about it. Writes nothing. */
export async function planFile(
  file: ReadFile,
  known: ReadonlyMap<string, KnownImport>,
  lookups: Lookups,
): Promise<FilePlan> {
  const counts = { new: 0, changed: 0, unchanged: 0 }
  const added: ImportFinding[] = []
  const plan: Pick<FilePlan, 'toInsert' | 'toUpdate'> = { toInsert: [], toUpdate: [] }
  for (const [index, read] of file.activities.entries()) {
    if (index % activitiesPerTurn === 0) await nextTurn()
    const key = externalKeyOf(read)
    const fate = fateOf(known.get(keyOf(key)), { contentHash: read.contentHash, updatedAt: read.activity.updatedAt })
    if (fate === 'new' || fate === 'changed') {
      const { record, findings } = recordOf(file, read, key, lookups)
      added.push(...findings)
      counts[fate] += 1
      plan[fate === 'new' ? 'toInsert' : 'toUpdate'].push(record)
    } else {
      counts.unchanged += 1
      if (fate !== 'unchanged') added.push(keptFinding(read, fate))
    }
  }
  const findings = [...file.findings, ...added]
  const report: FileReport = {
    file: file.fileName,
    bytes: file.bytes,
    refusedAsWhole: file.refusal !== null,
    ...counts,
    refused: file.refusal ? Math.max(1, file.refusedActivities) : file.refusedActivities,
    refusedTransactions: findings.filter((each) => each.scope === 'transaction' && each.severity === 'refused').length,
    findings,
    findingsCount: findings.length,
  }
  return { report, ...plan }
}

export function externalKeyOf({ activity }: ReadActivity): ExternalKey {
  return { reportingOrgRef: (activity.reportingOrganisation.ref ?? '').toUpperCase(), externalId: activity.identifier }
}

function recordOf(
  file: ReadFile,
  read: ReadActivity,
  key: ExternalKey,
  lookups: Lookups,
): { record: ImportedRecord; findings: ImportFinding[] } {
  const { draft, unknownPlaces } = draftOfImported(read.activity, lookups)
  const record: ImportedRecord = {
    ...key,
    contentHash: read.contentHash,
    updatedAt: read.activity.updatedAt,
    fileName: file.fileName,
    line: read.line,
    provenance: read.activity,
    draft,
    publicPlaces: new Map(draft.places.map(({ code }) => [code, publicPlaceOf(draft, code, lookups.placeTree)])),
    proposal: proposeRelevance(read.activity),
  }
  return { record, findings: unknownPlaces.map((code) => findingOn(read, 'place_unknown', { code })) }
}

function keptFinding(read: ReadActivity, fate: Exclude<ImportFate, 'new' | 'changed' | 'unchanged'>): ImportFinding {
  return findingOn(read, fate === 'superseded' ? 'older_restatement' : 'published_stays', {})
}

function findingOn(read: ReadActivity, code: FindingCode, params: ImportFinding['params']): ImportFinding {
  const { line, column } = read
  const activity = read.activity.identifier
  return { severity: 'warning', scope: 'activity', code, params, line, column, activity, element: null, count: 1 }
}
