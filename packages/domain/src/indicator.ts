import { z } from 'zod'
import { type CalendarDate, calendarDate } from './calendar-date.ts'
import type { Basis } from './codelists.ts'
import { DomainError, type ErrorParams } from './errors.ts'
import type { LocalizedText } from './locales.ts'
import type { RowRefusal } from './row-refusal.ts'

/** `percent` is 0 to 100, `share` 0 to 1, `usd` whole US dollars, `yes_no` 1 or 0. */
export const indicatorUnits = ['count', 'percent', 'share', 'days', 'usd', 'yes_no'] as const
export const indicatorUnit = z.enum(indicatorUnits)
export type IndicatorUnit = z.infer<typeof indicatorUnit>

export const indicatorSlug = z
  .string()
  .max(100)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

/** What is counted, in words. A new version begins a new line of the chart; lines are never joined. */
export interface IndicatorDefinition {
  version: number
  text: LocalizedText
  source: string
}

export interface Observation {
  id: string
  observedOn: CalendarDate
  value: number
  place: string | null
  definition: number
  source: string
  url: string | null
  /** Seen by coordinators alone until one confirms it. */
  unverified: boolean
}

/** An observation that another one took the place of. */
export interface SupersededObservation extends Observation {
  supersededAt: string
  reason: string
}

export interface Indicator {
  slug: string
  instrument: string
  number: string
  names: LocalizedText
  unit: IndicatorUnit
  /** Its values are people assisted or identified: 0 or at least 11, or somebody could be recognised. */
  countsVictims: boolean
  basis: Basis
}

const isPlainLink = (typed: string) =>
  URL.canParse(typed) && new URL(typed).protocol === 'https:' && !typed.includes('@')
export const sourceLink = z
  .string()
  .trim()
  .max(500)
  .refine(isPlainLink, { params: { code: 'indicators.link_unreadable' } })

const observed = {
  observedOn: calendarDate,
  value: z.number().min(0).max(1_000_000_000_000),
  /** M49 code; none for the world as the source has it. */
  place: z
    .string()
    .regex(/^([0-9]{3}|XKX)$/)
    .nullable(),
  definition: z.int().min(1).max(1000),
  source: z.string().trim().min(1).max(300),
  url: sourceLink.nullable(),
}

export const observationRecord = z.strictObject({ indicator: indicatorSlug, ...observed, idempotencyKey: z.uuid() })
export type ObservationRecord = z.infer<typeof observationRecord>

/** A correction: a new observation in the place of one that stands, with the reason. */
export const observationCorrection = z.strictObject({
  id: z.uuid(),
  value: observed.value,
  source: observed.source,
  url: observed.url,
  reason: z.string().trim().min(1).max(500),
  idempotencyKey: z.uuid(),
})
export type ObservationCorrection = z.infer<typeof observationCorrection>

export const definitionRecord = z.strictObject({
  indicator: indicatorSlug,
  text: z.object({
    en: z.string().trim().min(1).max(1000),
    fr: z.string().trim().max(1000).optional(),
    es: z.string().trim().max(1000).optional(),
    ru: z.string().trim().max(1000).optional(),
    zh: z.string().trim().max(1000).optional(),
    ar: z.string().trim().max(1000).optional(),
  }),
  source: observed.source,
  idempotencyKey: z.uuid(),
})
export type DefinitionRecord = z.infer<typeof definitionRecord>

/** A line of a file. `unit` is there to be compared with the indicator's. */
export const fileObservation = z.strictObject({ ...observed, line: z.int().min(1), unit: indicatorUnit })
export type FileObservation = z.infer<typeof fileObservation>

export const maxFileObservations = 5000
export const observationImport = z.strictObject({
  indicator: indicatorSlug,
  fileName: z.string().min(1).max(300),
  observations: z.array(fileObservation).min(1).max(maxFileObservations),
  idempotencyKey: z.uuid(),
})
export type ObservationImport = z.infer<typeof observationImport>

export interface PlannedObservation extends FileObservation {
  standing: 'new' | 'same'
}

export interface ObservationPlan {
  observations: PlannedObservation[]
  refusals: RowRefusal[]
}

export interface ObservationFilePreview extends ObservationPlan {
  fileName: string
  refusedCells: number
  unused: string[]
}

/** What an observation must agree with. */
export interface ObservationGround {
  unit: IndicatorUnit
  countsVictims: boolean
  definitions: readonly number[]
  places: ReadonlySet<string>
  today: CalendarDate
}

type Observed = Pick<Observation, 'observedOn' | 'value' | 'place' | 'definition'>

/** Refuses what cannot be. Throws DomainError `indicators.…` with the field. */
export function requireObservable(observation: Observed, ground: ObservationGround): void {
  const [fault] = faultsOf(observation, ground)
  if (fault) throw new DomainError(fault.code, fault.params, fault.field)
}

/**
 * What taking in a file would do beside what stands. A line that says what stands already changes nothing; one that
 * says something else for the same day, place and definition is refused: that is a correction and needs a reason.
 */
export function planObservations(
  file: readonly FileObservation[],
  standing: readonly Observation[],
  ground: ObservationGround,
): ObservationPlan {
  const kept = new Map(standing.map((each) => [keyOf(each), each]))
  const inFile = new Map<string, number>()
  const refusals: RowRefusal[] = []
  const observations: PlannedObservation[] = []
  for (const row of file) {
    const refuse = (column: string, code: string, params: ErrorParams = {}) =>
      refusals.push({ line: row.line, column, code, params })
    for (const { field, code, params } of faultsOf(row, ground)) refuse(columnOf[field], code, params)
    if (row.unit !== ground.unit) refuse('unit', 'indicators.other_unit', { unit: ground.unit })
    const key = keyOf(row)
    const first = inFile.get(key)
    if (first !== undefined) refuse('date', 'indicators.twice', { first })
    inFile.set(key, first ?? row.line)
    const same = kept.get(key)
    const isSame = same !== undefined && same.value === row.value && same.source === row.source && same.url === row.url
    if (same && !isSame) refuse('value', 'indicators.differs', { value: same.value })
    observations.push({ ...row, standing: isSame ? 'same' : 'new' })
  }
  return { observations, refusals }
}

export interface SeriesLine {
  definition: number
  points: { on: CalendarDate; value: number }[]
}

/** One line for each definition, oldest first, of one place. Lines of two definitions are never joined. */
export function seriesLines(observations: readonly Observation[], place: string | null): SeriesLine[] {
  const ofPlace = observations.filter((each) => each.place === place)
  return [...Map.groupBy(ofPlace, ({ definition }) => definition)]
    .sort(([a], [b]) => a - b)
    .map(([definition, own]) => ({
      definition,
      points: own.map(({ observedOn: on, value }) => ({ on, value })).sort((a, b) => (a.on < b.on ? -1 : 1)),
    }))
}

const fewest = 11
const columnOf = { observedOn: 'date', value: 'value', place: 'place', definition: 'definition' } as const

interface Fault {
  field: keyof typeof columnOf
  code: string
  params: ErrorParams
}

function faultsOf(
  observation: Observed,
  { unit, countsVictims, definitions, places, today }: ObservationGround,
): Fault[] {
  const { observedOn, value, place, definition } = observation
  const faults: Fault[] = []
  if (observedOn > today) faults.push({ field: 'observedOn', code: 'indicators.future', params: { date: observedOn } })
  if (!fits(unit, value)) faults.push({ field: 'value', code: `indicators.not_${unit}`, params: { value } })
  if (countsVictims && value > 0 && value < fewest) {
    faults.push({ field: 'value', code: 'indicators.too_few', params: { fewest } })
  }
  if (place !== null && !places.has(place)) {
    faults.push({ field: 'place', code: 'indicators.place_unknown', params: { place } })
  }
  if (!definitions.includes(definition)) {
    faults.push({ field: 'definition', code: 'indicators.definition_unknown', params: { definition } })
  }
  return faults
}

/** Whether a value is possible in a unit: counts, days and dollars are whole, and so on. */
export function fits(unit: IndicatorUnit, value: number): boolean {
  if (unit === 'percent') return value >= 0 && value <= 100
  if (unit === 'share') return value >= 0 && value <= 1
  if (unit === 'yes_no') return value === 0 || value === 1
  return value >= 0 && Number.isInteger(value)
}

function keyOf({ observedOn, place, definition }: Observed): string {
  return `${observedOn} ${place ?? ''} ${definition}`
}
