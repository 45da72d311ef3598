import type { Trx } from '@concert/db/client'
import { findEntriesAbout } from '@concert/db/journal'
import { findPaymentRows } from '@concert/db/payments-list'
import { insertOutcome } from '@concert/db/pledge-outcomes'
import { findPledgeRows } from '@concert/db/pledges-list'
import { decideSignature } from '@concert/db/signatures'
import { addDays, type CalendarDate, compareDates } from '@concert/domain/calendar-date'
import type { PledgeRow } from '@concert/domain/fund-views'
import type { WriteOff } from '@concert/domain/pledge-changes'
import { pledgeOutcomes } from '@concert/domain/pledge-outcome'
import type { EntryReversal } from '@concert/domain/second-signature'
import type { Context } from '../context.ts'
import { reversal } from '../journal/reverse-entry.ts'
import { writingOff } from '../pledges/write-off-pledge.ts'
import { changeReasons as reasons } from './fund-words.ts'
import { ask, confirm, findOfficers, idempotencyKey, type Officers, type Request } from './officers.ts'
import { seedDemoTreasury } from './treasury.ts'

/** What two officers decided on the invented fund: some confirmed, some declined, some still waiting. */
export async function seedDemoChanges(trx: Trx, system: Context): Promise<void> {
  const officers = await findOfficers(trx, system)
  await seedDemoTreasury(trx, officers.first.ctx)
  await writeOffs(trx, officers)
  await reversals(trx, officers)
  await outcomes(trx, officers)
}

/** The rest of old pledges is given up; of younger ones somebody still has to say so. */
async function writeOffs(trx: Trx, { first, second, day }: Officers): Promise<void> {
  const filter = { text: '', kind: 'money', overdue: true, sort: 'oldest', page: 1 } as const
  const { rows } = await findPledgeRows(trx, filter, 'en', day, 50)
  const [one, two, three, four, five, six] = rows.flatMap((row) => aWriteOff(row, day))
  for (const request of [one, two]) {
    if (request) await confirm(trx, second, request, await ask(trx, first, request))
  }
  if (three) await confirm(trx, first, three, await ask(trx, second, three))
  if (four) await ask(trx, first, four)
  if (five) await ask(trx, second, five)
  if (six) {
    const id = await ask(trx, first, six)
    await decideSignature(trx, id, { state: 'declined', by: second, note: reasons.declined })
  }
}

function aWriteOff({ id, reference, outstanding }: PledgeRow, on: CalendarDate): Request<WriteOff>[] {
  if (!outstanding) return []
  const payload = { pledgeId: id, on, amount: outstanding, reason: reasons.writeOff, idempotencyKey }
  return [{ action: writingOff, subject: { type: 'pledge', id, reference }, amount: outstanding, payload }]
}

/** A payment that bounced, and one of which somebody thinks so. */
async function reversals(trx: Trx, { first, second, day }: Officers): Promise<void> {
  const { rows } = await findPaymentRows(trx, { text: '', page: 1 }, 'en', 2)
  const [bounced, doubtful] = rows
  if (bounced) {
    const request = await aReversal(trx, bounced.id, day, reasons.bounced)
    await confirm(trx, second, request, await ask(trx, first, request))
  }
  if (doubtful) await ask(trx, second, await aReversal(trx, doubtful.id, day, reasons.doubtful))
}

async function aReversal(
  trx: Trx,
  paymentId: string,
  on: CalendarDate,
  reason: string,
): Promise<Request<EntryReversal>> {
  const [receipt] = await findEntriesAbout(trx, { paymentId })
  if (!receipt) throw new RangeError('A payment has no entry')
  const { number } = receipt
  const subject = { type: 'entry' as const, id: String(number), reference: String(number) }
  return { action: reversal, subject, amount: null, payload: { number, on, reason, idempotencyKey } }
}

/** What became of promises in kind and of policy. */
async function outcomes(trx: Trx, { first, day }: Officers): Promise<void> {
  for (const kind of ['in_kind', 'policy'] as const) {
    const { rows } = await findPledgeRows(trx, { text: '', kind, sort: 'oldest', page: 1 }, 'en', day, 50)
    for (const [index, { id, announcedOn }] of rows.entries()) {
      const outcome = pledgeOutcomes[index % pledgeOutcomes.length]
      const on = addDays(announcedOn, 90 + index)
      if (!outcome || outcome === 'open' || compareDates(on, day) > 0) continue
      await insertOutcome(trx, { pledgeId: id, outcome, on, note: reasons.outcomes[outcome], by: first })
    }
  }
}
