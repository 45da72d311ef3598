import { findAgencies, findMemberships } from '@concert/db/agencies'
import { findTalliedYears, sumParagraphAgencyTallies } from '@concert/db/commitment-matrix'
import { answeredInstrument, findCommitments } from '@concert/db/commitments'
import { memberStandingIn } from '@concert/domain/agency'
import type { LocalizedText } from '@concert/domain/locales'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'

export interface CommitmentMatrix {
  year: number | null
  /** The year whose membership the agencies are of. */
  memberYear: number
  years: number[]
  agencies: { id: string; slug: string; acronym: string }[]
  paragraphs: {
    number: string
    gist: LocalizedText
    /** Activities, one for each of `agencies` in its order; a joint one is credited to each of its agencies. */
    counts: number[]
  }[]
}

/**
 * Paragraph × agency: how many activities of the group answer which paragraph. With a year, those that start in it and
 * the agencies that were in the group then, so far as that is known. For the group alone.
 */
export function readCommitmentMatrix(ctx: Context, { year }: { year?: number | undefined }): Promise<CommitmentMatrix> {
  return inTransaction(ctx, async (trx) => {
    const counts = await sumParagraphAgencyTallies(trx, year)
    const memberships = await findMemberships(trx)
    const memberYear = year ?? ctx.now().getUTCFullYear()
    const agencies = (await findAgencies(trx))
      .filter(({ id }) => {
        const own = memberships.filter(({ agencyId }) => agencyId === id)
        return memberStandingIn(own, memberYear) !== 'none'
      })
      .map(({ id, slug, acronym }) => ({ id, slug, acronym }))
    const byCell = new Map(counts.map(({ number, agencyId, count }) => [`${number} ${agencyId}`, count]))
    const paragraphs = (await findCommitments(trx))
      .filter(({ instrument }) => instrument === answeredInstrument)
      .map(({ number, gist }) => ({
        number,
        gist,
        counts: agencies.map(({ id }) => byCell.get(`${number} ${id}`) ?? 0),
      }))
    return { year: year ?? null, memberYear, years: await findTalliedYears(trx), agencies, paragraphs }
  })
}
