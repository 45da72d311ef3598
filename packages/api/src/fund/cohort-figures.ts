import type { Trx } from '@concert/db/client'
import { sumCohorts } from '@concert/db/cohorts'
import { type Cohort, type CohortStage, cohortMonths, cohortOf, cohortStages } from '@concert/domain/cohort'
import { NotFound } from '@concert/domain/errors'
import type { FigureDefinition, FigureFamily } from '../figures/figure.ts'

/** How far the pledges of one meeting were fulfilled so many months later: `cohorts.received.2021.12`. */
export const cohortFigures: FigureFamily = {
  find(id) {
    const [, name, slug, written] = /^cohorts\.([a-z]+)\.([a-z0-9-]+)\.(\d+)$/.exec(id) ?? []
    const stage = cohortStages.find((candidate) => candidate === name)
    const months = cohortMonths.find((candidate) => String(candidate) === written)
    return stage && slug && months ? pointFigure(stage, slug, months) : undefined
  },
  async listed(trx, today) {
    const newest = (await findCohorts(trx, today)).at(-1)
    const reached = newest?.points.filter(({ received }) => received !== null) ?? []
    return reached.flatMap(({ months }) => cohortStages.map((stage) => pointFigure(stage, newest?.slug ?? '', months)))
  },
}

/** Meetings of which anyone may see the total, the oldest first. */
export async function findCohorts(trx: Trx, today: string): Promise<Cohort[]> {
  return (await sumCohorts(trx)).flatMap((sums) => cohortOf(sums, today) ?? [])
}

function pointFigure(stage: CohortStage, slug: string, months: number): FigureDefinition {
  const getCohort = async (trx: Trx, today: string): Promise<Cohort> => {
    const cohort = (await findCohorts(trx, today)).find((one) => one.slug === slug)
    if (!cohort) throw new NotFound('figure')
    return cohort
  }
  return {
    id: `cohorts.${stage}.${slug}.${months}`,
    words: `cohorts.${stage}`,
    params: { year: slug, months },
    unit: 'share',
    async value(trx, today) {
      const { points } = await getCohort(trx, today)
      const share = points.find((point) => point.months === months)?.[stage]
      if (share === null || share === undefined) throw new NotFound('figure')
      return share
    },
    // Never by donor: what each one did is in no public list.
    async proof(trx, today) {
      const { pledges } = await getCohort(trx, today)
      return { rowsIn: pledges, sample: [], leftOut: [{ reason: 'total_only', rows: pledges }] }
    },
  }
}
