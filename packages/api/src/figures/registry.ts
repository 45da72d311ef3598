import {
  countActivitiesLeftOut,
  countAgenciesAwaitingConfirmation,
  findMembersOn,
  findPlacesWithActivities,
  proveActivities,
  sumPublicTallies,
} from '@concert/db/figures'
import { cohortFigures } from '../fund/cohort-figures.ts'
import { fundFigures } from '../fund/figures.ts'
import { grantFigures } from '../grants/figures.ts'
import { releaseFigures } from '../releases/figures.ts'
import { requestFigures } from '../requests/figures.ts'
import { statementFigures } from '../statement/figures.ts'
import type { FigureDefinition, FigureFamily } from './figure.ts'

const sampleSize = 50

/** Every number that is shown as a figure. Pages, exports and the terminal ask here, so that two places cannot differ. */
export const figureDefinitions: readonly FigureDefinition[] = [
  {
    id: 'activities.public',
    unit: 'count',
    value: async (trx) => (await sumPublicTallies(trx, 'total'))[0]?.count ?? 0,
    async proof(trx) {
      const { rowsIn, rows } = await proveActivities(trx, sampleSize)
      return { rowsIn, sample: rows, leftOut: await countActivitiesLeftOut(trx) }
    },
  },
  {
    id: 'activities.ongoing',
    unit: 'count',
    value: async (trx) => (await sumPublicTallies(trx, 'status')).find(({ key }) => key === 'ongoing')?.count ?? 0,
    async proof(trx) {
      const { rowsIn, rows } = await proveActivities(trx, sampleSize, 'ongoing')
      const all = await proveActivities(trx, 0)
      return {
        rowsIn,
        sample: rows,
        leftOut: [{ reason: 'other_status', rows: all.rowsIn - rowsIn }, ...(await countActivitiesLeftOut(trx))],
      }
    },
  },
  {
    id: 'places.countries',
    unit: 'count',
    value: async (trx) => (await findPlacesWithActivities(trx, 'country')).length,
    async proof(trx) {
      const countries = await findPlacesWithActivities(trx, 'country')
      const sample = countries.map(({ code, names, count }) => ({
        label: names.en ?? code,
        value: count,
        link: `/places/${code}`,
      }))
      return { rowsIn: countries.length, sample, leftOut: [] }
    },
  },
  {
    id: 'agencies.members',
    unit: 'count',
    value: async (trx, today) => (await findMembersOn(trx, today)).length,
    async proof(trx, today) {
      const members = await findMembersOn(trx, today)
      const sample = members.map(({ slug, acronym }) => ({ label: acronym, value: 1, link: `/agencies/${slug}` }))
      const waiting = await countAgenciesAwaitingConfirmation(trx)
      return { rowsIn: members.length, sample, leftOut: waiting > 0 ? [{ reason: 'unconfirmed', rows: waiting }] : [] }
    },
  },
  ...fundFigures,
  ...grantFigures,
  ...releaseFigures,
]

export const figureFamilies: readonly FigureFamily[] = [statementFigures, cohortFigures, requestFigures]
