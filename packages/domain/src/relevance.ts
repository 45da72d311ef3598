import { z } from 'zod'
import { activityKind, exploitationForm, pillar } from './codelists.ts'
import type { ImportedActivity } from './imported-activity.ts'
import { proposeClassification } from './proposed-classification.ts'
import {
  foldWords,
  type RelevanceTopic,
  relevanceTopics,
  topicWords,
  withoutGoods,
  wordsPattern,
} from './relevance-words.ts'

export const relevanceBands = ['likely', 'possible', 'unlikely'] as const
export const relevanceBand = z.enum(relevanceBands)
export type RelevanceBand = z.infer<typeof relevanceBand>

/** One thing that speaks for relevance, with its points. `found` is the word, the sector or the target itself. */
export const relevanceReason = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('words'),
    topic: z.enum(relevanceTopics),
    where: z.enum(['title', 'description']),
    found: z.string(),
    points: z.int(),
  }),
  z.object({ kind: z.literal('sector'), found: z.string(), points: z.int() }),
  z.object({ kind: z.literal('sdg_target'), found: z.string(), points: z.int() }),
])
export type RelevanceReason = z.infer<typeof relevanceReason>

/** What Concert proposes to the person who reviews an imported activity; nothing of it counts until accepted. */
export const relevanceProposal = z.object({
  score: z.int().min(0).max(100),
  band: relevanceBand,
  reasons: z.array(relevanceReason),
  pillars: z.array(pillar),
  forms: z.array(exploitationForm),
  kind: activityKind.nullable(),
})
export type RelevanceProposal = z.infer<typeof relevanceProposal>

const topicPoints: Record<RelevanceTopic, { title: number; description: number }> = {
  trafficking: { title: 75, description: 50 },
  trafficking_alone: { title: 40, description: 25 },
  slavery: { title: 60, description: 40 },
  exploitation: { title: 35, description: 22 },
  child_labour: { title: 30, description: 20 },
  forced_marriage: { title: 30, description: 20 },
  organ_removal: { title: 60, description: 40 },
  smuggling: { title: 25, description: 12 },
  vulnerable_migrants: { title: 15, description: 8 },
}

/** DAC purpose codes; each covers far more than trafficking, so that none is enough alone. */
const sectorPoints = new Map([
  ['16070', 15],
  ['15190', 10],
  ['15160', 8],
  ['15180', 8],
])

const targetPoints = new Map([
  ['16.2', 30],
  ['8.7', 25],
  ['5.2', 8],
])

const likelyFrom = 40
const possibleFrom = 15

const patterns = new Map(relevanceTopics.map((topic) => [topic, wordsPattern(topicWords[topic])]))

/**
 * How strongly an imported activity seems to concern trafficking in persons, with every reason. The score is the sum of
 * the reasons' points, at most 100. The same topic counts once, in the title if it stands there.
 */
export function proposeRelevance(
  activity: Pick<ImportedActivity, 'title' | 'description' | 'sectors' | 'sdgTargets'>,
): RelevanceProposal {
  const title = activity.title.map((each) => withoutGoods(foldWords(each.text)))
  const description = activity.description.map((each) => withoutGoods(foldWords(each.text)))
  const reasons: RelevanceReason[] = []
  for (const [topic, pattern] of patterns) {
    const inTitle = firstMatch(title, pattern)
    const found = inTitle ?? firstMatch(description, pattern)
    if (found === undefined) continue
    if (topic === 'trafficking_alone' && reasons.some((reason) => reason.kind === 'words')) continue
    const where = inTitle === undefined ? 'description' : 'title'
    reasons.push({ kind: 'words', topic, where, found, points: topicPoints[topic][where] })
  }
  for (const { vocabulary, code } of activity.sectors) {
    const points = vocabulary === '1' ? sectorPoints.get(code) : undefined
    if (points !== undefined) reasons.push({ kind: 'sector', found: code, points })
  }
  for (const target of activity.sdgTargets) {
    const points = targetPoints.get(target)
    if (points !== undefined) reasons.push({ kind: 'sdg_target', found: target, points })
  }
  reasons.sort((a, b) => b.points - a.points)
  const score = Math.min(
    100,
    reasons.reduce((sum, reason) => sum + reason.points, 0),
  )
  const band = score >= likelyFrom ? 'likely' : score >= possibleFrom ? 'possible' : 'unlikely'
  if (band === 'unlikely') return { score, band, reasons, pillars: [], forms: [], kind: null }
  return { score, band, reasons, ...proposeClassification(title, description) }
}

function firstMatch(texts: readonly string[], pattern: RegExp): string | undefined {
  for (const text of texts) {
    const match = pattern.exec(text)
    if (match) return match[0]
  }
  return undefined
}
