import { createHash } from 'node:crypto'
import type { ImportedActivity, ImportFinding } from '@concert/domain/imported-activity'
import { readActivity } from './activities.ts'
import type { Bytes } from './decode.ts'
import { activityElements } from './elements.ts'
import { Notes } from './notes.ts'
import { FileRefusal } from './refusal.ts'

export interface ReadActivity {
  activity: ImportedActivity
  /** SHA-256 of what was read, its place in the file and the publisher's time stamp aside. */
  contentHash: string
  line: number
  column: number
}

export type IatiEvent = { kind: 'activity'; read: ReadActivity } | { kind: 'findings'; findings: ImportFinding[] }

export interface IatiFile {
  fileName: string
  /** Why nothing of the file can be used; then `activities` is empty. */
  refusal: ImportFinding | null
  activities: ReadActivity[]
  /** All of them in the order of the file, the refusal first. */
  findings: ImportFinding[]
  /** How many activities were left out for what stands in them. */
  refusedActivities: number
}

/**
 * Streams IATI activity XML (2.01 to 2.03): every activity that can be read, each preceded by what there is to say
 * about it. An activity with a finding of severity `refused` and scope `activity` is not among them.
 * Throws `FileRefusal` when the file as a whole cannot be used; what was streamed before is then void.
 */
export async function* streamIati(bytes: Bytes): AsyncGenerator<IatiEvent> {
  for await (const { root, element } of activityElements(bytes)) {
    const notes = new Notes()
    const activity = readActivity(element, root, notes)
    const findings = notes.list()
    if (findings.length > 0) yield { kind: 'findings', findings }
    if (!activity) continue
    const { line, column } = element
    yield { kind: 'activity', read: { activity, contentHash: contentHash(activity), line, column } }
  }
}

/**
 * Reads a whole IATI activity file; never throws for what stands in it. One identifier with two contents is refused
 * both times; a plain repetition counts once. A file of which no activity can be used is refused as a whole.
 */
export async function readIatiFile(fileName: string, bytes: Bytes): Promise<IatiFile> {
  const findings: ImportFinding[] = []
  let refusedActivities = 0
  const byIdentifier = new Map<string, ReadActivity[]>()
  const refusedFile = (refusal: FileRefusal): IatiFile => {
    const finding = fileFinding(refusal)
    return { fileName, refusal: finding, activities: [], findings: [finding, ...findings], refusedActivities }
  }
  try {
    for await (const event of streamIati(bytes)) {
      if (event.kind === 'findings') {
        findings.push(...event.findings)
        if (event.findings.some(isRefusedActivity)) refusedActivities += 1
      } else {
        const same = byIdentifier.get(event.read.activity.identifier)
        if (same) same.push(event.read)
        else byIdentifier.set(event.read.activity.identifier, [event.read])
      }
    }
  } catch (error) {
    if (error instanceof FileRefusal) return refusedFile(error)
    throw error
  }
  const activities: ReadActivity[] = []
  for (const same of byIdentifier.values()) {
    const [first] = same
    if (!first) continue
    if (same.some((each) => each.contentHash !== first.contentHash)) {
      findings.push(...same.map((each) => duplicateFinding(each, 'refused', first.line)))
      refusedActivities += same.length
    } else {
      activities.push(first)
      findings.push(...same.slice(1).map((each) => duplicateFinding(each, 'warning', first.line)))
    }
  }
  if (activities.length === 0) {
    if (refusedActivities === 0) return refusedFile(new FileRefusal('no_activities'))
    return refusedFile(new FileRefusal('all_refused', { count: refusedActivities }))
  }
  findings.sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
  return { fileName, refusal: null, activities, findings, refusedActivities }
}

function isRefusedActivity(finding: ImportFinding): boolean {
  return finding.severity === 'refused' && finding.scope === 'activity'
}

function contentHash(activity: ImportedActivity): string {
  const { updatedAt: _, ...content } = activity
  return createHash('sha256').update(JSON.stringify(content, inOneOrder)).digest('hex')
}

function inOneOrder(_: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function fileFinding({ code, params, line, column }: FileRefusal): ImportFinding {
  return { severity: 'refused', scope: 'file', code, params, line, column, activity: null, element: null, count: 1 }
}

function duplicateFinding(read: ReadActivity, severity: ImportFinding['severity'], firstLine: number): ImportFinding {
  const { line, column } = read
  return {
    severity,
    scope: 'activity',
    code: severity === 'refused' ? 'identifier_twice_different' : 'identifier_twice_same',
    params: { line: firstLine },
    line,
    column,
    activity: read.activity.identifier,
    element: 'iati-activity',
    count: 1,
  }
}
