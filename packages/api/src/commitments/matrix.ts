import { findAgencies, findMemberships } from '@concert/db/agencies'
import { findTalliedYears, sumParagraphAgencyTallies } from '@concert/db/commitment-matrix'
import { answeredInstrument, findCommitments } from '@concert/db/commitments'
import { groupOfYear } from '@concert/domain/group-of-year'
import type { LocalizedText } from '@concert/domain/locales'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'

export interface CommitmentMatrix {
  year: number | null
  /** The year whose membership the agencies are of. */
  memberYear: number
  years: number[]
  agencies: { id: string; slug: string; acronym: string }[]
  /** How many of `agencies` have no known beginning in the group. */
  sinceUnknown: number
  paragraphs: {
    number: string
    gist: LocalizedText
    /** Activities, one for each of `agencies` in its order; a joint one is credited to each of its agencies. */
    counts: number[]
    /** What is credited to agencies that were not in the group in `memberYear`. */
    others: number
  }[]
}

/**
 * Paragraph × agency: how many activities of the group answer which paragraph. With a year, those that start in it and
 * the agencies that were in the group then, so far as that is known; the others are one column. For the group alone.
 */
export function readCommitmentMatrix(ctx: Context, { year }: { year?: number | undefined }): Promise<CommitmentMatrix> {
  return inTransaction(ctx, async (trx) => {
    const counts = await sumParagraphAgencyTallies(trx, year)
    const memberships = await findMemberships(trx)
    const memberYear = year ?? ctx.now().getUTCFullYear()
    const group = groupOfYear(await findAgencies(trx), ({ id }) => id, memberships, memberYear)
    const agencies = group.members.map(({ id, slug, acronym }) => ({ id, slug, acronym }))
    const byCell = new Map(counts.map(({ number, agencyId, count }) => [`${number} ${agencyId}`, count]))
    const paragraphs = (await findCommitments(trx))
      .filter(({ instrument }) => instrument === answeredInstrument)
      .map(({ number, gist }) => {
        const own = agencies.map(({ id }) => byCell.get(`${number} ${id}`) ?? 0)
        const others = sumOf(counts.flatMap((cell) => (cell.number === number ? [cell.count] : []))) - sumOf(own)
        return { number, gist, counts: own, others }
      })
    const years = await findTalliedYears(trx)
    return { year: year ?? null, memberYear, years, agencies, sinceUnknown: group.sinceUnknown, paragraphs }
  })
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}
