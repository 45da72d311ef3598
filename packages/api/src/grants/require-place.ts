import type { Trx } from '@concert/db/client'
import { findPlaceTree } from '@concert/db/places'
import { DomainError } from '@concert/domain/errors'

export async function requirePlace(trx: Trx, code: string): Promise<void> {
  if (!(await findPlaceTree(trx)).has(code)) throw new DomainError('grants.place_unknown', {}, 'placeCode')
}
