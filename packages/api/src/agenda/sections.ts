import { findStaleActivities } from '@concert/db/activities-waiting'
import type { Trx } from '@concert/db/client'
import { findRecentMembershipChanges } from '@concert/db/memberships'
import { findNextSteps } from '@concert/db/outreach'
import { countReports, findCurrentRound } from '@concert/db/rounds'
import { type AgendaCell, type AgendaSection, rowsPerSection } from '@concert/domain/agenda'
import { codeKey } from '@concert/domain/codelists'

/** What a section is asked about. `since` is when the meeting before was held. */
export interface Occasion {
  today: string
  since: string | null
}

type Gather = (trx: Trx, occasion: Occasion) => Promise<AgendaSection>

const text = (words: string): AgendaCell => ({ kind: 'text', text: words })
const words = (key: string): AgendaCell => ({ kind: 'words', key })
const dateOrNone = (date: string | null): AgendaCell => (date === null ? { kind: 'none' } : { kind: 'date', date })

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
      cells: [
        text(lead?.acronym ?? ''),
        text(`${reference} ${(title.find(({ language }) => language === 'en') ?? title[0])?.text ?? ''}`),
        words(`activities.stale.${reason}`),
      ],
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
        words(codeKey('membershipRoles', role)),
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
export const gatherers: readonly Gather[] = [reportingRound, staleActivities, outreachSteps, membershipChanges]
