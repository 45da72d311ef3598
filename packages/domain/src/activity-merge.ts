import { type ActivityDraft, emptyDraft } from './activity.ts'

export type DraftField = keyof ActivityDraft
export const draftFields = Object.keys(emptyDraft()) as DraftField[]

export interface Merge {
  /** Everybody's changes together; where both changed a field, mine stands until a person has chosen. */
  merged: ActivityDraft
  /** Fields that both changed, to something different. */
  conflicts: DraftField[]
  /** Fields that only the other one changed: they are in `merged`. */
  taken: DraftField[]
}

/** Brings two edits of the same version together, field by field, so that none is lost. */
export function mergeDrafts(base: ActivityDraft, mine: ActivityDraft, theirs: ActivityDraft): Merge {
  const conflicts: DraftField[] = []
  const taken: DraftField[] = []
  const merged = { ...mine }
  for (const field of draftFields) {
    if (sameValue(mine[field], theirs[field]) || sameValue(base[field], theirs[field])) continue
    if (sameValue(base[field], mine[field])) {
      take(merged, theirs, field)
      taken.push(field)
    } else {
      conflicts.push(field)
    }
  }
  return { merged, conflicts, taken }
}

/** The fields in which two drafts differ. */
export function changedFields(before: ActivityDraft, after: ActivityDraft): DraftField[] {
  return draftFields.filter((field) => !sameValue(before[field], after[field]))
}

function take<F extends DraftField>(into: ActivityDraft, from: ActivityDraft, field: F): void {
  into[field] = from[field]
}

/** Whether two values of a field say the same; lists of codes and of places carry no order. */
export function sameValue(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b)
}

// Lists of codes and of places carry no order; texts are compared as they are.
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join(',')}]`
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([key, part]) => `${key}:${canonical(part)}`).join(',')}}`
  }
  return JSON.stringify(value) ?? 'null'
}
