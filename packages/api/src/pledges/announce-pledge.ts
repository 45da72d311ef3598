import type { Trx } from '@concert/db/client'
import { postEntry } from '@concert/db/journal'
import { insertPledge, meetingExists } from '@concert/db/pledges'
import { DomainError } from '@concert/domain/errors'
import { announcementEntry } from '@concert/domain/journal/pledge-entries'
import type { PledgeAnnouncement } from '@concert/domain/pledge'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { requireStandingDonor } from '../donors/require-standing-donor.ts'
import { bookingOf, getRateOn, requireBookable } from '../journal/booking.ts'
import { once } from '../transaction.ts'

/** A promise: of money, which is booked as no asset, or in kind or of policy, which stay outside the journal. */
export function announcePledge(ctx: Context, input: PledgeAnnouncement): Promise<{ id: string; reference: string }> {
  return once(ctx, { key: input.idempotencyKey, procedure: 'pledges.announce', body: input }, async (trx) => {
    await requireStandingDonor(trx, ctx, input.donorId)
    await requireMeeting(trx, input.meetingId)
    await requireBookable(trx, ctx, input.announcedOn, 'announcedOn')
    const rate = input.kind === 'money' ? await getRateOn(trx, input.amount.currency, input.announcedOn) : undefined
    const { id, reference, donorId } = await insertPledge(trx, input)
    if (input.kind === 'money' && rate) {
      const entry = announcementEntry({ pledgeId: id, donorId }, input.amount, input.announcedOn, rate)
      await postEntry(trx, bookingOf(ctx, input.idempotencyKey), entry)
    }
    await recordAudit(trx, ctx, 'pledge.announced', { type: 'pledge', id }, { reference, ...input })
    return { id, reference }
  })
}

async function requireMeeting(trx: Trx, meetingId: string | null): Promise<void> {
  if (meetingId === null || (await meetingExists(trx, meetingId))) return
  throw new DomainError('pledges.meeting_unknown', {}, 'meetingId')
}
