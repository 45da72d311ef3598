import { insertJoin, updateJoinAgreed } from '@concert/db/activity-joins'
import { findMailboxesOf, insertAgencyMailbox } from '@concert/db/agency-mailboxes'
import type { Trx } from '@concert/db/client'
import { findOverlapFacts } from '@concert/db/overlap-candidates'
import { findOverlapPage, insertOverlapVerdict, type StoredPair, updateOverlapState } from '@concert/db/overlaps'
import { getAgencyIdBySlug } from '@concert/db/users'
import { factsBehind } from '@concert/domain/overlap'
import { renewBatch } from '../overlaps/find-overlaps.ts'

/** So many are compared as the demonstration is written; the rest when it changes, or by `concert overlaps find`. */
const compared = 120
const byName = 'Example Coordinator'

const notes = {
  coordinate: 'Example: one calendar of trainings, and one trainer of each agency in both.',
  different: 'Example: one is for officials of the capital, the other for those at the borders.',
} as const

/** Pairs that wait for a verdict, some that have one, a proposal to join, and the mailboxes that verdicts name. */
export async function seedDemoOverlaps(trx: Trx, now: Date): Promise<void> {
  for (const slug of ['unodc', 'iom', 'unicef']) {
    const agencyId = await getAgencyIdBySlug(trx, slug)
    if (!agencyId) continue
    const address = `coordination-office@${slug}.example.org`
    await insertAgencyMailbox(trx, agencyId, { address, savedBy: null, savedByName: byName })
  }
  await renewBatch(trx, null, compared)
  const { rows } = await findOverlapPage(trx, { state: 'open' }, [])
  for (const pair of rows.slice(4, 7)) await settle(trx, pair, 'coordinate')
  for (const pair of rows.slice(7, 10)) await settle(trx, pair, 'different')
  const [proposed] = rows.slice(3, 4)
  if (proposed) await propose(trx, proposed, now)
}

async function settle(trx: Trx, pair: StoredPair, kind: keyof typeof notes): Promise<void> {
  const [a, b] = await factsOfPair(trx, pair)
  if (!a || !b) return
  const mailboxes = await findMailboxesOf(trx, [a.facts.leadAgencyId, b.facts.leadAgencyId])
  await insertOverlapVerdict(trx, {
    aId: pair.aId,
    bId: pair.bId,
    kind,
    note: notes[kind],
    facts: factsBehind(a.facts, b.facts, pair.reasons),
    byId: null,
    byName,
    byAgencyId: null,
    mailboxes: kind === 'coordinate' ? mailboxes : [],
  })
  await updateOverlapState(trx, pair, { state: 'settled', changed: [] })
}

async function propose(trx: Trx, pair: StoredPair, now: Date): Promise<void> {
  const [kept, joined] = await factsOfPair(trx, pair)
  if (!kept || !joined) return
  const id = await insertJoin(trx, {
    keptId: kept.id,
    joinedId: joined.id,
    keptAgencyId: kept.facts.leadAgencyId,
    joinedAgencyId: joined.facts.leadAgencyId,
    fromOther: [],
    note: 'Example: both prepare the same work with the same partners.',
    keptVersion: 1,
    joinedVersion: 1,
    at: now,
    byId: null,
    byName: 'Example Focal Point',
    byAgencyId: kept.facts.leadAgencyId,
  })
  await updateJoinAgreed(trx, id, { side: 'kept', at: now, by: 'Example Focal Point' })
}

async function factsOfPair(trx: Trx, { aId, bId }: StoredPair) {
  const found = await findOverlapFacts(trx, [aId, bId])
  return [found.find(({ id }) => id === aId), found.find(({ id }) => id === bId)] as const
}
