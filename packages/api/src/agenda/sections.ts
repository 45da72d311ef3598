import { findStaleActivities } from '@concert/db/activities-waiting'
import type { Trx } from '@concert/db/client'
import { findRecentMembershipChanges } from '@concert/db/memberships'
import { findNextSteps } from '@concert/db/outreach'
import { countOpenOverlaps, findOpenOverlaps } from '@concert/db/overlaps'
import { findPlaces } from '@concert/db/places'
import { countUnansweredRequests, findUnansweredRequests } from '@concert/db/requests'
import { countReports, findCurrentRound } from '@concert/db/rounds'
import { narrativeIn } from '@concert/domain/activity'
import type { ActivitySummary } from '@concert/domain/activity-view'
import { type AgendaCell, type AgendaSection, rowsPerSection } from '@concert/domain/agenda'
import { codeKey, pillars } from '@concert/domain/codelists'
import { findCoverageRows } from '../gaps/queries.ts'

/** What a section is asked about. `since` is when the meeting before was held. */
export interface Occasion {
  today: string
  since: string | null
}

type Gather = (trx: Trx, occasion: Occasion) => Promise<AgendaSection>

const text = (words: string): AgendaCell => ({ kind: 'text', text: words })
const words = (key: string): AgendaCell => ({ kind: 'words', key })
const dateOrNone = (date: string | null): AgendaCell => (date === null ? { kind: 'none' } : { kind: 'date', date })

/** As its own agency wrote it, in English where it did: a title is not translated. */
const titled = ({ reference, title }: Pick<ActivitySummary, 'reference' | 'title'>) =>
  `${reference} ${narrativeIn(title, 'en')?.text ?? ''}`

/** The pairs that resemble each other most. */
const openOverlaps: Gather = async (trx) => {
  const pairs = await findOpenOverlaps(trx, { limit: rowsPerSection })
  return {
    id: 'overlaps',
    total: await countOpenOverlaps(trx),
    columns: ['agencies', 'activity', 'overlapsWith'],
    rows: pairs.map(({ activities: [one, other] }) => ({
      id: `${one.reference} ${other.reference}`,
      address: `/activities/${one.reference}`,
      cells: [
        text([one.lead?.acronym ?? '', other.lead?.acronym ?? ''].toSorted().join(' · ')),
        text(titled(one)),
        text(titled(other)),
      ],
    })),
    address: '/coordination/overlaps',
  }
}

/** Subregions where nobody works at all, and then each pillar that nobody works on. */
const gaps: Gather = async (trx) => {
  const { rows } = await findCoverageRows(trx, { by: 'pillar', rows: 'subregion' })
  const holes = rows
    .toSorted((a, b) => Number(a.whole.activities > 0) - Number(b.whole.activities > 0))
    .flatMap(({ place, whole, cells }) =>
      whole.activities === 0
        ? [{ place, work: 'gaps.whole' }]
        : pillars.flatMap((pillar, index) =>
            cells[index]?.activities === 0 ? [{ place, work: `codes.${codeKey('pillars', pillar)}` }] : [],
          ),
    )
  return {
    id: 'gaps',
    total: holes.length,
    columns: ['place', 'nobodyOn'],
    rows: holes.slice(0, rowsPerSection).map(({ place, work }) => ({
      id: `${place.code} ${work}`,
      address: null,
      cells: [{ kind: 'names', names: place.names }, words(work)],
    })),
    address: '/coordination/gaps',
  }
}

/** The oldest first. */
const unansweredRequests: Gather = async (trx) => {
  const requests = await findUnansweredRequests(trx, { limit: rowsPerSection })
  const places = new Map((await findPlaces(trx)).map(({ code, names }) => [code, names]))
  return {
    id: 'requests',
    total: await countUnansweredRequests(trx),
    columns: ['place', 'subject', 'requestedOn', 'stage'],
    rows: requests.map(({ reference, placeCode, subject, receivedOn, stage }) => ({
      id: reference,
      address: `/coordination/requests/${reference}`,
      cells: [
        { kind: 'names', names: places.get(placeCode) ?? { en: placeCode } },
        text(`${reference} ${subject}`),
        { kind: 'date', date: receivedOn },
        words(`requests.stages.${stage}`),
      ],
    })),
    address: '/coordination/requests',
  }
}

/** Numbers only: who is awaited is for the coordinator's page, not for a paper that goes round. */
const reportingRound: Gather = async (trx) => {
  const round = await findCurrentRound(trx)
  const { received, awaited } = round ? await countReports(trx, round.id) : { received: 0, awaited: 0 }
  return {
    id: 'round',
    total: awaited,
    columns: ['from', 'until', 'deadline', 'received', 'awaited'],
    rows: round
      ? [
          {
            id: round.id,
            address: '/coordination/round',
            cells: [
              { kind: 'date', date: round.fromOn },
              { kind: 'date', date: round.untilOn },
              { kind: 'date', date: round.deadline },
              { kind: 'count', count: received },
              { kind: 'count', count: awaited },
            ],
          },
        ]
      : [],
    address: '/coordination/round',
  }
}

const staleActivities: Gather = async (trx, { today }) => {
  const { total, stale } = await findStaleActivities(trx, today, rowsPerSection)
  return {
    id: 'stale',
    total,
    columns: ['agency', 'activity', 'question'],
    rows: stale.map(({ reference, lead, title, reason }) => ({
      id: reference,
      address: `/activities/${reference}`,
      cells: [text(lead?.acronym ?? ''), text(titled({ reference, title })), words(`activities.stale.${reason}`)],
    })),
    address: null,
  }
}

const outreachSteps: Gather = async (trx) => {
  const { total, entities } = await findNextSteps(trx, { limit: rowsPerSection })
  return {
    id: 'outreach',
    total,
    columns: ['entity', 'stage', 'nextStep', 'agency', 'due'],
    rows: entities.map((entity) => ({
      id: entity.id,
      address: null,
      cells: [
        text(entity.name),
        words(`outreach.stages.${entity.stage}`),
        text(entity.nextStep ?? ''),
        entity.nextStepOwner ? text(entity.nextStepOwner.acronym) : { kind: 'none' },
        dateOrNone(entity.nextStepDueOn),
      ],
    })),
    address: '/coordination/outreach',
  }
}

const membershipChanges: Gather = async (trx, { since }) => {
  const { total, changes } = await findRecentMembershipChanges(trx, since, rowsPerSection)
  return {
    id: 'membership',
    total,
    columns: ['agency', 'role', 'change', 'from', 'until'],
    rows: changes.map(({ id, agency, role, kind, after }) => ({
      id: String(id),
      address: `/agencies/${agency.slug}`,
      cells: [
        text(agency.acronym),
        words(`codes.${codeKey('membershipRoles', role)}`),
        words(`agencies.change.${kind}`),
        // A year is what is known, not its first day.
        after.precision === 'year' && after.fromOn ? text(after.fromOn.slice(0, 4)) : dateOrNone(after.fromOn),
        after.precision === 'year' && after.untilOn ? text(after.untilOn.slice(0, 4)) : dateOrNone(after.untilOn),
      ],
    })),
    address: '/agencies',
  }
}

/** In the order of the page. Each slice that has something for the working group adds a line. */
export const gatherers: readonly Gather[] = [
  openOverlaps,
  gaps,
  unansweredRequests,
  reportingRound,
  staleActivities,
  outreachSteps,
  membershipChanges,
]
