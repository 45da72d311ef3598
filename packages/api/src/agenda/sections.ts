import { findStaleActivities } from '@concert/db/activities-waiting'
import type { Trx } from '@concert/db/client'
import { findRecentMembershipChanges } from '@concert/db/memberships'
import { findNextSteps } from '@concert/db/outreach'
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
    address: '/my',
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
export const gatherers: readonly Gather[] = [staleActivities, outreachSteps, membershipChanges]
