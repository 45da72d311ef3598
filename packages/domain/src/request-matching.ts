/** Why an agency may be the one to ask, each reason with its weight. Their sum orders the suggestions, no more. */
export const matchingWeights = {
  works_in_country: 40,
  plans_in_country: 20,
  works_in_subregion: 15,
  works_on_pillar: 15,
  works_on_kind: 10,
  in_working_group: 5,
} as const
export type MatchingReason = keyof typeof matchingWeights

/** What the log says of one agency around a request. */
export interface AgencyPresence {
  agencyId: string
  acronym: string
  reasons: readonly MatchingReason[]
}

export interface AgencyMatch extends AgencyPresence {
  /** Sum of the weights, 0 to 105. */
  score: number
}

/** Agencies with at least one reason of place, highest score first, in alphabetical order among equals. */
export function matchAgencies(agencies: readonly AgencyPresence[]): AgencyMatch[] {
  return weighed(agencies).sort(
    (a, b) => b.score - a.score || (a.acronym < b.acronym ? -1 : Number(a.acronym > b.acronym)),
  )
}

/** Of what an agency could be asked for, what it has a reason of place for: highest score first, the order kept among equals. */
export function matchRequests<Asked extends { reasons: readonly MatchingReason[] }>(requests: readonly Asked[]) {
  return weighed(requests).sort((a, b) => b.score - a.score)
}

function weighed<Item extends { reasons: readonly MatchingReason[] }>(items: readonly Item[]) {
  return items
    .filter(({ reasons }) =>
      reasons.some((reason) => reason.endsWith('_in_country') || reason === 'works_in_subregion'),
    )
    .map((item) => {
      const reasons = [...new Set(item.reasons)].sort((a, b) => matchingWeights[b] - matchingWeights[a])
      return { ...item, reasons, score: reasons.reduce((sum, reason) => sum + matchingWeights[reason], 0) }
    })
}
