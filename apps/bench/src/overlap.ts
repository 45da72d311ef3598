import { parseArgs } from 'node:util'
import { askRadar } from '@concert/api/overlaps/queries'
import type { Db } from '@concert/db/client'
import { findOverlapFacts } from '@concert/db/overlap-candidates'
import { findPlaceTree } from '@concert/db/places'
import { sql } from '@concert/db/testing/sql'
import { judgePairs } from '@concert/domain/testing/overlap-pairs/judge'
import { labelledPairs } from '@concert/domain/testing/overlap-pairs/pairs'
import { aFocalPoint, fillLog } from './log-of-activities.ts'
import { describeMachine, measure, report, say } from './measure.ts'
import { onOwnDatabase } from './own-database.ts'

const limit = 100
const wanted = 0.9
const drafts = 200

/** How long the radar takes for one draft, and how far it agrees with the labelled pairs. False when it falls short. */
export function benchOverlap(args: string[]): Promise<boolean> {
  const { values } = parseArgs({ args, options: { activities: { type: 'string', default: '100000' } } })
  const size = Number(values.activities)
  return onOwnDatabase(async ({ db }) => {
    say(await describeMachine(db))
    const total = await fillLog(db, size)
    const agrees = await benchAgreement(db)
    return (await benchRadar(db, total)) && agrees
  })
}

async function benchAgreement(db: Db): Promise<boolean> {
  const tree = await findPlaceTree(db)
  return [
    ['looked at', 0],
    ['held out', 1],
  ]
    .map(([name, of]) => {
      const pairs = labelledPairs.filter((_, index) => index % 2 === of).flat()
      const { precision, recall } = judgePairs(pairs, tree)
      const isEnough = precision >= wanted && recall >= wanted
      say(
        `${pairs.length} labelled pairs, ${name}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}  ${isEnough ? 'ok' : 'SHORT'} (≥ ${wanted} each)`,
      )
      return isEnough
    })
    .every(Boolean)
}

/** Drafts like those that there are, typed by one agency: row-level security, candidates, scores and rows shown. */
async function benchRadar(db: Db, total: number): Promise<boolean> {
  const { rows } = await sql<{
    id: string
  }>`select id from activity order by md5(reference) limit ${drafts + 1}`.execute(db)
  const asked = await findOverlapFacts(
    db,
    rows.map(({ id }) => id),
  )
  const context = await aFocalPoint(db)
  let hits = 0
  const timings = await measure(asked.length - 1, async (round) => {
    const draft = asked[round]
    if (!draft) throw new Error('There is no draft left to ask about')
    const { leadAgencyId: _, ...facts } = draft.facts
    hits += (await askRadar(context, { reference: null, facts })).length
  })
  say(`${hits} activities shown for ${timings.length} drafts, at most six each`)
  return report(`radar for one draft against ${total} activities`, timings, limit)
}
