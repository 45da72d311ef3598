import { findFiguresNamed, findStatusesNotAsked, findStatusesWithoutStep } from '@concert/db/commitment-checks'
import { findWrongParagraphAgencyTallies } from '@concert/db/commitment-matrix'
import { outcomeOf, type StandingCheck } from '../checks/standing-check.ts'
import { findFigure } from '../figures/queries.ts'

export const commitmentChecks: readonly StandingCheck[] = [
  {
    id: 'commitments.statuses_only_where_asked',
    run: async (trx) => outcomeOf([...(await findStatusesNotAsked(trx)), ...(await findStatusesWithoutStep(trx))]),
  },
  {
    id: 'commitments.evidence_exists',
    run: async (trx) =>
      outcomeOf(
        (await findFiguresNamed(trx))
          .filter(({ figureId }) => findFigure(figureId) === undefined)
          .map(({ number, figureId }) => `${number}: ${figureId}`),
      ),
  },
  {
    id: 'commitments.agencies_equal_the_log',
    run: async (trx) => outcomeOf(await findWrongParagraphAgencyTallies(trx)),
  },
]
