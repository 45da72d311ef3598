import type { Trx } from '@concert/db/client'
import { findPublicActivitiesVersion, streamPublicActivities } from '@concert/db/iati-activities'
import {
  findIdentifiedAgencies,
  findPublicFundVersion,
  findPublishedGrants,
  findPublishedPools,
  streamPublicDonors,
  streamPublicPledges,
} from '@concert/db/iati-fund'
import { today } from '@concert/domain/calendar-date'
import { writeActivities } from '@concert/exchange/iati/write-activities'
import { writeFund } from '@concert/exchange/iati/write-fund'
import { writeOrganisations } from '@concert/exchange/iati/write-organisations'
import { asVisitor, type Context } from '../context.ts'
import { inSnapshot, inTransaction } from '../transaction.ts'
import { publicationOf } from './publication.ts'

export const iatiFiles = ['activities', 'fund', 'organisation'] as const
export type IatiFileName = (typeof iatiFiles)[number]

/**
 * An IATI 2.03 file in chunks, the same for whoever asks: it is read in nobody's name, at one moment. Activities may be
 * narrowed to those that one agency leads. Nothing is yielded where there is nothing public to tell.
 */
export function exportIati(
  ctx: Context,
  wanted: { file: IatiFileName; agency?: string | undefined },
): AsyncGenerator<string, void> {
  const visitor = asVisitor(ctx)
  return inSnapshot(visitor, (trx) => readFile(visitor, trx, wanted))
}

async function* readFile(
  ctx: Context,
  trx: Trx,
  { file, agency }: { file: IatiFileName; agency?: string | undefined },
): AsyncGenerator<string> {
  const about = await publicationOf(ctx, trx)
  if (file === 'activities') {
    yield* writeActivities(streamPublicActivities(trx, agency ?? null), about)
  } else if (file === 'organisation') {
    yield* writeOrganisations(await findIdentifiedAgencies(trx), about)
  } else {
    const fund = {
      updatedAt: about.generatedAt,
      donors: streamPublicDonors(trx),
      pledges: streamPublicPledges(trx),
      grants: await findPublishedGrants(trx),
      pools: await findPublishedPools(trx),
    }
    yield* writeFund(fund, about)
  }
}

/**
 * A short text that is another one once the file would say something else. It changes with the day too, since dates and
 * totals to date do.
 */
export function versionOfIati(ctx: Context, file: IatiFileName): Promise<string> {
  return inTransaction(asVisitor(ctx), async (trx) => {
    const version = await (file === 'fund' ? findPublicFundVersion(trx) : findPublicActivitiesVersion(trx))
    return `${file}-${today(ctx.now())}-${version}`
  })
}
