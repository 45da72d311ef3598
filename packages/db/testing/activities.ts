import { randomUUID } from 'node:crypto'
import { type ActivityDraft, emptyDraft } from '@concert/domain/activity'

/** A draft that nothing stands against on 24 November 2026. Kenya, unless said otherwise. */
export function aDraft(over: Partial<ActivityDraft> = {}): ActivityDraft {
  return {
    ...emptyDraft(),
    title: [{ language: 'en', text: 'Example: training for labour inspectors' }],
    description: [{ language: 'en', text: 'Five days on indicators of forced labour.' }],
    kind: 'CAPB',
    level: 'national',
    status: 'ongoing',
    places: [{ code: '404', percentage: null }],
    pillars: ['PREV'],
    sdgTargets: ['8.7'],
    startOn: '2026-10-01',
    endOn: '2026-12-31',
    ...over,
  }
}

/** What `activities.draft` is called with. */
export function aNewActivity(over: Partial<ActivityDraft> = {}) {
  return { idempotencyKey: randomUUID(), draft: aDraft(over) }
}
