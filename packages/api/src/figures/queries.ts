import type { Trx } from '@concert/db/client'
import { today } from '@concert/domain/calendar-date'
import { NotFound } from '@concert/domain/errors'
import { asVisitor, type Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import type { Figure, FigureDefinition, FigureProof } from './figure.ts'
import { figureDefinitions, figureFamilies } from './registry.ts'

/** Every figure with its value now. */
export function listFigures(ctx: Context): Promise<Figure[]> {
  return inTransaction(asVisitor(ctx), async (trx) => {
    const newest: FigureDefinition[] = []
    for (const family of figureFamilies) newest.push(...(await family.listed(trx, today(ctx.now()))))
    return valuesOf([...figureDefinitions, ...newest], trx, ctx)
  })
}

/** Some figures, in the order asked for. */
export async function valuesOf(definitions: readonly FigureDefinition[], trx: Trx, ctx: Context): Promise<Figure[]> {
  const asOf = ctx.now().toISOString()
  const figures: Figure[] = []
  for (const { id, words = id, params = {}, unit, value } of definitions) {
    figures.push({ id, words, params, unit, value: await value(trx, today(ctx.now())), asOf })
  }
  return figures
}

/** One figure with the rows that it is made of. */
export function showFigure(ctx: Context, id: string): Promise<Figure & { proof: FigureProof }> {
  return inTransaction(asVisitor(ctx), async (trx) => {
    const definition = findFigure(id)
    if (!definition) throw new NotFound('figure')
    const [figure] = await valuesOf([definition], trx, ctx)
    if (!figure) throw new NotFound('figure')
    return { ...figure, proof: await definition.proof(trx, today(ctx.now())) }
  })
}

/** The definition of a figure, whether it stands in the list or is one of a family. */
export function findFigure(id: string): FigureDefinition | undefined {
  return (
    figureDefinitions.find((candidate) => candidate.id === id) ?? firstOf(figureFamilies, (family) => family.find(id))
  )
}

function firstOf<Item, Found>(items: readonly Item[], find: (item: Item) => Found | undefined): Found | undefined {
  for (const item of items) {
    const found = find(item)
    if (found !== undefined) return found
  }
  return undefined
}
