import type { ActivityDraft } from './activity.ts'
import type { PlaceLevel } from './codelists.ts'

/** Where a place stands among the others: its level and the place that contains it. */
export interface PlaceNode {
  code: string
  level: PlaceLevel
  parentCode: string | null
}

type SensitiveFacts = Pick<ActivityDraft, 'kind' | 'tags' | 'doNoHarm'>

/** Whether naming the exact place could harm people: direct assistance, armed groups, a humanitarian setting. */
export function isPlaceSensitive(activity: Pick<SensitiveFacts, 'kind' | 'tags'>): boolean {
  return (
    activity.kind === 'DIRECT' ||
    activity.kind === 'EMERG' ||
    activity.tags.includes('armed_groups') ||
    activity.tags.includes('humanitarian')
  )
}

/** Whether the public may be told the exact place: it is not sensitive, or somebody answered for it. */
export function mayShowExactPlace(activity: SensitiveFacts): boolean {
  return !isPlaceSensitive(activity) || (activity.doNoHarm?.preciseIsSafe === true && activity.doNoHarm.why !== '')
}

/**
 * The code of the place that the public is told: the place itself, or the M49 subregion that contains it when the exact
 * place may not be shown. Regions and subregions stay as they are. A place that is not in `tree` is answered with the
 * world (001), never with itself.
 */
export function publicPlaceOf(activity: SensitiveFacts, code: string, tree: ReadonlyMap<string, PlaceNode>): string {
  return mayShowExactPlace(activity) ? code : subregionOf(code, tree)
}

/** The M49 subregion that contains a place; a wider region is itself, and what is not in `tree` is the world (001). */
export function subregionOf(code: string, tree: ReadonlyMap<string, PlaceNode>): string {
  let node = tree.get(code)
  while (node && (node.level === 'country' || node.level === 'intermediate')) {
    node = node.parentCode === null ? undefined : tree.get(node.parentCode)
  }
  return node?.code ?? '001'
}
