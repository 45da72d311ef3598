import type { ActivityDraft, PeopleCount, PublishReason } from './activity.ts'
import { findArmedGroups } from './armed-groups.ts'
import type { CalendarDate } from './calendar-date.ts'
import type { ErrorParams } from './errors.ts'
import { findPersonalData } from './personal-data.ts'
import { foldForSearch } from './place.ts'
import { isPlaceSensitive, mayShowExactPlace } from './place-coarsening.ts'

/** A rule of publishing that an activity does not meet: an error stops it, a warning asks for a reason. */
export interface Finding {
  /** The form field it is shown at. */
  field: keyof ActivityDraft
  /** Its words are in the catalogue `activities` at `quality.<code>`. */
  code: string
  severity: 'error' | 'warning'
  params: ErrorParams
}

const error = (field: Finding['field'], code: string, params: ErrorParams = {}): Finding => ({
  field,
  code,
  severity: 'error',
  params,
})
const warning = (field: Finding['field'], code: string, params: ErrorParams = {}): Finding => ({
  ...error(field, code, params),
  severity: 'warning',
})

/**
 * Everything that stands between this draft and its publication on the day `today`, errors first. `placeNames` are the
 * names of its places, in any language: where the public is told the subregion only, its texts should not name them.
 */
export function reviewActivity(
  draft: ActivityDraft,
  today: CalendarDate,
  placeNames: readonly string[] = [],
): Finding[] {
  const findings = [
    ...reviewWords(draft),
    ...reviewClassification(draft),
    ...reviewPlaces(draft),
    ...reviewDates(draft, today),
    ...reviewPeople(draft.people),
    ...reviewPrivacy(draft),
    ...reviewNamedPlaces(draft, placeNames),
  ]
  return findings.sort((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'))
}

/** Findings that still stand in the way: errors, and warnings without a reason of their own. */
export function unanswered(findings: readonly Finding[], reasons: readonly PublishReason[]): Finding[] {
  const answered = new Set(reasons.map((reason) => `${reason.code} ${reason.field}`))
  return findings.filter((one) => one.severity === 'error' || !answered.has(`${one.code} ${one.field}`))
}

function reviewWords(draft: ActivityDraft): Finding[] {
  const findings: Finding[] = []
  for (const field of ['title', 'description'] as const) {
    if (draft[field].length === 0) findings.push(error(field, `${field}_missing`))
    if (draft[field].some((one) => one.language === null)) findings.push(warning(field, 'language_missing'))
  }
  if (draft.title.some((one) => one.text.length < 10)) findings.push(warning('title', 'title_short'))
  return findings
}

function reviewClassification(draft: ActivityDraft): Finding[] {
  const findings: Finding[] = []
  if (draft.kind === null) findings.push(error('kind', 'kind_missing'))
  if (draft.pillars.length === 0) findings.push(error('pillars', 'pillar_missing'))
  if (draft.sdgTargets.length === 0) findings.push(warning('sdgTargets', 'target_missing'))
  if (draft.level === null) findings.push(warning('level', 'level_missing'))
  if (draft.kind === 'DIRECT' && draft.forms.length === 0) findings.push(warning('forms', 'form_missing'))
  return findings
}

function reviewPlaces(draft: ActivityDraft): Finding[] {
  const findings: Finding[] = []
  if (draft.places.length === 0 && draft.level !== 'global') findings.push(error('places', 'place_missing'))
  const split = draft.places.flatMap((place) => (place.percentage === null ? [] : [place.percentage]))
  if (split.length > 0 && split.length < draft.places.length) {
    findings.push(error('places', 'percentages_incomplete', { missing: draft.places.length - split.length }))
  } else if (split.length > 0) {
    const sum = Math.round(split.reduce((total, share) => total + share * 10_000, 0)) / 10_000
    if (Math.abs(sum - 100) > 0.01) findings.push(error('places', 'percentages_sum', { sum }))
  }
  if (isPlaceSensitive(draft) && draft.doNoHarm?.preciseIsSafe && draft.doNoHarm.why === '')
    findings.push(error('doNoHarm', 'do_no_harm_reason_missing'))
  return findings
}

function reviewDates({ startOn, endOn, status }: ActivityDraft, today: CalendarDate): Finding[] {
  const findings: Finding[] = []
  if (startOn === null) findings.push(error('startOn', 'start_missing'))
  if (startOn !== null && endOn !== null && endOn < startOn) return [error('endOn', 'end_before_start')]
  if (status === 'completed' && startOn !== null && startOn > today)
    findings.push(error('status', 'completed_before_start'))
  else if (status === 'completed' && endOn !== null && endOn > today)
    findings.push(error('status', 'completed_before_end'))
  if (status === 'completed' && endOn === null) findings.push(warning('endOn', 'end_missing'))
  if (status === 'ongoing' && startOn !== null && startOn > today)
    findings.push(error('status', 'ongoing_before_start'))
  if (status === 'ongoing' && endOn !== null && endOn < today) findings.push(warning('status', 'ongoing_after_end'))
  if (status === 'planned' && endOn !== null && endOn < today) findings.push(error('status', 'planned_after_end'))
  else if (status === 'planned' && startOn !== null && startOn < today)
    findings.push(warning('status', 'planned_after_start'))
  return findings
}

const dimensions = ['sex', 'ageGroup', 'form', 'audience'] as const

/** A declared total is unduplicated, so no split by one dimension may add up to more than it. */
function reviewPeople(people: readonly PeopleCount[]): Finding[] {
  const splitBy = (row: PeopleCount) => dimensions.filter((dimension) => row[dimension] !== null).join('+')
  return [...new Set(people.map((row) => row.kind))].flatMap((kind) => {
    const rows = people.filter((row) => row.kind === kind)
    const total = rows.find((row) => splitBy(row) === '')?.count
    if (total === undefined) return []
    const sums = Map.groupBy(
      rows.filter((row) => ['sex', 'ageGroup', 'sex+ageGroup'].includes(splitBy(row))),
      splitBy,
    )
    const tooMany = [...sums.values()].some((split) => split.reduce((sum, row) => sum + row.count, 0) > total)
    return tooMany ? [error('people', 'split_exceeds_total', { kind })] : []
  })
}

/** Every free text of a draft in every language, at its field. */
function freeTexts(draft: ActivityDraft): [Finding['field'], string][] {
  return [
    ['title', draft.title.map((one) => one.text).join('\n')],
    ['description', draft.description.map((one) => one.text).join('\n')],
    ['toolsUsed', draft.toolsUsed ?? ''],
    ['lessons', draft.lessons ?? ''],
    ['otherPartners', draft.otherPartners.map((one) => one.name).join('\n')],
    ['links', draft.links.map(({ label, url }) => `${label}\n${url}`).join('\n')],
  ]
}

function reviewPrivacy(draft: ActivityDraft): Finding[] {
  return freeTexts(draft).flatMap(([field, text]) => {
    const seen = new Set<string>()
    const personal = findPersonalData(text).flatMap(({ kind, words }) => {
      if (seen.has(kind)) return []
      seen.add(kind)
      // A functional mailbox or a public switchboard may be meant: those two a person can answer for.
      const severity = kind === 'email' || kind === 'phone' ? warning : error
      return [severity(field, `personal_${kind}`, { words })]
    })
    const groups = findArmedGroups(text)
    return groups[0] === undefined ? personal : [...personal, error(field, 'armed_group_named', { words: groups[0] })]
  })
}

function reviewNamedPlaces(draft: ActivityDraft, placeNames: readonly string[]): Finding[] {
  if (mayShowExactPlace(draft)) return []
  return freeTexts(draft).flatMap(([field, typed]) => {
    const text = ` ${foldForSearch(typed)} `
    const words = placeNames.find((name) =>
      /\p{Script=Han}/u.test(name) ? text.includes(foldForSearch(name)) : text.includes(` ${foldForSearch(name)} `),
    )
    return words === undefined ? [] : [warning(field, 'place_named', { words })]
  })
}
