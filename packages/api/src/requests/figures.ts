import { findAssistanceReleases } from '@concert/db/assistance'
import type { Trx } from '@concert/db/client'
import type { AssistanceTold } from '@concert/domain/assistance-release'
import { NotFound } from '@concert/domain/errors'
import type { FigureDefinition, FigureFamily, FigureUnit } from '../figures/figure.ts'

interface ToldNumber {
  unit: FigureUnit
  of(told: AssistanceTold): number | null
}

const numbers: Record<string, ToldNumber> = {
  received: { unit: 'count', of: ({ received }) => received },
  answered: { unit: 'count', of: ({ answered }) => answered },
  developing: { unit: 'share', of: ({ developingShare }) => developingShare },
  first_answer: { unit: 'days', of: ({ firstAnswerWithin }) => firstAnswerWithin },
  delivery: { unit: 'days', of: ({ deliveryWithin }) => deliveryWithin },
}

/** What one release tells of requests for assistance: `requests.answered.2`. What is not told is no figure. */
export const requestFigures: FigureFamily = {
  find(id) {
    const [, name = '', number] = /^requests\.([a-z_]+)\.(\d{1,6})$/.exec(id) ?? []
    const told = numbers[name]
    return told && number ? toldFigure(name, told, Number(number)) : undefined
  },
  async listed(trx) {
    const [newest] = await findAssistanceReleases(trx)
    if (!newest) return []
    return Object.entries(numbers).flatMap(([name, told]) =>
      told.of(newest.told) === null ? [] : [toldFigure(name, told, newest.number)],
    )
  },
}

function toldFigure(name: string, { unit, of }: ToldNumber, number: number): FigureDefinition {
  const getTold = async (trx: Trx): Promise<AssistanceTold> => {
    const release = (await findAssistanceReleases(trx)).find((one) => one.number === number)
    if (!release) throw new NotFound('figure')
    return release.told
  }
  return {
    id: `requests.${name}.${number}`,
    words: `requests.${name}`,
    params: { number },
    unit,
    async value(trx) {
      const value = of(await getTold(trx))
      if (value === null) throw new NotFound('figure')
      return value
    },
    // By no row: which request is whose stays with the group, and so does how many were left out.
    async proof(trx) {
      return { rowsIn: (await getTold(trx)).received, sample: [], leftOut: [] }
    },
  }
}
