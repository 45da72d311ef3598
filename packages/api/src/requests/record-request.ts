import type { Trx } from '@concert/db/client'
import { findPlaceTree } from '@concert/db/places'
import { insertStep } from '@concert/db/request-life'
import { insertRequest } from '@concert/db/requests'
import { today } from '@concert/domain/calendar-date'
import { DomainError } from '@concert/domain/errors'
import { personalWordsIn, type RequestRecord } from '@concert/domain/request'
import { actorUserId } from '../actor-user.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'
import { nameOf } from './open-request.ts'

/** Writes down what a Member State asked for. It is the group's: nothing of it is public without consent. */
export function recordRequest(ctx: Context, input: RequestRecord): Promise<{ reference: string }> {
  const { idempotencyKey, ...record } = input
  return once(ctx, { key: idempotencyKey, procedure: 'requests.record', body: record }, async (trx) => {
    await requireCountry(trx, record.placeCode)
    if (record.receivedOn > today(ctx.now())) throw new DomainError('requests.in_future', {}, 'receivedOn')
    const words = personalWordsIn([record.subject, record.text])
    if (words !== undefined && record.guardReason === null)
      throw new DomainError('requests.looks_personal', { words }, 'guardReason')
    const { id, reference } = await insertRequest(trx, record, actorUserId(ctx))
    await insertStep(trx, id, { stage: 'received', on: record.receivedOn, note: '', byName: nameOf(ctx) })
    await recordAudit(trx, ctx, 'request.recorded', { type: 'request', id }, { reference, ...record })
    return { reference }
  })
}

async function requireCountry(trx: Trx, code: string): Promise<void> {
  const place = (await findPlaceTree(trx)).get(code)
  if (place?.level !== 'country') throw new DomainError('requests.no_state', {}, 'placeCode')
}
