import type { ActivityDraft } from './activity.ts'
import { type DraftField, draftFields, sameValue } from './activity-merge.ts'
import { DomainError } from './errors.ts'

/** A record that is to be joined with another. */
export interface JoinSide {
  leadAgencyId: string
  draft: ActivityDraft
}

/** What became of a field: equal anyway, both sides' values together, or the value of one side. */
export type JointOutcome = 'same' | 'united' | 'kept' | 'other'

export interface JointField {
  field: DraftField
  outcome: JointOutcome
  /** Whether a person may take the other side's value instead. */
  isChoice: boolean
}

export interface Joint {
  draft: ActivityDraft
  fields: JointField[]
}

const mostPartners = 60
const unitedLists = ['pillars', 'sdgTargets', 'forms', 'audiences', 'tags', 'paragraphs'] as const

/**
 * One record out of two: lists are united where nothing is lost by it, and every other field is the kept record's unless
 * its name is in `fromOther`. Both leads and all partners take part. Counts of people and budgets are never added; they
 * are one side's, whole. Places with shares of money are one side's too, since shares of two budgets make no sum. Throws
 * `overlaps.too_many_partners`.
 */
export function jointDraft(kept: JoinSide, other: JoinSide, fromOther: readonly DraftField[]): Joint {
  const united = unitedFields(kept, other)
  const draft = { ...kept.draft, ...united }
  const fields = draftFields.map((field): JointField => {
    if (sameValue(kept.draft[field], other.draft[field]) && field !== 'partnerAgencyIds')
      return { field, outcome: 'same', isChoice: false }
    if (field in united) return { field, outcome: 'united', isChoice: false }
    if (field === 'doNoHarm') return { field, outcome: 'kept', isChoice: false }
    const isTaken = fromOther.includes(field)
    if (isTaken) take(draft, other.draft, field)
    return { field, outcome: isTaken ? 'other' : 'kept', isChoice: true }
  })
  return { draft: cautious(draft, kept.draft, other.draft), fields }
}

/** Fields that are empty in the kept record and not in the other: to take them loses nothing. People and money stay. */
export function suggestedFromOther(kept: JoinSide, other: JoinSide): DraftField[] {
  return jointDraft(kept, other, [])
    .fields.filter(({ field, isChoice }) => isChoice && field !== 'people' && field !== 'budget')
    .map(({ field }) => field)
    .filter((field) => isEmpty(kept.draft[field]))
}

function unitedFields(kept: JoinSide, other: JoinSide): Partial<ActivityDraft> {
  const united: Partial<ActivityDraft> = { partnerAgencyIds: partnersOf(kept, other) }
  for (const field of unitedLists) Object.assign(united, { [field]: together(kept.draft[field], other.draft[field]) })
  if (!hasShares(kept.draft) && !hasShares(other.draft))
    united.places = together(kept.draft.places, other.draft.places, ({ code }) => code)
  const bodies = together(kept.draft.otherPartners, other.draft.otherPartners, ({ kind, name }) => `${kind} ${name}`)
  if (bodies.length <= mostPartners) united.otherPartners = bodies
  const links = together(kept.draft.links, other.draft.links, ({ url }) => url)
  if (links.length <= 30) united.links = links
  return united
}

function partnersOf(kept: JoinSide, other: JoinSide): string[] {
  const all = [...kept.draft.partnerAgencyIds, other.leadAgencyId, ...other.draft.partnerAgencyIds]
  const partners = [...new Set(all)].filter((id) => id !== kept.leadAgencyId)
  if (partners.length > mostPartners) throw new DomainError('overlaps.too_many_partners', { most: mostPartners })
  return partners
}

// That an exact place is safe to publish was said of one record's places, not of those that come in from the other.
function cautious(draft: ActivityDraft, kept: ActivityDraft, other: ActivityDraft): ActivityDraft {
  const known = new Set(kept.places.map(({ code }) => code))
  const comesIn = draft.places.some(({ code }) => !known.has(code))
  if (!kept.doNoHarm?.preciseIsSafe || !comesIn || other.doNoHarm?.preciseIsSafe) return draft
  return { ...draft, doNoHarm: other.doNoHarm }
}

const hasShares = ({ places }: ActivityDraft) => places.some(({ percentage }) => percentage !== null)

function together<Item>(ones: readonly Item[], others: readonly Item[], keyOf = (item: Item) => String(item)): Item[] {
  const known = new Set(ones.map(keyOf))
  return [...ones, ...others.filter((item) => !known.has(keyOf(item)))]
}

function isEmpty(value: ActivityDraft[DraftField]): boolean {
  return value === null || (Array.isArray(value) && value.length === 0)
}

function take<Field extends DraftField>(into: ActivityDraft, from: ActivityDraft, field: Field): void {
  into[field] = from[field]
}
