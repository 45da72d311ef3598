import type { Trx } from '@concert/db/client'
import { findReleases } from '@concert/db/releases'
import { assistedTotal, type ReleaseContent } from '@concert/domain/people-release'
import type { FigureDefinition } from '../figures/figure.ts'
import { standing } from './prepare-release.ts'

/** The three kinds, each from the release that stands; 0 before the first. They are never added. */
export const releaseFigures: readonly FigureDefinition[] = [
  figure('people.assisted', (content) => assistedTotal(content) ?? 0),
  figure('people.trained', ({ trained }) => trained),
  figure('people.campaign', ({ campaign }) => campaign),
]

function figure(id: string, countOf: (content: ReleaseContent) => number): FigureDefinition {
  const current = async (trx: Trx) => standing(await findReleases(trx))
  const value = async (trx: Trx) => {
    const content = (await current(trx))?.content
    return content ? countOf(content) : 0
  }
  return {
    id,
    unit: 'count',
    value,
    async proof(trx) {
      const release = await current(trx)
      if (!release?.content) return { rowsIn: 0, sample: [], leftOut: [] }
      const { counted, withoutTotal } = release.content.activities
      return {
        rowsIn: counted,
        sample: [{ label: `#${release.number}`, value: countOf(release.content), link: '/activities/people' }],
        leftOut: withoutTotal > 0 ? [{ reason: 'without_total', rows: withoutTotal }] : [],
      }
    },
  }
}
