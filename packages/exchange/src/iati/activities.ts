import {
  type ImportedActivity,
  type ImportedStatus,
  importedScopes,
  type Narrative,
  type ParticipationRole,
} from '@concert/domain/imported-activity'
import type { Element, Root } from './elements.ts'
import { joined, narrativesOf } from './narratives.ts'
import type { Notes } from './notes.ts'
import { readPlaces, readSectors } from './places.ts'
import { quoted } from './refusal.ts'
import { child, children, readParty, readTransactions, type Surroundings } from './transactions.ts'
import { calendarDay, collapsed, isTrue, present } from './values.ts'

const maxIdentifierLength = 200
/** What an activity's own form takes. */
const maxLength = { title: 400, description: 20_000 } as const

/** IATI ActivityStatus; in 3 the work is done and the accounts are still open, 6 is a pause. */
const statuses = new Map<string, ImportedStatus>([
  ['1', 'planned'],
  ['2', 'ongoing'],
  ['3', 'completed'],
  ['4', 'completed'],
  ['5', 'cancelled'],
  ['6', 'ongoing'],
])

const roles = new Map<string, ParticipationRole>([
  ['1', 'funding'],
  ['2', 'accountable'],
  ['3', 'extending'],
  ['4', 'implementing'],
])

/** An activity in Concert's words, or null when it is refused; `notes` says why, and what it was read with. */
export function readActivity(element: Element, root: Root, notes: Notes): ImportedActivity | null {
  const around: Surroundings = {
    language: element.attributes.get('xml:lang') ?? root.attributes.get('xml:lang'),
    currency: element.attributes.get('default-currency'),
  }
  const identifier = readIdentifier(element, notes)
  notes.identifier = identifier
  const reporting = child(element, 'reporting-org')
  const reportingParty = readParty(reporting, around, notes)
  if (!reportingParty?.ref) notes.refuse(reporting ?? element, 'reporting_org_missing')
  const status = readStatus(element, notes)
  const activity = {
    updatedAt: instant(element.attributes.get('last-updated-datetime') ?? root.attributes.get('generated-datetime')),
    humanitarian: isTrue(element.attributes.get('humanitarian')),
    title: readTexts(element, 'title', around, notes),
    description: readTexts(element, 'description', around, notes),
    scope: readScope(element),
    ...readDates(element, notes),
    sectors: readSectors(element, notes),
    ...readPlaces(element, notes),
    sdgTargets: readSdgTargets(element),
    participants: children(element, 'participating-org').flatMap((each) => {
      const party = readParty(each, around, notes)
      const role = roles.get(collapsed(each.attributes.get('role') ?? ''))
      return party && role ? [{ ...party, role }] : []
    }),
    transactions: readTransactions(children(element, 'transaction'), around, notes),
  }
  if (activity.title.length === 0) notes.warn(child(element, 'title') ?? element, 'untitled')
  if (identifier === null || status === null || !reportingParty || notes.refused) return null
  const secondaryReporter = isTrue(reporting?.attributes.get('secondary-reporter'))
  return { identifier, reportingOrganisation: { ...reportingParty, secondaryReporter }, status, ...activity }
}

function readIdentifier(activity: Element, notes: Notes): string | null {
  const element = child(activity, 'iati-identifier')
  const identifier = collapsed(element?.text ?? '')
  if (identifier === '') return notes.refuse(element ?? activity, 'identifier_blank')
  if (identifier.length > maxIdentifierLength)
    return notes.refuse(element ?? activity, 'identifier_too_long', { limit: maxIdentifierLength })
  return identifier
}

function readStatus(activity: Element, notes: Notes): ImportedStatus | null {
  const element = child(activity, 'activity-status')
  const code = present(element?.attributes.get('code'))
  if (!element || code === null) return notes.refuse(activity, 'element_missing', { missing: 'activity-status' })
  if (code === '6') notes.warn(element, 'status_suspended')
  return statuses.get(code) ?? notes.refuse(element, 'status_unknown', { code: quoted(code) })
}

function readTexts(activity: Element, name: keyof typeof maxLength, around: Surroundings, notes: Notes): Narrative[] {
  const elements = children(activity, name)
  const limit = maxLength[name]
  return joined(elements.flatMap((each) => narrativesOf(each, around.language, notes))).map(({ language, text }) => {
    if (text.length <= limit) return { language, text }
    notes.warn(elements[0] ?? activity, 'text_cut', { limit })
    return { language, text: `${text.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '')}…` }
  })
}

/** IATI ActivityScope: 1 global, 2 and 3 several countries, 4 to 8 one country or a part of it. */
function readScope(activity: Element): ImportedActivity['scope'] {
  const code = present(child(activity, 'activity-scope')?.attributes.get('code'))
  if (code === null || !/^[1-8]$/.test(code)) return null
  const [global, regional, national] = importedScopes
  if (code === '1') return global
  return code < '4' ? regional : national
}

function readDates(activity: Element, notes: Notes) {
  const days = new Map<string, string>()
  let openEnded = false
  for (const element of children(activity, 'activity-date')) {
    const type = present(element.attributes.get('type'))
    const text = element.attributes.get('iso-date')
    if (type === null || text === undefined) {
      notes.refuse(element, 'attribute_missing', { missing: type === null ? 'type' : 'iso-date' })
      continue
    }
    const day = calendarDay(text)
    if (day === null) notes.refuse(element, 'date_invalid', { value: quoted(text) })
    else if (day >= '9000' && (type === '3' || type === '4')) {
      openEnded = true
      notes.warn(element, 'open_ended', { value: day })
    } else if (day < '1900' || day >= '2200') notes.warn(element, 'date_implausible', { value: day })
    else if (!/^[1-4]$/.test(type)) notes.warn(element, 'date_type_unknown', { type: quoted(type) })
    else if (!days.has(type)) days.set(type, day)
  }
  const [startPlanned, startActual, endPlanned, endActual] = ['1', '2', '3', '4'].map((type) => days.get(type) ?? null)
  const start = startActual ?? startPlanned ?? null
  const end = endActual ?? endPlanned ?? null
  if (start && end && end < start) notes.warn(activity, 'end_before_start', { start, end })
  return {
    startPlanned: startPlanned ?? null,
    startActual: startActual ?? null,
    endPlanned: endPlanned ?? null,
    endActual: endActual ?? null,
    openEnded,
  }
}

/** SDG targets as tags (TagVocabulary 3) or, as some publish them, as sectors (SectorVocabulary 8). */
function readSdgTargets(activity: Element): string[] {
  const targets = activity.children
    .filter(({ name, attributes }) => {
      const vocabulary = present(attributes.get('vocabulary'))
      return (name === 'tag' && vocabulary === '3') || (name === 'sector' && vocabulary === '8')
    })
    .map((element) => present(element.attributes.get('code'))?.toLowerCase())
    .filter((code) => code !== undefined)
    .filter((code) => /^\d{1,2}\.[0-9a-z]{1,2}$/.test(code))
  return [...new Set(targets)]
}

function instant(text: string | undefined): string | null {
  const time = text === undefined ? Number.NaN : Date.parse(collapsed(text))
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}
